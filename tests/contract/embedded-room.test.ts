/** The embedded store at the end of what it has: of time to the millisecond, and of the disk. */
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { startSweeping, sweepExpired } from '../../src/store/embedded/sweep-expired.ts';
import { closeTables, openTables } from '../../src/store/embedded/tables.ts';
import type { Store } from '../../src/store/port.ts';

const KEY = { channel: 'directline', conversation: 'room' };
const TTL_MS = 1_000;

let folder: string;
let now = 1_000_000;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  now = 1_000_000;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(more: { keptFree?: number; told?: string[] } = {}): Store {
  const { keptFree, told = [] } = more;
  const onProblem = (problem: string, detail: string) => told.push(`${problem} ${detail}`);
  return openEmbeddedStore({
    dataDir: folder,
    ttlMs: TTL_MS,
    now: () => now,
    onProblem,
    ...(keptFree !== undefined && { keptFree }),
  });
}

describe('what has not been swept away', () => {
  const seen = async () => ({
    record: (await store.load(KEY)).record,
    log: (await store.readLog(KEY, undefined, 10)).length,
    claimed: await store.claimed('name'),
    due: (await store.dueReminders(now, 10)).length,
    collected: (await store.gather('name')).size,
  });

  it('is there until its last millisecond, and not from then on', async () => {
    store = open();
    await store.commit(KEY, { expected: undefined, record: 'kept', log: ['a'] });
    await store.claim('name', 'mine', TTL_MS);
    await store.remind(KEY, { at: 0, value: 'v', ttlMs: TTL_MS });
    await store.collect('name', 'a', { value: 'v', ttlMs: TTL_MS });
    now += TTL_MS - 1;
    expect(await seen()).toEqual({ record: 'kept', log: 1, claimed: 'mine', due: 1, collected: 1 });
    expect(await store.claim('name', 'yours', TTL_MS)).toBe(false);
    now += 1;
    expect(await seen()).toEqual({ record: undefined, log: 0, claimed: undefined, due: 0, collected: 0 });
    expect(await store.claim('name', 'yours', TTL_MS)).toBe(true);
  });

  it('of a shared value is made anew once its time is over, and reading it renews that', async () => {
    store = open();
    const shared = (made: string) => store.shared('name', () => made);
    expect(await shared('first')).toBe('first');
    now += TTL_MS - 1;
    expect(await shared('second')).toBe('first');
    now += TTL_MS - 1;
    expect(await shared('third')).toBe('first');
    now += TTL_MS;
    expect(await shared('fourth')).toBe('fourth');
  });

  it('goes with the sweep at that same millisecond', async () => {
    store = open();
    const tables = openTables(folder);
    await store.shared('name', () => 'v');
    await store.claim('name', 'mine', TTL_MS);
    await store.remind(KEY, { at: 0, value: 'v', ttlMs: TTL_MS });
    await store.commit(KEY, { expected: undefined, record: '', log: ['a'] });
    const left = () =>
      [tables.shared, tables.claims, tables.reminders, tables.conversations, tables.log].map(table =>
        table.getKeysCount({}),
      );
    await sweepExpired(tables, now + TTL_MS - 1, undefined);
    expect(left()).toEqual([1, 1, 1, 1, 1]);
    await sweepExpired(tables, now + TTL_MS, undefined);
    expect(left()).toEqual([0, 0, 0, 0, 0]);
    await closeTables(tables);
  });
});

describe('on a disk with room for erasing alone', () => {
  /** Twice what there is: too much to add anything, and a quarter of it is there. */
  const scarce = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize * 2;
  };
  const REMINDER = { at: 0, value: 'v', ttlMs: TTL_MS };

  it('nothing is added, what erases goes on, and all can be read', async () => {
    const told: string[] = [];
    store = open();
    const first = await store.commit(KEY, { expected: undefined, record: 'kept', log: ['a'], outbox: ['b'] });
    await store.claim('name', 'mine', TTL_MS);
    await store.collect('name', 'a', { value: 'v', ttlMs: TTL_MS });
    await store.remind(KEY, REMINDER);
    await store.close();
    store = open({ keptFree: scarce(), told });
    const expected = first.kind === 'committed' ? first.version : undefined;
    for (const adding of [
      () => store.commit(KEY, { expected, record: 'more' }),
      () => store.claim('other', 'mine', TTL_MS),
      () => store.remind(KEY, REMINDER),
      () => store.collect('name', 'b', { value: 'v', ttlMs: TTL_MS }),
    ])
      await expect(adding()).rejects.toThrow('ENOSPC');
    expect(await store.health()).toEqual({ kind: 'down', reason: 'ENOSPC' });
    expect(told).toEqual(['disk-full ENOSPC']);
    expect(await store.load(KEY)).toMatchObject({ record: 'kept', outbox: [{ value: 'b' }] });
    await store.acknowledge(KEY, first.kind === 'committed' ? first.outboxIds : []);
    await store.remind(KEY, undefined);
    await store.release('name', 'mine');
    await store.withdraw('name', 'a');
    const gone = { expected, record: 'gone', log: ['gone'], erasure: 'done' } as const;
    expect(await store.commit(KEY, gone)).toMatchObject({ kind: 'committed' });
    expect(await store.load(KEY)).toMatchObject({ record: 'gone', outbox: [] });
    expect(await store.claimed('name')).toBeUndefined();
    expect((await store.gather('name')).size).toBe(0);
    expect(await store.dueReminders(now, 10)).toEqual([]);
  });

  it('a sweep that finds none says so while it goes on, every half a minute', async () => {
    store = open();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const tables = openTables(folder);
    const told: string[] = [];
    const room = { check: () => expect.unreachable() };
    const full = { ...tables, room };
    const end = startSweeping(full, {
      now: () => now,
      onProblem: (problem, detail) => told.push(`${problem} ${detail}`),
    });
    vi.advanceTimersByTime(29_999);
    await Promise.resolve();
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    await Promise.resolve();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^sweep-failed /);
    end();
    vi.advanceTimersByTime(60_000);
    await Promise.resolve();
    expect(told).toHaveLength(1);
    vi.useRealTimers();
    await closeTables(tables);
  });
});
