import { expect, it, vi } from 'vitest';
import type { Store } from '../../src/store/port.ts';
import { eraseAll, values, write } from './commit-contract.ts';
import { type Bench, KEY } from './store-contract.ts';

const OTHER = { channel: 'directline', conversation: 'another' };

export function logContract({ backend, store }: Bench): void {
  it('gives entries in their order, with the ids that the commit told', async () => {
    const first = await store().commit(KEY, { expected: undefined, record: '1', log: ['a', 'b'] });
    if (first.kind !== 'committed') throw new Error(first.kind);
    await write(store(), { expected: first.version, record: '2', log: ['c'] });
    const entries = await store().readLog(KEY, undefined, 10);
    expect(entries.map(({ value }) => value)).toEqual(['a', 'b', 'c']);
    expect(entries.slice(0, 2).map(({ id }) => id)).toEqual(first.logIds);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(3);
  });

  it('reads on from any watermark, at most as many as asked for', async () => {
    await write(store(), { expected: undefined, record: '1', log: ['a', 'b', 'c', 'd'] });
    const [a, b, , d] = await store().readLog(KEY, undefined, 10);
    expect(await values(store().readLog(KEY, a?.id, 2))).toEqual(['b', 'c']);
    expect(await values(store().readLog(KEY, b?.id, 10))).toEqual(['c', 'd']);
    expect(await values(store().readLog(KEY, d?.id, 10))).toEqual([]);
    expect(await values(store().readLog(KEY, undefined, 1))).toEqual(['a']);
  });

  it.each(['', 'abc', '-', '+', '(1-1', '9'.repeat(40), "1'; --"])(
    'reads from the beginning after a watermark that no store gave: %j',
    async watermark => {
      await write(store(), { expected: undefined, record: '1', log: ['a'] });
      expect(await values(store().readLog(KEY, watermark, 10))).toEqual(['a']);
    },
  );

  it('keeps a watermark from before an erasure good: new entries come after it', async () => {
    await write(store(), { expected: undefined, record: '1', log: ['before'] });
    const [seen] = await store().readLog(KEY, undefined, 10);
    const expected = await eraseAll(store());
    await write(store(), { expected, record: '1', log: ['after'] });
    expect(await values(store().readLog(KEY, seen?.id, 10))).toEqual(['after']);
  });

  it('does not grow without end, and drops the oldest first', async () => {
    let version: string | undefined;
    for (let i = 0; i < 60; i++) {
      const log = Array.from({ length: 20 }, (_, j) => String(i * 20 + j));
      version = await write(store(), { expected: version, record: String(i), log });
    }
    const kept = await values(store().readLog(KEY, undefined, 2_000));
    expect(kept.length).toBeGreaterThanOrEqual(400);
    expect(kept.length).toBeLessThan(600);
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, i) => String(1_200 - kept.length + i)));
  });

  it('wakes listeners on every store when the log grows', async () => {
    const other = await backend().open();
    const [here, there] = [vi.fn(), vi.fn()];
    await store().listen(KEY, here);
    await other.listen(KEY, there);
    await write(store(), { expected: undefined, record: '1', log: ['a'] });
    await vi.waitFor(
      () => expect([here, there].every(({ mock }) => mock.calls.length > 0)).toBe(true),
      PATIENCE,
    );
  });

  it('tells nothing before the log grows, and then whose commit it was', async () => {
    const other = await backend().open();
    const [here, there] = [vi.fn(), vi.fn()];
    await store().listen(KEY, here);
    await other.listen(KEY, there);
    await store().health();
    expect([...here.mock.calls, ...there.mock.calls]).toEqual([]);
    await write(store(), { expected: undefined, record: '1', log: ['a', 'b'] });
    const [, last] = await store().readLog(KEY, undefined, 9);
    await vi.waitFor(() => expect(here).toHaveBeenCalledWith({ by: 'this-store', upTo: last?.id }), PATIENCE);
    await vi.waitFor(
      () => expect(there).toHaveBeenCalledWith(expect.objectContaining({ by: 'perhaps-another' })),
      PATIENCE,
    );
  });

  it('misses nothing between two wake-ups: who reads on when woken has read all', async () => {
    const other = await backend().open();
    const seen: string[] = [];
    const stop = await follow(other, seen);
    let version: string | undefined;
    for (let i = 0; i < 100; i++)
      version = await write(store(), { expected: version, record: '', log: [String(i)] });
    await vi.waitFor(() => expect(seen).toHaveLength(100), PATIENCE);
    expect(seen).toEqual(Array.from({ length: 100 }, (_, i) => String(i)));
    await stop();
  });

  it('leaves alone who stopped listening, and who listens to another conversation', async () => {
    const [gone, elsewhere, still] = [vi.fn(), vi.fn(), vi.fn()];
    const leave = await store().listen(KEY, gone);
    await store().listen(OTHER, elsewhere);
    await store().listen(KEY, still);
    await leave();
    await leave();
    for (const listener of [gone, elsewhere]) listener.mockClear();
    await write(store(), { expected: undefined, record: '1', log: ['a'] });
    await vi.waitFor(() => expect(still).toHaveBeenCalled(), PATIENCE);
    expect(gone).not.toHaveBeenCalled();
    expect(elsewhere).not.toHaveBeenCalled();
  });
}

const PATIENCE = { timeout: 10_000, interval: 10 };

/** A reader as a WebSocket has one: woken, it reads on from its watermark. */
async function follow(store: Store, seen: string[]): Promise<() => Promise<void>> {
  let watermark: string | undefined;
  let reading: Promise<void> = Promise.resolve();
  const readOn = async () => {
    for (const { id, value } of await store.readLog(KEY, watermark, 1_000)) {
      watermark = id;
      seen.push(value);
    }
  };
  const leave = await store.listen(KEY, () => {
    reading = reading.then(readOn);
  });
  return async () => {
    await leave();
    await reading;
  };
}
