/** Sends saved replies, in order within a conversation, and takes them off the outbox once they have arrived. */
import type { ConversationKey, Store } from '../store/port.ts';
import { type BotLog, errorFields } from './bot-log.ts';
import type { Courier } from './courier.ts';
import { type OutboxMessage, readOutboxEntry } from './outbox-entry.ts';

export interface PendingMessage extends OutboxMessage {
  readonly outboxId: string;
}

export interface Deliveries {
  /** Resolves when the replies have arrived, or are left in the outbox for the sweeper. Never rejects. */
  deliver(key: ConversationKey, messages: readonly PendingMessage[]): Promise<void>;
  /** Sends what a conversation's outbox holds, one attempt a reply. Never rejects. */
  redeliver(key: ConversationKey): Promise<void>;
  /** Conversations being delivered to at this moment. */
  readonly underway: number;
  /** Waits for what is underway; what is then still waiting for another attempt stays in the outbox. */
  close(): Promise<void>;
}

export interface DeliveriesOptions {
  readonly store: Pick<Store, 'load' | 'acknowledge'>;
  readonly courier: Courier;
  readonly log: BotLog;
}

export function createDeliveries({ store, courier, log }: DeliveriesOptions): Deliveries {
  const queues = new Map<string, Promise<void>>();
  /** Conversations known to have older replies in the outbox: they go first. */
  const behind = new Set<string>();

  function enqueue(key: ConversationKey, job: (id: string) => Promise<void>): Promise<void> {
    const id = `${key.channel}\n${key.conversation}`;
    const done = (queues.get(id) ?? Promise.resolve())
      .then(() => job(id))
      .catch(error => {
        behind.add(id);
        log.error({ code: 'delivery-failed', ...errorFields(error) }, 'Replies stay in the outbox');
      })
      .finally(() => {
        if (queues.get(id) === done) queues.delete(id);
      });
    queues.set(id, done);
    return done;
  }

  async function waiting(key: ConversationKey): Promise<readonly PendingMessage[]> {
    const { outbox } = await store.load(key);
    const read = outbox.map(({ id, value }) => ({ outboxId: id, message: readOutboxEntry(value) }));
    const lost = read.flatMap(({ outboxId, message }) => (message ? [] : [outboxId]));
    if (lost.length > 0) await store.acknowledge(key, lost);
    return read.flatMap(({ outboxId, message }) => (message ? [{ outboxId, ...message }] : []));
  }

  async function send(
    { key, id }: { key: ConversationKey; id: string },
    messages: readonly PendingMessage[],
    patience: 'patient' | 'once',
  ): Promise<void> {
    const delivered: string[] = [];
    for (const { outboxId, ...message } of messages) {
      const outcome = await courier.carry(message, patience);
      if (outcome === 'left') break;
      delivered.push(outboxId);
      if (outcome === 'gone') {
        delivered.push(...(await waiting(key)).map(one => one.outboxId));
        break;
      }
    }
    if (delivered.length > 0) await store.acknowledge(key, [...new Set(delivered)]);
    if (delivered.length >= messages.length) behind.delete(id);
    else behind.add(id);
  }

  return {
    deliver: (key, messages) =>
      enqueue(key, async id => {
        await send({ key, id }, behind.has(id) ? await waiting(key) : messages, 'patient');
      }),
    redeliver: key =>
      enqueue(key, async id => {
        await send({ key, id }, await waiting(key), 'once');
      }),
    get underway() {
      return queues.size;
    },
    async close() {
      courier.stop();
      await Promise.all(queues.values());
    },
  };
}
