/** Replies for a caller who waits for them: they travel in the answer itself. */
import type { TurnContext } from 'botbuilder';
import type { Said } from '../conversation/reply.ts';
import type { OutgoingActivity } from '../presentation/activity.ts';
import type { Screen } from '../presentation/context.ts';
import type { ConversationKey } from '../store/port.ts';
import { withAnswerer } from './answerer.ts';
import type { BotAnswer } from './bot-answer.ts';
import { conversationKey } from './conversation-key.ts';
import type { Reference } from './conversation-reference.ts';
import type { IncomingActivity } from './incoming-activity.ts';
import { screenOf } from './screen-of.ts';
import { addressed, sdkActivity } from './written-activity.ts';

interface Waiting {
  readonly activity: IncomingActivity;
  readonly reference: Reference;
  readonly context: TurnContext;
  readonly answer: (answer: BotAnswer) => void;
}

type Render = (said: Said, screen: Screen, key: ConversationKey) => readonly OutgoingActivity[];

/** What Teams expects for a card's Execute action when no new card comes at once. */
export const INVOKE_DONE = {
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' },
};

/** For a caller who waits for the replies. What an invoke has to be answered with travels among them. */
export async function sayInAnswer(
  render: Render,
  { activity, reference, context, answer }: Waiting,
  said: readonly Said[],
): Promise<void> {
  const screen = screenOf(activity.channelId);
  const key = conversationKey(activity);
  if (activity.type === 'invoke') await context.sendActivity({ type: 'invokeResponse', value: INVOKE_DONE });
  const replies = said.flatMap(one => render(withAnswerer(one, reference.by), screen, key));
  if (replies.length > 0) await context.sendActivities(replies.map(sdkActivity));
  const { replyToId } = reference;
  const activities = context.bufferedReplyActivities.map(reply => addressed(reply, { replyToId }));
  answer({ status: 200, body: { activities } });
}
