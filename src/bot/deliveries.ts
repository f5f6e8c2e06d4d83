/** Sends saved replies, in order within a conversation, and takes them off the outbox once they have arrived. */

import type { TurnContext } from 'botbuilder';
import { formatKey } from '../store/conversation-key.ts';
import type { ConversationKey, Store } from '../store/port.ts';
import { createKeyedQueue } from '../turns/keyed-queue.ts';
import { type BotLog, errorFields } from './bot-log.ts';
import type { Courier } from './courier.ts';
import { createHold, type Held } from './hold.ts';
import { OWN_MS, SETTLED_MS } from './outbox-ages.ts';
import { type OutboxMessage, readOutboxEntry } from './outbox-entry.ts';
import type { Patience, Sender } from './sender.ts';

export interface PendingMessage extends OutboxMessage {
  readonly outboxId: string;
  /** The context of its turn, while that goes on. */
  readonly context?: TurnContext;
  /** Not to be sent at all. */
  readonly fate?: 'drop';
}

export interface Deliveries {
  /** Resolves when the replies have arrived, or are left in the outbox for the sweeper. Never rejects. */
  deliver(key: ConversationKey, messages: readonly PendingMessage[]): Promise<void>;
  /**
   * Sends what a conversation's outbox has held for long, one attempt a reply, unless another process is at it.
   * Never rejects.
   */
  redeliver(key: ConversationKey): Promise<void>;
  /** Takes everything that waits off a conversation's outbox, unsent. Never rejects. */
  forget(key: ConversationKey): Promise<void>;
  /** Conversations being delivered to at this moment. */
  readonly underway: number;
  /** Waits for what is underway; what is then still waiting for another attempt stays in the outbox. */
  close(): Promise<void>;
}

export interface DeliveriesOptions {
  readonly store: Pick<Store, 'load' | 'acknowledge' | 'claim' | 'release'>;
  readonly courier: Courier;
  readonly sender: Pick<Sender, 'stop'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: BotLog;
}

export function createDeliveries({ store, courier, sender, now, newId, log }: DeliveriesOptions): Deliveries {
  const queue = createKeyedQueue();
  const hold = createHold({ store, now, newId });
  /** Replies that this process has given up on for now, by conversation: they go before newer ones. */
  const left = new Map<string, Set<string>>();

  function enqueue(key: ConversationKey, job: (id: string) => Promise<void>): Promise<void> {
    const id = formatKey(key);
    return queue
      .run(id, () => job(id))
      .catch(error => {
        log.error({ code: 'delivery-failed', ...errorFields(error) }, 'Replies stay in the outbox');
      });
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
    patience: Patience,
  ): Promise<void> {
    const delivered = await carryAll(key, messages, patience);
    const over = messages.map(({ outboxId }) => outboxId).filter(outboxId => !delivered.has(outboxId));
    const still = [...(left.get(id) ?? []), ...over].filter(outboxId => !delivered.has(outboxId));
    if (still.length > 0) left.set(id, new Set(still));
    else left.delete(id);
    if (delivered.size > 0) await store.acknowledge(key, [...delivered]);
  }

  /** The ids of what has arrived, or never will. */
  async function carryAll(
    key: ConversationKey,
    messages: readonly PendingMessage[],
    patience: Patience,
  ): Promise<ReadonlySet<string>> {
    const done = new Set<string>();
    for (const { outboxId, context, fate, ...message } of messages) {
      const outcome = fate === 'drop' ? 'dropped' : await courier.carry(message, patience, context);
      if (outcome === 'left') return done;
      done.add(outboxId);
      if (outcome === 'gone') {
        for (const one of await waiting(key)) done.add(one.outboxId);
        return done;
      }
    }
    return done;
  }

  /** The new replies after those of before that are ours to send, as far as can be told. */
  async function withOlder(
    key: ConversationKey,
    own: ReadonlySet<string>,
    messages: readonly PendingMessage[],
  ): Promise<readonly PendingMessage[]> {
    const added = new Map(messages.map(one => [one.outboxId, one]));
    const all = await waiting(key).catch(() => messages);
    return all
      .filter(one => added.has(one.outboxId) || own.has(one.outboxId) || isSettled(one))
      .map(one => added.get(one.outboxId) ?? one);
  }

  function isSettled({ reference }: PendingMessage): boolean {
    return now() - reference.at >= SETTLED_MS;
  }

  async function sendHeld(
    conversation: { key: ConversationKey; id: string },
    held: Held,
    work: { messages: () => Promise<readonly PendingMessage[]>; patience: Patience },
  ): Promise<void> {
    try {
      await send(conversation, await work.messages(), work.patience);
    } finally {
      await held.release();
    }
  }

  return {
    deliver: (key, messages) =>
      enqueue(key, async id => {
        const own = left.get(id);
        const held = own && (await hold(key).catch(() => undefined));
        if (own && held) {
          left.delete(id);
          const all = () => withOlder(key, own, messages);
          return sendHeld({ key, id }, held, { messages: all, patience: { until: held.until } });
        }
        const at = messages[0]?.reference.at ?? 0;
        return send({ key, id }, messages, { until: at + OWN_MS });
      }),
    redeliver: key =>
      enqueue(key, async id => {
        const held = await hold(key);
        if (!held) return;
        const old = async () => (await waiting(key)).filter(isSettled);
        await sendHeld({ key, id }, held, { messages: old, patience: 'once' });
      }),
    forget: key =>
      enqueue(key, async id => {
        left.delete(id);
        const { outbox } = await store.load(key);
        if (outbox.length > 0)
          await store.acknowledge(
            key,
            outbox.map(one => one.id),
          );
      }),
    get underway() {
      return queue.size;
    },
    async close() {
      sender.stop();
      await queue.idle();
    },
  };
}
