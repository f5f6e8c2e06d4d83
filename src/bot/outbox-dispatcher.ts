/** Sends saved replies, in order within a conversation, and takes them off the outbox once they have arrived. */

import type { TurnContext } from 'botbuilder';
import { formatKey } from '../store/conversation-key.ts';
import type { ConversationKey, Store } from '../store/port.ts';
import { createKeyedQueue } from '../turns/keyed-queue.ts';
import { type BotLog, errorFields } from './bot-log.ts';
import { type AcquireLease, createLeases } from './lease.ts';
import { OWN_MS, SETTLED_MS } from './outbox-ages.ts';
import { type OutboxMessage, readOutboxEntry } from './outbox-entry.ts';
import type { ReplySender } from './reply-sender.ts';
import type { Patience, RetryingSender } from './retrying-sender.ts';
import { BEAT_MS, type Senders } from './senders.ts';

export interface PendingMessage extends OutboxMessage {
  readonly outboxId: string;
  /** The context of its turn, while that goes on. */
  readonly context?: TurnContext;
  /** Taken off the outbox unsent: what it says was said just before. */
  readonly fate?: 'drop';
}

export interface OutboxDispatcher {
  /** Resolves when the replies have arrived, or are left in the outbox for the sweeper. Never rejects. */
  deliver(key: ConversationKey, messages: readonly PendingMessage[]): Promise<void>;
  /**
   * Sends what a conversation's outbox has held for long, one attempt a reply, unless another process is at it.
   * Never rejects.
   */
  redeliver(key: ConversationKey): Promise<void>;
  /**
   * Takes everything that waits off a conversation's outbox, unsent, without waiting for what is under way: a reply
   * that is being tried again for minutes must not keep the channel's own call open. Never rejects.
   */
  forget(key: ConversationKey): Promise<void>;
  /** Conversations being delivered to at this moment. */
  readonly underway: number;
  /** Waits for what is underway; what is then still waiting for another attempt stays in the outbox. */
  close(): Promise<void>;
}

export interface OutboxDispatcherOptions {
  readonly store: Pick<Store, 'load' | 'acknowledge' | 'claim' | 'claimed' | 'release'>;
  readonly senders: Pick<Senders, 'id' | 'verdict' | 'inDoubt' | 'mayBegin'>;
  readonly replies: ReplySender;
  readonly sender: Pick<RetryingSender, 'stop'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: BotLog;
}

/** A conversation, and its name where names are kept. */
interface Conversation {
  readonly key: ConversationKey;
  readonly id: string;
}

interface Parts extends Omit<OutboxDispatcherOptions, 'sender'> {
  readonly acquireLease: AcquireLease;
  /** Ends all waiting. */
  readonly stopping: AbortSignal;
  /** Replies that this process has given up on for now, by conversation: they go before newer ones. */
  readonly left: Map<string, ReadonlySet<string>>;
  /** Conversations of which what was to be sent before is dropped now. */
  readonly forgotten: Set<string>;
}

export function createOutboxDispatcher({ sender, ...options }: OutboxDispatcherOptions): OutboxDispatcher {
  const stopping = new AbortController();
  const acquireLease = createLeases(options);
  const left = new Map<string, ReadonlySet<string>>();
  const forgotten = new Set<string>();
  const parts: Parts = { ...options, acquireLease, stopping: stopping.signal, left, forgotten };
  const queue = createKeyedQueue();
  const staying = (error: unknown) => {
    options.log.error({ code: 'delivery-failed', ...errorFields(error) }, 'Replies stay in the outbox');
  };
  const enqueue = (key: ConversationKey, job: (conversation: Conversation) => Promise<void>) => {
    const id = formatKey(key);
    return queue.run(id, () => job({ key, id })).catch(staying);
  };
  return {
    deliver: (key, messages) => enqueue(key, conversation => deliver(parts, conversation, messages)),
    redeliver: key => enqueue(key, conversation => redeliver(parts, conversation)),
    forget(key) {
      forgotten.add(formatKey(key));
      // Behind all that was to be sent before, and before all that comes later: that is sent again.
      void enqueue(key, async ({ id }) => {
        left.delete(id);
        forgotten.delete(id);
      });
      return emptyOutbox(parts, key).catch(staying);
    },
    get underway() {
      return queue.size;
    },
    async close() {
      sender.stop();
      stopping.abort();
      await queue.idle();
    },
  };
}

async function deliver(
  parts: Parts,
  conversation: Conversation,
  messages: readonly PendingMessage[],
): Promise<void> {
  const { key, id } = conversation;
  const own = parts.left.get(id) ?? (await leftByOthers(parts, key, messages));
  const lease = own && (await parts.acquireLease(key).catch(() => undefined));
  if (!own || !lease) {
    const at = messages[0]?.reference.at ?? 0;
    return send(parts, conversation, { messages, patience: { until: at + OWN_MS } });
  }
  parts.left.delete(id);
  try {
    const all = await withOlder(parts, key, { own, messages });
    await send(parts, conversation, { messages: all, patience: { until: lease.until } });
  } finally {
    await lease.release();
  }
}

/** Looks at the list of sending processes, a beat apart, after which one that has stopped is known to be gone. */
const LOOKS = 5;

/**
 * An empty set where another process, which is gone, has left something in the conversation that goes before these: the
 * outbox is to be read, and nothing in it is left by us. Undefined where nothing goes before them. While it is not clear
 * yet whether that process is gone, it is waited for. The outbox is read only in doubt.
 */
async function leftByOthers(
  parts: Parts,
  key: ConversationKey,
  messages: readonly PendingMessage[],
): Promise<ReadonlySet<string> | undefined> {
  const { senders, sleep, stopping } = parts;
  if (!senders.inDoubt()) return undefined;
  const ours = new Set(messages.map(({ outboxId }) => outboxId));
  const others = (await waiting(parts, key).catch(() => [])).flatMap(({ outboxId, reference: { sender } }) =>
    ours.has(outboxId) || sender === undefined ? [] : [sender],
  );
  const unsure = () => others.some(sender => senders.verdict(sender) === 'unsure');
  for (let look = 0; look < LOOKS && unsure() && !stopping.aborted; look++) await sleep(BEAT_MS, stopping);
  return others.some(sender => senders.verdict(sender) === 'gone') ? new Set() : undefined;
}

async function redeliver(parts: Parts, conversation: Conversation): Promise<void> {
  const lease = await parts.acquireLease(conversation.key);
  if (!lease) return;
  try {
    const old = (await waiting(parts, conversation.key)).filter(one => isForAnybody(parts, one));
    await send(parts, conversation, { messages: old, patience: 'once' });
  } finally {
    await lease.release();
  }
}

async function emptyOutbox({ store }: Parts, key: ConversationKey): Promise<void> {
  const ids = (await store.load(key)).outbox.map(one => one.id);
  if (ids.length > 0) await store.acknowledge(key, ids);
}

interface Work {
  readonly messages: readonly PendingMessage[];
  readonly patience: Patience;
}

async function send(parts: Parts, conversation: Conversation, work: Work): Promise<void> {
  const { store, left } = parts;
  const { key, id } = conversation;
  const delivered = await carryAll(parts, conversation, work);
  const over = [...(left.get(id) ?? []), ...work.messages.map(({ outboxId }) => outboxId)];
  const still = over.filter(outboxId => !delivered.has(outboxId));
  if (still.length > 0) left.set(id, new Set(still));
  else left.delete(id);
  if (delivered.size > 0) await store.acknowledge(key, [...delivered]);
}

/** The ids to take off the outbox: replies that have arrived, and those that the channel will never take. */
async function carryAll(
  parts: Parts,
  { key, id }: Conversation,
  { messages, patience }: Work,
): Promise<ReadonlySet<string>> {
  const done = new Set<string>();
  for (const { outboxId, context, fate, ...message } of messages) {
    if (!parts.senders.mayBegin()) return done;
    const unwanted = fate === 'drop' || parts.forgotten.has(id);
    const outcome = unwanted ? 'dropped' : await parts.replies.send(message, patience, context);
    if (outcome === 'left') return done;
    done.add(outboxId);
    if (outcome === 'gone') {
      for (const one of await waiting(parts, key)) done.add(one.outboxId);
      return done;
    }
  }
  return done;
}

/** What the outbox holds, oldest first. What cannot be read is taken off it. */
async function waiting({ store }: Parts, key: ConversationKey): Promise<readonly PendingMessage[]> {
  const { outbox } = await store.load(key);
  const read = outbox.map(({ id, value }) => ({ outboxId: id, message: readOutboxEntry(value) }));
  const lost = read.flatMap(({ outboxId, message }) => (message ? [] : [outboxId]));
  if (lost.length > 0) await store.acknowledge(key, lost);
  return read.flatMap(({ outboxId, message }) => (message ? [{ outboxId, ...message }] : []));
}

/** The new replies, behind older ones that are ours to send; the new ones alone where the outbox cannot be read now. */
async function withOlder(
  parts: Parts,
  key: ConversationKey,
  { own, messages }: { own: ReadonlySet<string>; messages: readonly PendingMessage[] },
): Promise<readonly PendingMessage[]> {
  const added = new Map(messages.map(one => [one.outboxId, one]));
  const all = await waiting(parts, key).catch(() => messages);
  return all
    .filter(one => added.has(one.outboxId) || own.has(one.outboxId) || isForAnybody(parts, one))
    .map(one => added.get(one.outboxId) ?? one);
}

/** Whether a reply is ours to send: it has waited longer than its own process would take, or that process is gone. */
function isForAnybody({ now, senders }: Parts, { reference: { at, sender } }: PendingMessage): boolean {
  return now() - at >= SETTLED_MS || (sender !== undefined && senders.verdict(sender) === 'gone');
}
