import type { ConversationKey, Store } from '../store/port.ts';

/** The right to send what has waited long in a conversation's outbox: one process at a time has it. */
export interface Held {
  /** Epoch milliseconds after which nothing more may be begun. */
  readonly until: number;
  /** Never rejects: a claim that cannot be given up ends by itself. */
  release(): Promise<void>;
}

const CLAIMED_MS = 5 * 60_000;
/** An attempt begun at the last moment has this long to end. */
const MARGIN_MS = 60_000;

interface HoldOptions {
  readonly store: Pick<Store, 'claim' | 'release'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

export type Hold = ReturnType<typeof createHold>;

/** Undefined when another process holds the conversation. Throws when the store cannot say. */
export function createHold({ store, now, newId }: HoldOptions) {
  return async ({ channel, conversation }: ConversationKey): Promise<Held | undefined> => {
    const name = `outbox\n${channel}\n${conversation}`;
    const holder = newId();
    const until = now() + CLAIMED_MS - MARGIN_MS;
    if (!(await store.claim(name, holder, CLAIMED_MS))) return undefined;
    return { until, release: () => store.release(name, holder).catch(() => undefined) };
  };
}
