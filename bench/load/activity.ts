import type { Say, Talk } from './talk.ts';

export interface Channel {
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly delivery: 'expectReplies' | 'normal';
}

let activities = 0;
/** No two processes may give the same ids: a bot that was sent one before takes it for repeated. */
const RUN = process.pid.toString(36);

/** The activity a Bot Framework channel would send, as JSON. */
export function activityOf({ channelId, serviceUrl, delivery }: Channel, talk: Talk, say: Say): string {
  return JSON.stringify({
    ...contentOf(say),
    id: `a-${RUN}-${activities++}`,
    timestamp: '2026-11-22T10:00:00.000Z',
    channelId,
    serviceUrl,
    conversation: { id: talk.conversation, conversationType: 'personal' },
    from: { id: 'person', name: 'Person' },
    recipient: { id: 'bot', name: 'Bot' },
    locale: 'fi-FI',
    ...(delivery === 'expectReplies' && { deliveryMode: 'expectReplies' }),
  });
}

function contentOf(say: Say): object {
  switch (say.kind) {
    case 'joined':
      return { type: 'conversationUpdate', membersAdded: [{ id: 'person' }] };
    case 'text':
      return { type: 'message', text: say.text, textFormat: 'plain' };
    case 'press':
      return { type: 'message', value: say.value, replyToId: 'card' };
  }
}
