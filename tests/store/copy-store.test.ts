/** A copy of the embedded store, made while it is in use. */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { copyStore } from '../../src/store/embedded/copy-store.ts';
import { openStore } from '../../src/store/open-store.ts';

const KEY = { channel: 'directline', conversation: 'a' };

async function used() {
  const folder = mkdtempSync(join(tmpdir(), 'copy-'));
  const opened = async (dataDir: string) => {
    const store = await openStore({ dataDir, ttlDays: 1, now: () => 0, onProblem: () => undefined });
    onTestFinished(() => store.close());
    return store;
  };
  const dataDir = join(folder, 'data');
  const store = await opened(dataDir);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, dataDir, store, opened };
}

it('holds what was saved until then, and nothing later; it is read and written like the first', async () => {
  const { folder, dataDir, store, opened } = await used();
  const first = await store.commit(KEY, { expected: undefined, record: 'before', log: ['one'] });
  if (first.kind !== 'committed') throw new Error(first.kind);
  await store.collect('residents', 'somebody', { value: '1', ttlMs: 1000 });
  const to = join(folder, 'copy');
  await copyStore(dataDir, to);
  await store.commit(KEY, { expected: first.version, record: 'after', log: ['two'] });
  const copy = await opened(to);
  expect(await copy.load(KEY)).toMatchObject({ record: 'before', version: first.version });
  expect((await copy.readLog(KEY, undefined, 10)).map(({ value }) => value)).toEqual(['one']);
  expect(await copy.gather('residents')).toEqual(new Map([['somebody', '1']]));
  expect((await copy.commit(KEY, { expected: first.version, record: 'on' })).kind).toBe('committed');
  expect(await store.load(KEY)).toMatchObject({ record: 'after' });
  expect(statSync(to).mode & 0o077).toBe(0);
});

it('writes over nothing', async () => {
  const { folder, dataDir } = await used();
  const there = join(folder, 'there');
  mkdirSync(there);
  await expect(copyStore(dataDir, there)).rejects.toThrow(/exists/);
});

it('makes no store where there was none', async () => {
  const { folder } = await used();
  await expect(copyStore(join(folder, 'nowhere'), join(folder, 'copy'))).rejects.toThrow();
});
