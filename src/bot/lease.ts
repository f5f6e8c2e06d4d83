import type { ConversationKey, Store } from '../store/port.ts';
import type { Senders } from './senders.ts';

/** The right to send what has waited long in a conversation's outbox: one process at a time has it. */
export interface Lease {
  /** Epoch milliseconds after which nothing more may be begun. */
  readonly until: number;
  /** Never rejects: a claim that cannot be given up ends by itself. */
  release(): Promise<void>;
}

const CLAIMED_MS = 5 * 60_000;
/** An attempt begun at the last moment has this long to end. */
const MARGIN_MS = 60_000;

interface LeaseOptions {
  readonly store: Pick<Store, 'claim' | 'claimed' | 'release'>;
  readonly senders: Pick<Senders, 'id' | 'verdict'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

export type AcquireLease = ReturnType<typeof createLeases>;

/** Undefined when another process holds the conversation that still sends. Throws when the store cannot say. */
export function createLeases({ store, senders, now, newId }: LeaseOptions) {
  /** Gives up a claim whose holder is gone. */
  const free = async (name: string): Promise<boolean> => {
    const held = (await store.claimed(name)) ?? '';
    const [sender = '', ...rest] = held.split('\n');
    if (rest.length === 0 || senders.verdict(sender) !== 'gone') return false;
    await store.release(name, held);
    return true;
  };

  return async ({ channel, conversation }: ConversationKey): Promise<Lease | undefined> => {
    const name = `outbox\n${channel}\n${conversation}`;
    const holder = senders.id === undefined ? newId() : `${senders.id}\n${newId()}`;
    const until = now() + CLAIMED_MS - MARGIN_MS;
    const claim = () => store.claim(name, holder, CLAIMED_MS);
    if (!(await claim()) && !((await free(name)) && (await claim()))) return undefined;
    return { until, release: () => store.release(name, holder).catch(() => undefined) };
  };
}
