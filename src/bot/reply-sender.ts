/** Sends one reply to its conversation, through a context. */
import type { TurnContext } from 'botbuilder';
import { replacedBy, type Said } from '../conversation/reply.ts';
import type { OutgoingActivity } from '../presentation/activity.ts';
import type { Screen } from '../presentation/context.ts';
import type { ConversationKey } from '../store/port.ts';
import { withAnswerer } from './answerer.ts';
import type { BotLog } from './bot-log.ts';
import type { SendOutcome } from './connector.ts';
import { conversationKey } from './conversation-key.ts';
import { isRecord } from './incoming-activity.ts';
import { NotSent } from './not-sent.ts';
import type { OutboxMessage } from './outbox-entry.ts';
import type { PorrasAdapter } from './porras-adapter.ts';
import type { Patience } from './retrying-sender.ts';
import { screenOf } from './screen-of.ts';
import type { ShownCards } from './shown-cards.ts';
import { sdkActivity, sdkReference } from './written-activity.ts';

/** `left`: it may still arrive later. `gone`: nothing will arrive in this conversation. */
export type ReplyOutcome = 'arrived' | 'dropped' | 'left' | 'gone';

export interface ReplySender {
  /** Within the context of its turn, or in one of its own when that turn is over. */
  send(message: OutboxMessage, patience: Patience, context?: TurnContext): Promise<ReplyOutcome>;
}

export interface ReplySenderOptions {
  readonly adapter: Pick<PorrasAdapter, 'continueConversation' | 'insistOn'>;
  readonly cards: ShownCards;
  readonly render: (said: Said, screen: Screen, key: ConversationKey) => readonly OutgoingActivity[];
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: BotLog;
}

/** An answer to yesterday's message helps nobody. */
const WORTH_SENDING_MS = 24 * 3_600_000;

const FAILURES = {
  later: { event: 'reply-waits', words: 'A reply stays in the outbox', carried: 'left' },
  gone: { event: 'conversation-gone', words: 'A conversation takes no more replies', carried: 'gone' },
  refused: { event: 'reply-dropped', words: 'A reply was not accepted', carried: 'dropped' },
} as const;

export function createReplySender({ adapter, cards, render, now, log }: ReplySenderOptions): ReplySender {
  async function through(context: TurnContext, message: OutboxMessage): Promise<ReplyOutcome> {
    const { said, reference } = message;
    const key = conversationKey(reference);
    for (const activity of render(withAnswerer(said, reference.by), screenOf(reference.channelId), key)) {
      const outcome = await deliver(cards, context, { message, activity });
      if (outcome.kind === 'sent') continue;
      const { event, words, carried } = FAILURES[outcome.kind];
      log.warn({ code: event, reason: outcome.code }, words);
      if (carried !== 'dropped') return carried;
    }
    return 'arrived';
  }

  return {
    async send(message, patience, context) {
      const { reference } = message;
      if (now() - reference.at > WORTH_SENDING_MS) {
        log.warn({ code: 'reply-dropped', reason: 'too-old' }, 'A reply could not be delivered in a day');
        return 'dropped';
      }
      const carryThrough = (open: TurnContext) => {
        adapter.insistOn(open, patience);
        return through(open, message);
      };
      if (context) return carryThrough(context);
      let carried: ReplyOutcome = 'left';
      await adapter.continueConversation(sdkReference(reference), async open => {
        carried = await carryThrough(open);
      });
      return carried;
    },
  };
}

interface Carrying {
  readonly message: OutboxMessage;
  readonly activity: OutgoingActivity;
}

async function deliver(cards: ShownCards, context: TurnContext, carrying: Carrying): Promise<SendOutcome> {
  const { message, activity } = carrying;
  // What else a reply says stands below, as a message of its own.
  const card = activity.id === undefined ? undefined : await replacedCard(cards, message);
  if (card !== undefined) {
    const placed = { ...sdkActivity(activity), id: card };
    const outcome = await outcomeOf(() => context.updateActivity(placed));
    if (outcome.kind === 'sent' || outcome.kind === 'later') return outcome;
  }
  const outcome = await post(context, activity);
  if (outcome.kind === 'sent') await noteCard(cards, message, outcome.id);
  const words = outcome.kind === 'refused' && REFUSED_AS_CARD.includes(outcome.code) && asWords(activity);
  return words ? post(context, words) : outcome;
}

function post(context: TurnContext, activity: OutgoingActivity): Promise<SendOutcome> {
  return outcomeOf(() => context.sendActivity(sdkActivity(activity)));
}

/** What middleware answers for itself counts as sent. */
async function outcomeOf(send: () => Promise<unknown>): Promise<SendOutcome> {
  try {
    const sent = await send();
    return isRecord(sent) && typeof sent.id === 'string' && sent.id !== ''
      ? { kind: 'sent', id: sent.id }
      : { kind: 'sent' };
  } catch (error) {
    if (error instanceof NotSent) return error.outcome;
    throw error;
  }
}

/** The channel takes no such form, or nothing so large: people still read what a card says. */
const REFUSED_AS_CARD = ['status-400', 'status-413'];

function asWords({ attachments, summary, ...rest }: OutgoingActivity): OutgoingActivity | undefined {
  return attachments && summary !== undefined ? { ...rest, text: summary, textFormat: 'plain' } : undefined;
}

/** Only Teams can put a message in the place of another. */
const REPLACING = 'msteams';

/** The message whose place a reply takes: the one whose button was pressed, or that shows the card. */
async function replacedCard(
  cards: ShownCards,
  { said, reference }: OutboxMessage,
): Promise<string | undefined> {
  const replaced = replacedBy(said.reply);
  if (replaced === undefined || reference.channelId !== REPLACING) return undefined;
  return replaced === reference.card?.nonce ? reference.card.id : cards.find(reference, replaced);
}

async function noteCard(
  cards: ShownCards,
  { said: { reply }, reference }: OutboxMessage,
  id: string | undefined,
): Promise<void> {
  if (reference.channelId !== REPLACING || id === undefined || !('nonce' in reply)) return;
  await cards.note(reference, reply.nonce, id);
}
