import { expect } from 'vitest';
import { z } from 'zod';
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

/** Every delivery is there once: in the record, in the log and in the outbox. */
export async function expectExactlyOnce(
  store: Store,
  key: ConversationKey,
  ids: readonly string[],
): Promise<void> {
  const { record = '[]', outbox } = await store.load(key);
  const log = await store.readLog(key, undefined, 10_000);
  const expected = [...ids].sort();
  expect(applied.parse(JSON.parse(record)).sort()).toEqual(expected);
  expect(log.map(({ value }) => value).sort()).toEqual(expected);
  expect(outbox.map(({ value }) => value).sort()).toEqual(expected);
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
