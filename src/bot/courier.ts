/** Carries one reply to its conversation, trying again while there is hope. */
import { replacedBy, type Said } from '../conversation/reply.ts';
import type { OutgoingActivity } from '../presentation/activity.ts';
import type { Screen } from '../presentation/context.ts';
import type { ConversationKey } from '../store/port.ts';
import { withAnswerer } from './answerer.ts';
import type { BotLog } from './bot-log.ts';
import type { Connector, SendOutcome } from './connector.ts';
import { conversationKey } from './conversation-key.ts';
import type { Reference } from './conversation-reference.ts';
import type { OutboxMessage } from './outbox-entry.ts';
import { screenOf } from './screen-of.ts';

/** `left`: it may still arrive later. `gone`: nothing will arrive in this conversation. */
export type Carried = 'arrived' | 'dropped' | 'left' | 'gone';

export type Patience = { readonly until: number } | 'once';

export interface Courier {
  /** Tries again until that time (epoch milliseconds), and not at all after it; or makes one attempt. */
  carry(message: OutboxMessage, patience: Patience): Promise<Carried>;
  /** Ends all waiting: what has not arrived is left. */
  stop(): void;
}

export interface CourierOptions {
  readonly connector: Connector;
  readonly render: (said: Said, screen: Screen, key: ConversationKey) => readonly OutgoingActivity[];
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Resolves after the milliseconds, or at once when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly log: BotLog;
}

/** Waits between attempts; each is stretched by up to half at random, so that a crowd does not come back at once. */
const PAUSES_MS = [1000, 2000, 4000, 8000, 16_000];
/** A service that asks for more patience than this is left to the sweeper. */
const LONGEST_PAUSE_MS = 60_000;
/** An answer to yesterday's message helps nobody. */
const WORTH_SENDING_MS = 24 * 3_600_000;

const TOO_LATE: SendOutcome = { kind: 'later', code: 'late' };

const FAILURES = {
  later: { event: 'reply-waits', words: 'A reply stays in the outbox', carried: 'left' },
  gone: { event: 'conversation-gone', words: 'A conversation takes no more replies', carried: 'gone' },
  refused: { event: 'reply-dropped', words: 'A reply was not accepted', carried: 'dropped' },
} as const;

export function createCourier({ connector, render, now, sleep, random, log }: CourierOptions): Courier {
  const stopping = new AbortController();

  async function insist(
    send: () => Promise<SendOutcome>,
    patience: Patience,
    pauses: readonly number[] = PAUSES_MS,
  ): Promise<SendOutcome> {
    if (patience === 'once') return send();
    if (now() > patience.until) return TOO_LATE;
    const outcome = await send();
    const [pause, ...more] = pauses;
    if (outcome.kind !== 'later' || pause === undefined) return outcome;
    const wait = Math.max(pause * (1 + random() / 2), outcome.afterMs ?? 0);
    return (await waited(wait, patience.until)) ? insist(send, patience, more) : outcome;
  }

  /** False when no other attempt is to be made. */
  async function waited(ms: number, until: number): Promise<boolean> {
    if (ms > LONGEST_PAUSE_MS || now() + ms > until || stopping.signal.aborted) return false;
    await sleep(ms, stopping.signal);
    return !stopping.signal.aborted;
  }

  async function deliver(
    { said, reference }: OutboxMessage,
    activity: OutgoingActivity,
    patience: Patience,
  ): Promise<SendOutcome> {
    const card = replacedCard(said, reference);
    if (card !== undefined) {
      const outcome = await insist(() => connector.update(reference, card, activity), patience);
      if (outcome.kind === 'sent' || outcome.kind === 'later') return outcome;
    }
    return insist(() => connector.post(reference, activity), patience);
  }

  return {
    async carry(message, patience) {
      const { said, reference } = message;
      if (now() - reference.at > WORTH_SENDING_MS) {
        log.warn({ code: 'reply-dropped', reason: 'too-old' }, 'A reply could not be delivered in a day');
        return 'dropped';
      }
      const activities = render(
        withAnswerer(said, reference.by),
        screenOf(reference.channelId),
        conversationKey(reference),
      );
      for (const activity of activities) {
        const outcome = await deliver(message, activity, patience);
        if (outcome.kind === 'sent') continue;
        const { event, words, carried } = FAILURES[outcome.kind];
        log.warn({ code: event, reason: outcome.code }, words);
        if (carried !== 'dropped') return carried;
      }
      return 'arrived';
    },
    stop: () => stopping.abort(),
  };
}

/** The message whose place a reply takes: the card whose button was pressed. */
function replacedCard({ reply }: Said, { card }: Reference): string | undefined {
  const replaced = replacedBy(reply);
  return replaced !== undefined && replaced === card?.nonce ? card.id : undefined;
}
