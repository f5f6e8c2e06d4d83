/** Sends again what a crash, or a service that was down, left in the outbox. */
import type { ConversationKey, Store } from '../store/port.ts';
import type { BotLog } from './bot-log.ts';
import { SETTLED_MS } from './outbox-ages.ts';
import type { OutboxDispatcher } from './outbox-dispatcher.ts';
import type { Senders } from './senders.ts';

const CONVERSATIONS_A_SWEEP = 500;
const AT_ONCE = 8;

export interface SweeperOptions {
  readonly store: Pick<Store, 'undelivered'>;
  readonly outbox: OutboxDispatcher;
  readonly senders: Pick<Senders, 'left' | 'sentFor'>;
  readonly log: BotLog;
}

/** The returned function sweeps once; called while a sweep runs, it waits for that one. Never rejects. */
export function createSweeper({ store, outbox, senders, log }: SweeperOptions): () => Promise<void> {
  let sweeping: Promise<void> | undefined;

  async function sweep(): Promise<void> {
    const { left } = senders;
    // What a process has left that is gone waits for nothing.
    const keys = [...(await store.undelivered(left ? 0 : SETTLED_MS, CONVERSATIONS_A_SWEEP))];
    await Promise.all(Array.from({ length: AT_ONCE }, () => work(keys)));
    if (left) await senders.sentFor(left);
  }

  async function work(keys: ConversationKey[]): Promise<void> {
    for (let key = keys.pop(); key !== undefined; key = keys.pop()) await outbox.redeliver(key);
  }

  return () => {
    sweeping ??= sweep()
      .catch(() => log.warn({ code: 'sweep-failed' }, 'The outbox could not be read'))
      .finally(() => {
        sweeping = undefined;
      });
    return sweeping;
  };
}
