import { expect } from 'vitest';
import * as z from 'zod';
import { type ConversationKey, type Store, StoreUnavailable } from '../../src/store/port.ts';

const PATIENCE_MS = 60_000;
const applied = z.array(z.string());

/**
 * Applies a numbered delivery as a turn does: exactly once, by an id kept in the record, through conflicts and
 * outages. Resolves when the store has said that it is done.
 */
export async function deliver(store: Store, key: ConversationKey, id: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    try {
      const { record = '[]', version: expected } = await store.load(key);
      const before = applied.parse(JSON.parse(record));
      if (before.includes(id)) return;
      const commit = { expected, record: JSON.stringify([...before, id]), log: [id], outbox: [id] };
      if ((await store.commit(key, commit)).kind === 'committed') return;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
  throw new Error(`${id} could not be delivered`);
}

/** Delivers one after another until told to stop. Resolves to the ids that the store said are done. */
export async function deliverUntil(
  stop: AbortSignal,
  store: Store,
  key: ConversationKey,
  prefix: string,
): Promise<readonly string[]> {
  const delivered: string[] = [];
  while (!stop.aborted) {
    const id = `${prefix}${delivered.length}`;
    await deliver(store, key, id);
    delivered.push(id);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  return delivered;
}

/** Every delivery is there once: in the record, in the outbox, and the log ends with them in the same order. */
export async function expectExactlyOnce(
  store: Store,
  key: ConversationKey,
  ids: readonly string[],
): Promise<void> {
  const { record = '[]', outbox } = await store.load(key);
  const order = applied.parse(JSON.parse(record));
  const log = (await store.readLog(key, undefined, 10_000)).map(({ value }) => value);
  expect([...order].sort()).toEqual([...ids].sort());
  expect(outbox.map(({ value }) => value)).toEqual(order);
  expect(log.length).toBeGreaterThanOrEqual(Math.min(400, order.length));
  expect(log).toEqual(order.slice(-log.length));
}

export function numbered(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}${i}`);
}

/** The error a call ended with and how long it took. */
export async function timed(call: () => Promise<unknown>): Promise<{ error: unknown; ms: number }> {
  const began = performance.now();
  const error = await call().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { error, ms: performance.now() - began };
}
