/**
 * Turns that say what a test wants them to, on a real store: applied once, saved before they are answered, replies kept
 * until acknowledged. `turns-contract.test.ts` holds them to what the real ones promise.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Said } from '../../src/conversation/reply.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { ConversationKey, OutboxEntry, Store } from '../../src/store/port.ts';
import { writeEntry } from '../../src/turns/outbox-entry.ts';
import type { Delivery, TurnOutcome, Turns } from '../../src/turns/turns.ts';

export interface ScriptedTurns extends Pick<Turns, 'process' | 'recall' | 'reminder'> {
  readonly store: Store;
  /** Deliveries that were applied, in order. */
  readonly applied: Delivery[];
  /** Replies in the outbox of all conversations. */
  waiting(): Promise<readonly OutboxEntry[]>;
  /** What a turn says; by default one reply. */
  say: (delivery: Delivery) => readonly Said[];
  /** How often the outbox was looked through. */
  sweeps: number;
  /** Set to make the next turns end so, with nothing saved. */
  trouble: 'none' | 'busy' | 'unavailable' | 'throw';
  close(): Promise<void>;
}

/** `now` gives the store's time, epoch milliseconds. */
export async function createScriptedTurns(now: () => number): Promise<ScriptedTurns> {
  const dataDir = await mkdtemp(join(tmpdir(), 'porrasbotti-scripted-'));
  const store = await openStore({ dataDir, ttlDays: 30, now, onProblem: () => {} });
  const undelivered = store.undelivered.bind(store);
  store.undelivered = (olderThanMs, limit) => {
    turns.sweeps += 1;
    return undelivered(olderThanMs, limit);
  };
  const answered = new Map<string, readonly Said[]>();
  const turns: ScriptedTurns = {
    store,
    applied: [],
    trouble: 'none',
    sweeps: 0,
    say: ({ locale }) => [{ locale, reply: { kind: 'contact' } }],
    recall: async () => undefined,
    reminder: async () => undefined,
    async waiting() {
      const loaded = await Promise.all((await undelivered(-1, 100)).map(key => store.load(key)));
      return loaded.flatMap(({ outbox }) => outbox);
    },
    async process(delivery): Promise<TurnOutcome> {
      await Promise.resolve();
      if (turns.trouble === 'throw') throw new Error('secret words of a user');
      if (turns.trouble !== 'none') return { kind: turns.trouble };
      const { key, deliveryId, out } = delivery;
      const id = JSON.stringify([key, deliveryId]);
      const before = answered.get(id);
      if (before) return { kind: 'repeated', said: before };
      turns.applied.push(delivery);
      const said = turns.say(delivery);
      answered.set(id, out.to === 'caller' ? said : []);
      if (out.to !== 'outbox') return { kind: 'applied', said, outboxIds: [] };
      const { reference } = out;
      const outbox = said.map(one => writeEntry({ said: one, reference }));
      return { kind: 'applied', said, outboxIds: await save(store, key, outbox) };
    },
    async close() {
      await store.close();
      await rm(dataDir, { recursive: true });
    },
  };
  return turns;
}

async function save(
  store: Store,
  key: ConversationKey,
  outbox: readonly string[],
): Promise<readonly string[]> {
  const { version: expected } = await store.load(key);
  const outcome = await store.commit(key, { expected, record: '{}', outbox });
  return outcome.kind === 'committed' ? outcome.outboxIds : save(store, key, outbox);
}
