import { expect, it } from 'vitest';
import { TTL_MS } from './backend.ts';
import { eraseAll, write } from './commit-contract.ts';
import { type Bench, KEY } from './store-contract.ts';

const NOTHING = { record: undefined, version: undefined, outbox: [] };
const ALMOST = TTL_MS - 60_000;

export function expiryContract({ backend, store }: Bench): void {
  it('lets everything go when its time has passed: nothing is kept without an end', async () => {
    const expected = await write(store(), {
      expected: undefined,
      record: '1',
      log: ['a'],
      outbox: ['a', 'b'],
    });
    await write(store(), { expected, record: '2', log: ['b'] });
    const { outbox } = await store().load(KEY);
    await store().acknowledge(KEY, [outbox[0]?.id ?? '']);
    await store().shared('name', () => 'value');
    await store().claim('name', 'value', TTL_MS);
    await store().remind(KEY, { at: 0, value: 'value', ttlMs: TTL_MS });
    await store().health();
    expect((await backend().keptNames()).length).toBeGreaterThanOrEqual(4);
    await backend().passTime(TTL_MS + 1);
    expect(await backend().keptNames()).toEqual([]);
  });

  it('finds nothing of a conversation that has expired', async () => {
    await write(store(), { expected: undefined, record: '1', log: ['a'], outbox: ['a'] });
    await backend().passTime(TTL_MS + 1);
    expect(await store().load(KEY)).toEqual(NOTHING);
    expect(await store().readLog(KEY, undefined, 10)).toEqual([]);
    expect(await store().undelivered(0, 10)).toEqual([]);
  });

  it('gives everything its time anew at each commit', async () => {
    const expected = await write(store(), { expected: undefined, record: '1', log: ['a'], outbox: ['a'] });
    await backend().passTime(ALMOST);
    await write(store(), { expected, record: '2' });
    await backend().passTime(ALMOST);
    expect(await store().load(KEY)).toMatchObject({ record: '2', outbox: [{ value: 'a' }] });
    expect(await store().readLog(KEY, undefined, 10)).toMatchObject([{ value: 'a' }]);
    expect(await store().undelivered(0, 10)).toEqual([KEY]);
  });

  it('knows a record made anew after an expiry from the one before', async () => {
    const before = await write(store(), { expected: undefined, record: 'a', log: ['old'], outbox: ['old'] });
    await backend().passTime(TTL_MS + 1);
    expect(await store().commit(KEY, { expected: before, record: 'stale' })).toEqual({ kind: 'conflict' });
    await write(store(), { expected: undefined, record: 'a', log: ['new'] });
    expect(await store().commit(KEY, { expected: before, record: 'stale' })).toEqual({ kind: 'conflict' });
    expect(await store().load(KEY)).toMatchObject({ record: 'a', outbox: [] });
    expect(await store().readLog(KEY, undefined, 10)).toMatchObject([{ value: 'new' }]);
  });

  it('erases everything of a conversation, and nothing of another', async () => {
    const other = { channel: 'msteams', conversation: 'another' };
    await write(store(), { expected: undefined, record: '1', log: ['a'], outbox: ['a'] }, other);
    await write(store(), { expected: undefined, record: '1' });
    const kept = await backend().keptNames();
    const expected = await eraseAll(store());
    await write(store(), { expected, record: '2', log: ['a'], outbox: ['a'] });
    await store().remind(KEY, { at: 0, value: 'a', ttlMs: TTL_MS });
    const version = await eraseAll(store());
    expect(await store().load(KEY)).toEqual({ record: 'a', version, outbox: [] });
    expect(await store().readLog(KEY, undefined, 10)).toEqual([]);
    expect(await store().undelivered(0, 10)).toEqual([other]);
    expect(await store().dueReminders(Date.now(), 10)).toEqual([]);
    expect([...(await backend().keptNames())].sort()).toEqual([...kept].sort());
  });

  it('erases and says so in one step: what it adds itself is there, and all or nothing happens', async () => {
    const before = { expected: undefined, record: '1', log: ['a'], outbox: ['a'] };
    const expected = await write(store(), before);
    await store().remind(KEY, { at: 0, value: 'a', ttlMs: TTL_MS });
    const word = { record: '2', log: ['erased'], outbox: ['erased'], erasure: 'done' } as const;
    expect(await store().commit(KEY, { ...word, expected: 'AAAAAAAAAAAA' })).toEqual({ kind: 'conflict' });
    expect(await store().load(KEY)).toMatchObject({ record: '1', outbox: [{ value: 'a' }] });
    expect(await store().dueReminders(Date.now(), 10)).toHaveLength(1);
    await write(store(), { ...word, expected });
    expect(await store().load(KEY)).toMatchObject({ record: '2', outbox: [{ value: 'erased' }] });
    expect(await store().readLog(KEY, undefined, 10)).toMatchObject([{ value: 'erased' }]);
    expect(await store().undelivered(0, 10)).toEqual([KEY]);
    expect(await store().dueReminders(Date.now(), 10)).toEqual([]);
  });

  it('erases what is not there, and nothing is lost by a question that leads to it', async () => {
    const expected = await eraseAll(store());
    const version = await write(store(), { expected, record: '1', log: ['a'], outbox: ['a'] });
    await write(store(), { expected: version, record: '2', log: ['b'], erasure: 'asked' });
    expect(await store().load(KEY)).toMatchObject({ record: '2', outbox: [{ value: 'a' }] });
    expect(await store().readLog(KEY, undefined, 10)).toMatchObject([{ value: 'a' }, { value: 'b' }]);
  });
}
