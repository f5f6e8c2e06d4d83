import { expect, it } from 'vitest';
import type { Commit, ConversationKey, Store } from '../../src/store/port.ts';
import { startContendingProcess } from './contending-process.ts';
import { increment } from './increment.ts';
import { type Bench, KEY } from './store-contract.ts';

export const ODD_RECORDS = {
  nothing: '',
  'a number': '0',
  'empty objects and lists': '{"list":[],"map":{}}',
  'numbers that double precision rounds': '{"big":12345678901234567890,"tiny":1e-7}',
  'letters, emoji and a turn of direction': 'Hyvää päivää 🪜 \u202Eoikealta',
  'control characters and quotes': 'a\u0000b\r\n\t"\\',
  'half a surrogate pair, escaped': '{"lone":"\\ud800"}',
  '200 000 characters': 'x'.repeat(200_000),
};

export function commitContract({ backend, store }: Bench): void {
  it('finds nothing where nothing was committed', async () => {
    expect(await store().load(KEY)).toEqual({ record: undefined, version: undefined, outbox: [] });
  });

  it.each(Object.entries(ODD_RECORDS))('gives a record back as it was given: %s', async (_, record) => {
    const version = await write(store(), { expected: undefined, record });
    expect(await store().load(KEY)).toEqual({ record, version, outbox: [] });
  });

  it('refuses a commit that expects another version, and writes nothing of it', async () => {
    const version = await write(store(), { expected: undefined, record: 'first', log: ['1'], outbox: ['1'] });
    for (const expected of [undefined, 'AAAAAAAAAAAA', '', `${version}x`]) {
      const stale: Commit = { expected, record: 'stale', log: ['stale'], outbox: ['stale'] };
      expect(await store().commit(KEY, stale)).toEqual({ kind: 'conflict' });
    }
    expect(await store().load(KEY)).toMatchObject({ record: 'first', version, outbox: [{ value: '1' }] });
    expect(await values(store().readLog(KEY, undefined, 10))).toEqual(['1']);
  });

  it('confirms what has been committed', async () => {
    const version = await write(store(), { expected: undefined, record: 'first' });
    expect(await store().confirm(KEY, version)).toBe('kept');
  });

  it('gives the record alone where that is asked for', async () => {
    expect(await store().load(KEY, 'record')).toEqual({ record: undefined, version: undefined, outbox: [] });
    const version = await write(store(), { expected: undefined, record: 'first', outbox: ['1'] });
    expect(await store().load(KEY, 'record')).toEqual({ record: 'first', version, outbox: [] });
  });

  it('refuses to expect something where nothing is', async () => {
    expect(await store().commit(KEY, { expected: 'AAAAAAAAAAAA', record: 'x' })).toEqual({
      kind: 'conflict',
    });
    expect((await store().load(KEY)).record).toBeUndefined();
  });

  it('lets one of two that loaded the same version win', async () => {
    const other = await backend().open();
    const expected = await write(store(), { expected: undefined, record: 'base' });
    const outcomes = await Promise.all([
      store().commit(KEY, { expected, record: 'mine' }),
      other.commit(KEY, { expected, record: 'theirs' }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict']);
    const winner = outcomes[0]?.kind === 'committed' ? 'mine' : 'theirs';
    expect((await other.load(KEY)).record).toBe(winner);
  });

  it('never gives a version twice: the same content written, undone and written again is a new version', async () => {
    const a1 = await write(store(), { expected: undefined, record: 'a' });
    const b = await write(store(), { expected: a1, record: 'b' });
    const a2 = await write(store(), { expected: b, record: 'a' });
    expect(new Set([a1, b, a2]).size).toBe(3);
    expect(await store().commit(KEY, { expected: a1, record: 'stale' })).toEqual({ kind: 'conflict' });
  });

  it('knows a record made anew after an erasure from the one before', async () => {
    const before = await write(store(), { expected: undefined, record: 'a' });
    await eraseAll(store());
    expect(await store().commit(KEY, { expected: before, record: 'stale' })).toEqual({ kind: 'conflict' });
  });

  it('keeps all of 1 000 increments that contend on two stores', async () => {
    const stores = [store(), await backend().open()];
    const workers = Array.from({ length: 20 }, (_, i) =>
      repeat(50, () => increment(stores[i % 2] ?? store(), KEY)),
    );
    await Promise.all(workers);
    expect((await store().load(KEY)).record).toBe('1000');
  });

  it('keeps all increments that contend with another process', async () => {
    const other = await startContendingProcess(backend().address, KEY);
    await repeat(300, () => increment(store(), KEY));
    const theirs = await other.end();
    expect((await store().load(KEY)).record).toBe(String(300 + theirs));
  });

  it('hands out objects that nobody else holds', async () => {
    await write(store(), { expected: undefined, record: 'mine', outbox: ['reply'] });
    const loaded = await store().load(KEY);
    Reflect.set(loaded, 'record', 'scribbled over');
    Reflect.set(loaded.outbox[0] ?? {}, 'value', 'scribbled over');
    Reflect.set(loaded.outbox, 'length', 0);
    expect(await store().load(KEY)).toMatchObject({ record: 'mine', outbox: [{ value: 'reply' }] });
  });
}

/** Commits and returns the version, or fails the test. */
export async function write(store: Store, commit: Commit, key: ConversationKey = KEY): Promise<string> {
  const outcome = await store.commit(key, commit);
  if (outcome.kind !== 'committed') throw new Error(`expected to be committed, but: ${outcome.kind}`);
  return outcome.version;
}

/** Erases whatever is kept of the conversation; the record made anew in the same step holds one letter. */
export async function eraseAll(store: Store, key: ConversationKey = KEY): Promise<string> {
  const { version } = await store.load(key, 'record');
  return write(store, { expected: version, record: 'a', erasure: 'done' }, key);
}

export async function values(entries: Promise<readonly { value: string }[]>): Promise<readonly string[]> {
  return (await entries).map(({ value }) => value);
}

async function repeat(times: number, step: () => Promise<void>): Promise<void> {
  for (let i = 0; i < times; i++) await step();
}
