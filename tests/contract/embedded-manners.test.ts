/** What only the embedded store can be asked: its clock, its sweeping, its folder. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { keepShared } from '../../src/store/embedded/keep-shared.ts';
import { sweepExpired } from '../../src/store/embedded/sweep-expired.ts';
import { closeTables, openTables } from '../../src/store/embedded/tables.ts';
import { type Store, StoreUnavailable } from '../../src/store/port.ts';
import { startContendingProcess } from './contending-process.ts';

const KEY = { channel: 'directline', conversation: 'manners' };
const TTL_MS = 1_000;

describe('the embedded store', () => {
  let folder: string;
  let now = 1_000_000;
  let store: Store;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'store-'));
    now = 1_000_000;
    store = open(join(folder, 'made', 'on the way'));
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is still there after closing and opening again', async () => {
    await store.commit(KEY, { expected: undefined, record: 'kept', log: ['a'], outbox: ['b'] });
    await store.collect('name', 'member', { value: 'kept', ttlMs: TTL_MS });
    await store.close();
    store = open(join(folder, 'made', 'on the way'));
    expect(await store.load(KEY)).toMatchObject({ record: 'kept', outbox: [{ value: 'b' }] });
    expect(await store.readLog(KEY, undefined, 10)).toMatchObject([{ value: 'a' }]);
    expect(await store.gather('name')).toEqual(new Map([['member', 'kept']]));
  });

  it('finds nothing undelivered in what has expired and is not swept yet', async () => {
    await store.commit(KEY, { expected: undefined, record: '', outbox: ['a'] });
    now += TTL_MS - 1;
    expect(await store.undelivered(0, 10)).toEqual([KEY]);
    now += 1;
    expect(await store.undelivered(0, 10)).toEqual([]);
  });

  it('finds undelivered what has waited as long as was asked for, and nothing fresher', async () => {
    await store.commit(KEY, { expected: undefined, record: '', outbox: ['a'] });
    now += 99;
    expect(await store.undelivered(100, 10)).toEqual([]);
    now += 1;
    expect(await store.undelivered(100, 10)).toEqual([KEY]);
  });

  it('begins anew over what has expired and is not swept yet', async () => {
    const first = await store.commit(KEY, { expected: undefined, record: 'old', log: ['a'], outbox: ['a'] });
    now += TTL_MS;
    expect((await store.load(KEY)).version).toBeUndefined();
    const again = await store.commit(KEY, { expected: undefined, record: 'new', log: ['b'] });
    expect([first.kind, again.kind]).toEqual(['committed', 'committed']);
    expect(await store.load(KEY)).toMatchObject({ record: 'new', outbox: [] });
    expect(await store.readLog(KEY, undefined, 10)).toMatchObject([{ value: 'b' }]);
  });

  it('collects nothing for what was provided in a collection whose time is over', async () => {
    const round = { value: 'open', ttlMs: TTL_MS };
    const ballot = { name: 'votes', member: 'a', value: 'yes', ttlMs: TTL_MS };
    const provided = { member: 'round', value: 'open' };
    const cast = async () => {
      const { version } = await store.load(KEY);
      return store.commit(KEY, { expected: version, record: '', collect: { ...ballot, provided } });
    };
    await store.collect('votes', 'round', round);
    expect(await cast()).toMatchObject({ kind: 'committed' });
    await store.collect('votes', 'round', { ...round, value: 'over' });
    expect(await cast()).toEqual({ kind: 'left-out' });
    await store.collect('votes', 'round', round);
    now += TTL_MS;
    expect(await cast()).toEqual({ kind: 'left-out' });
  });

  it('goes on after its last ids when it is opened again with a clock that was set back', async () => {
    const folderOf = join(folder, 'made', 'on the way');
    await store.commit(KEY, { expected: undefined, record: '', log: ['a'], outbox: ['b'] });
    await store.close();
    now -= 500;
    store = open(folderOf);
    const { version } = await store.load(KEY);
    await store.commit(KEY, { expected: version, record: '', log: ['c'] });
    expect((await store.readLog(KEY, undefined, 10)).map(({ value }) => value)).toEqual(['a', 'c']);
    const [, last] = await store.readLog(KEY, undefined, 10);
    expect(last?.id).toBe('1000000-2');
  });

  it('gives a shared value on a full disk as well, once it is there', async () => {
    expect(await store.shared('name', () => 'made')).toBe('made');
    await store.close();
    const full = openTables(join(folder, 'made', 'on the way'), Number.MAX_SAFE_INTEGER);
    const wanted = { now, ttlMs: TTL_MS, onProblem: () => undefined };
    expect(await keepShared(full, 'name', { ...wanted, create: () => 'another' })).toBe('made');
    await expect(keepShared(full, 'other', { ...wanted, create: () => 'made' })).rejects.toThrow('ENOSPC');
    await closeTables(full);
  });

  it('keeps what it keeps under the names that earlier folders have', async () => {
    const tables = openTables(join(folder, 'made', 'on the way'));
    expect([...tables.root.getKeys()].sort()).toEqual(
      ['claims', 'collections', 'conversations', 'log', 'members', 'outbox', 'reminders', 'shared'].map(
        name => `${name}-1`,
      ),
    );
    await closeTables(tables);
  });

  it('lets nobody else read its folder', () => {
    expect(statSync(join(folder, 'made')).mode & 0o077).toBe(0);
  });

  it('throws at once when the folder cannot be made', () => {
    writeFileSync(join(folder, 'a file'), '');
    expect(() => open(join(folder, 'a file', 'below'))).toThrow('ENOTDIR');
  });

  it('gives growing ids while the clock stands still or is set back', async () => {
    const ids: string[] = [];
    for (const time of [1_000_000, 1_000_000, 999_500, 1_000_001]) {
      now = time;
      const { version } = await store.load(KEY);
      const outcome = await store.commit(KEY, { expected: version, record: '', log: ['a', 'b'] });
      if (outcome.kind === 'committed') ids.push(...outcome.logIds);
    }
    expect((await store.readLog(KEY, undefined, 100)).map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(8);
  });

  it('sweeps away what has expired, a bounded number of rows at a time, and leaves the rest', async () => {
    const tables = openTables(join(folder, 'made', 'on the way'));
    const commit = (conversation: string) =>
      store.commit({ ...KEY, conversation }, { expected: undefined, record: '', log: ['a'], outbox: ['a'] });
    await Promise.all(Array.from({ length: 700 }, (_, i) => commit(`old ${i}`)));
    now += TTL_MS;
    await Promise.all(Array.from({ length: 10 }, (_, i) => commit(`new ${i}`)));
    const next = await sweepExpired(tables, now, undefined);
    expect(tables.conversations.getKeysCount({})).toBeGreaterThan(200);
    expect(await sweepExpired(tables, now, next)).toBeUndefined();
    for (const table of [tables.conversations, tables.log, tables.outbox])
      expect(table.getKeysCount({})).toBe(10);
    await closeTables(tables);
  });

  it('shows nothing of an expired collection that was not swept yet, and begins anew without it', async () => {
    for (const member of ['a', 'b']) await store.collect('name', member, { value: 'old', ttlMs: TTL_MS });
    now += TTL_MS - 1;
    expect((await store.gather('name')).size).toBe(2);
    now += 1;
    expect((await store.gather('name')).size).toBe(0);
    await store.collect('name', 'a', { value: 'new', ttlMs: TTL_MS });
    expect(await store.gather('name')).toEqual(new Map([['a', 'new']]));
  });

  it('sweeps away expired collections with all members, not one that somebody adds to meanwhile', async () => {
    const tables = openTables(join(folder, 'made', 'on the way'));
    const collect = (name: string, member: string) =>
      store.collect(name, member, { value: 'v', ttlMs: TTL_MS });
    for (const name of ['gone', 'used']) for (const member of ['a', 'b']) await collect(name, member);
    now += TTL_MS;
    await collect('young', 'a');
    await Promise.all([collect('used', 'c'), sweepExpired(tables, now, undefined)]);
    expect([...tables.collections.getKeys()]).toEqual(['used', 'young']);
    expect([...tables.members.getKeys()]).toEqual([
      ['used', 'c'],
      ['young', 'a'],
    ]);
    await closeTables(tables);
  });

  it('wakes a listener for what another process commits', async () => {
    store = open(folder);
    const heard = vi.fn();
    await store.listen(KEY, heard);
    const other = await startContendingProcess({ kind: 'embedded', dataDir: folder }, KEY);
    await vi.waitFor(() => expect(heard).toHaveBeenCalled(), 10_000);
    await other.end();
  });

  it('says after closing that it is closed', async () => {
    const writing = store.commit(KEY, { expected: undefined, record: 'last', log: ['a'] });
    await store.close();
    await expect(writing).resolves.toMatchObject({ kind: 'committed' });
    await expect(store.load(KEY)).rejects.toThrow(StoreUnavailable);
    await expect(store.commit(KEY, { expected: undefined, record: '' })).rejects.toThrow(StoreUnavailable);
    await expect(store.readLog(KEY, undefined, 1)).rejects.toThrow(StoreUnavailable);
    await expect(store.acknowledge(KEY, ['1-1'])).rejects.toThrow(StoreUnavailable);
    await expect(store.listen(KEY, () => undefined)).rejects.toThrow(StoreUnavailable);
    await expect(store.collect('name', 'a', { value: 'v', ttlMs: 1 })).rejects.toThrow(StoreUnavailable);
    await expect(store.gather('name')).rejects.toThrow(StoreUnavailable);
    await expect(store.withdraw('name', 'a')).rejects.toThrow(StoreUnavailable);
    expect(await store.health()).toMatchObject({ kind: 'down' });
    await store.close();
  });

  function open(dataDir: string): Store {
    return openEmbeddedStore({ dataDir, ttlMs: TTL_MS, now: () => now, onProblem: () => undefined });
  }
});
