/** Sends with patience: not faster than a thread takes, and again while there is hope. */
import type { Call, Connector, SendOutcome } from './connector.ts';
import { createThreadThrottle } from './thread-throttle.ts';

/** Tries again until that time (epoch milliseconds), and not at all after it; or makes one attempt. */
export type Patience = { readonly until: number } | 'once';

export interface RetryingSender {
  send(call: Call & { readonly channelId: string }, patience: Patience): Promise<SendOutcome>;
  /** Ends all waiting: what has not arrived is left. */
  stop(): void;
}

export interface RetryingSenderOptions {
  readonly connector: Pick<Connector, 'send'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Resolves after the milliseconds, or at once when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Between 0 and 1. */
  readonly random: () => number;
}

/** Waits between attempts; each is stretched by up to half at random, so that a crowd does not come back at once. */
const PAUSES_MS = [1000, 2000, 4000, 8000, 16_000];
/** A service that asks for more patience than this is left to the sweeper. */
const LONGEST_PAUSE_MS = 60_000;

const TOO_LATE: SendOutcome = { kind: 'later', code: 'late' };
const STOPPED: SendOutcome = { kind: 'later', code: 'stopped' };

export function createRetryingSender({
  connector,
  now,
  sleep,
  random,
}: RetryingSenderOptions): RetryingSender {
  const stopping = new AbortController();
  const throttle = createThreadThrottle(now);

  async function once(call: Call & { readonly channelId: string }): Promise<SendOutcome> {
    const wait = call.channelId === 'msteams' ? throttle(call.conversation) : 0;
    if (wait > 0) await sleep(wait, stopping.signal);
    return wait > 0 && stopping.signal.aborted ? STOPPED : connector.send(call);
  }

  async function insist(
    send: () => Promise<SendOutcome>,
    until: number,
    pauses: readonly number[] = PAUSES_MS,
  ): Promise<SendOutcome> {
    if (now() > until) return TOO_LATE;
    const outcome = await send();
    const [pause, ...more] = pauses;
    if (outcome.kind !== 'later' || pause === undefined) return outcome;
    const wait = Math.max(pause * (1 + random() / 2), outcome.afterMs ?? 0);
    return (await waited(wait, until)) ? insist(send, until, more) : outcome;
  }

  /** False when no other attempt is to be made. */
  async function waited(ms: number, until: number): Promise<boolean> {
    if (ms > LONGEST_PAUSE_MS || now() + ms > until || stopping.signal.aborted) return false;
    await sleep(ms, stopping.signal);
    return !stopping.signal.aborted;
  }

  return {
    send: (call, patience) => (patience === 'once' ? once(call) : insist(() => once(call), patience.until)),
    stop: () => stopping.abort(),
  };
}
