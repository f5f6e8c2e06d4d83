import { expect, it } from 'vitest';
import { write } from './commit-contract.ts';
import { type Bench, KEY } from './store-contract.ts';

const HOUR_MS = 60 * 60 * 1_000;
const OTHER = { channel: 'msteams', conversation: 'another' };

export function outboxContract({ backend, store }: Bench): void {
  const outbox = async () => (await store().load(KEY)).outbox;

  it('keeps undelivered entries in their order over commits, with the ids that the commit told', async () => {
    const first = await store().commit(KEY, { expected: undefined, record: '1', outbox: ['a', 'b'] });
    if (first.kind !== 'committed') throw new Error(first.kind);
    const second = await write(store(), { expected: first.version, record: '2' });
    await write(store(), { expected: second, record: '3', outbox: ['c'] });
    const waiting = await outbox();
    expect(waiting.map(({ value }) => value)).toEqual(['a', 'b', 'c']);
    expect(waiting.slice(0, 2).map(({ id }) => id)).toEqual(first.outboxIds);
  });

  it('forgets what is acknowledged, and only that; twice does no harm', async () => {
    await write(store(), { expected: undefined, record: '1', outbox: ['a', 'b', 'c'] });
    const [a, b] = await outbox();
    await store().acknowledge(KEY, [b?.id ?? '']);
    expect((await outbox()).map(({ value }) => value)).toEqual(['a', 'c']);
    await store().acknowledge(KEY, [a?.id ?? '', b?.id ?? '']);
    await store().acknowledge(KEY, [a?.id ?? '', b?.id ?? '']);
    expect((await outbox()).map(({ value }) => value)).toEqual(['c']);
  });

  it('takes an acknowledgement of what it never held', async () => {
    await store().acknowledge(KEY, ['1-1', 'nonsense', '']);
    await write(store(), { expected: undefined, record: '1', outbox: ['a'] });
    await store().acknowledge(KEY, ['1-1', 'nonsense', '']);
    await store().acknowledge(KEY, []);
    expect((await outbox()).map(({ value }) => value)).toEqual(['a']);
  });

  it('does not make a conflict out of an acknowledgement', async () => {
    const expected = await write(store(), { expected: undefined, record: '1', outbox: ['a'] });
    const [a] = await outbox();
    await store().acknowledge(KEY, [a?.id ?? '']);
    await write(store(), { expected, record: '2', outbox: ['b'] });
    expect(await store().load(KEY)).toMatchObject({ record: '2', outbox: [{ value: 'b' }] });
  });

  it('never gives an id twice', async () => {
    const ids = new Set<string>();
    let version: string | undefined;
    for (let i = 0; i < 20; i++) {
      version = await write(store(), { expected: version, record: '', outbox: ['a', 'b'] });
      const given = (await outbox()).map(({ id }) => id);
      for (const id of given) ids.add(id);
      await store().acknowledge(KEY, given);
    }
    expect(ids.size).toBe(40);
  });

  it('finds the conversations with something undelivered, on every store, the longest waiting first', async () => {
    const other = await backend().open();
    await write(store(), { expected: undefined, record: '1', outbox: ['a'] });
    await new Promise(resolve => setTimeout(resolve, 5));
    await write(store(), { expected: undefined, record: '1', outbox: ['b'] }, OTHER);
    await write(
      store(),
      { expected: undefined, record: '1' },
      { channel: 'msteams', conversation: 'silent' },
    );
    expect(await other.undelivered(0, 10)).toEqual([KEY, OTHER]);
    expect(await other.undelivered(0, 1)).toEqual([KEY]);
    expect(await other.undelivered(HOUR_MS, 10)).toEqual([]);
  });

  it('no longer finds what was delivered, but still finds what was delivered in part', async () => {
    const expected = await write(store(), { expected: undefined, record: '1', outbox: ['a'] });
    await write(store(), { expected, record: '2', outbox: ['b'] });
    const [a, b] = await outbox();
    await store().acknowledge(KEY, [a?.id ?? '']);
    expect(await store().undelivered(0, 10)).toEqual([KEY]);
    await store().acknowledge(KEY, [b?.id ?? '']);
    expect(await store().undelivered(0, 10)).toEqual([]);
  });

  it('finds it again when something new is undelivered', async () => {
    const expected = await write(store(), { expected: undefined, record: '1', outbox: ['a'] });
    await store().acknowledge(
      KEY,
      (await outbox()).map(({ id }) => id),
    );
    await write(store(), { expected, record: '2', outbox: ['b'] });
    expect(await store().undelivered(0, 10)).toEqual([KEY]);
    expect((await outbox()).map(({ value }) => value)).toEqual(['b']);
  });
}
