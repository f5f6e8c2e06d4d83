/**
 * Turns with the promises of the real ones — applied once, saved before they are answered, replies kept until
 * acknowledged — and a conversation simple enough to see through: it says what it heard.
 */
import type { Said } from '../../src/conversation/reply.ts';
import type { ConversationKey, OutboxEntry, Store } from '../../src/store/port.ts';
import type { Delivery, TurnOutcome, Turns } from '../../src/turns/turns.ts';

export interface MemoryTurns extends Pick<Turns, 'process' | 'recall' | 'reminder'> {
  readonly store: Pick<
    Store,
    'load' | 'acknowledge' | 'undelivered' | 'claim' | 'claimed' | 'release' | 'remind' | 'dueReminders'
  >;
  /** Deliveries that were applied, in order. */
  readonly applied: Delivery[];
  /** Replies in the outbox of all conversations. */
  waiting(): readonly OutboxEntry[];
  /** What a turn says; by default one reply. */
  say: (delivery: Delivery) => readonly Said[];
  /** How often the outbox was looked through. */
  sweeps: number;
  /** Set to make the next turns end so, with nothing saved. */
  trouble: 'none' | 'busy' | 'unavailable' | 'throw';
}

export function createMemoryTurns(): MemoryTurns {
  const outboxes = new Map<string, OutboxEntry[]>();
  const answered = new Map<string, readonly Said[]>();
  const claims = new Map<string, string>();
  let serial = 0;

  const turns: MemoryTurns = {
    applied: [],
    trouble: 'none',
    sweeps: 0,
    say: ({ locale }) => [{ locale, reply: { kind: 'contact' } }],
    recall: async () => undefined,
    reminder: async () => undefined,
    waiting: () => [...outboxes.values()].flat(),
    async process(delivery): Promise<TurnOutcome> {
      await Promise.resolve();
      if (turns.trouble === 'throw') throw new Error('secret words of a user');
      if (turns.trouble !== 'none') return { kind: turns.trouble };
      const id = JSON.stringify([delivery.key, delivery.deliveryId]);
      const before = answered.get(id);
      if (before) return { kind: 'repeated', said: before };
      turns.applied.push(delivery);
      const said = turns.say(delivery);
      const { out } = delivery;
      answered.set(id, out.to === 'caller' ? said : []);
      if (out.to !== 'outbox') return { kind: 'applied', said, outboxIds: [] };
      const entries = said.map(one => {
        serial += 1;
        return { id: String(serial), value: JSON.stringify({ said: one, reference: out.reference }) };
      });
      outboxOf(delivery.key).push(...entries);
      return { kind: 'applied', said, outboxIds: entries.map(entry => entry.id) };
    },
    store: {
      async load(key) {
        return { record: undefined, version: undefined, outbox: [...outboxOf(key)] };
      },
      async acknowledge(key, ids) {
        outboxes.set(
          JSON.stringify(key),
          outboxOf(key).filter(entry => !ids.includes(entry.id)),
        );
      },
      async claim(name, value) {
        if (claims.has(name)) return claims.get(name) === value;
        claims.set(name, value);
        return true;
      },
      async claimed(name) {
        return claims.get(name);
      },
      async release(name, value) {
        if (claims.get(name) === value) claims.delete(name);
      },
      async remind() {},
      async dueReminders() {
        return [];
      },
      async undelivered() {
        turns.sweeps += 1;
        return [...outboxes.entries()].flatMap(([key, entries]) =>
          entries.length > 0 ? [JSON.parse(key) as ConversationKey] : [],
        );
      },
    },
  };

  function outboxOf(key: ConversationKey): OutboxEntry[] {
    const id = JSON.stringify(key);
    const outbox = outboxes.get(id) ?? [];
    outboxes.set(id, outbox);
    return outbox;
  }

  return turns;
}
