import { expect, it } from 'vitest';
import type { CollectOutcome, Store } from '../../src/store/port.ts';
import { TTL_MS } from './backend.ts';
import { eraseAll, ODD_RECORDS, write } from './commit-contract.ts';
import { ODD_NAMES } from './key-contract.ts';
import { startSecondProcess } from './second-process.ts';
import { type Bench, KEY } from './store-contract.ts';

const HOUR_MS = 60 * 60 * 1_000;
/** Numbers come first in plain objects, in an order of their own; a hash's field and an object's key look alike. */
const ODD_MEMBERS = [...ODD_NAMES, '10', '9', '-1', '1e3', '-', '"', '"a"', 'toString', 'null'];

export function collectionContract(bench: Bench): void {
  collecting(bench);
  withdrawing(bench);
  oddNames(bench);
  depending(bench);
  committing(bench);
  contending(bench);
  timesToLive(bench);
}

function collecting({ backend, store }: Bench): void {
  it('gathers the last value of each member, from all stores and on all stores', async () => {
    const other = await backend().open();
    await put(store(), 'a', 'first');
    await put(other, 'b', 'second');
    await put(other, 'a', 'third');
    const all = new Map([
      ['a', 'third'],
      ['b', 'second'],
    ]);
    expect(await store().gather('name')).toEqual(all);
    expect(await other.gather('name')).toEqual(all);
    expect(await store().gather('never')).toEqual(new Map());
  });

  it.each(Object.entries(ODD_RECORDS))('gives a value back as it was given: %s', async (_, value) => {
    await put(store(), 'member', value);
    expect(await store().gather('name')).toEqual(new Map([['member', value]]));
  });

  it('hands out a map that nobody else holds', async () => {
    await put(store(), 'member', 'mine');
    const scribbled = await store().gather('name');
    scribbled.set('member', 'scribbled over').set('another', 'scribbled in');
    expect(await store().gather('name')).toEqual(new Map([['member', 'mine']]));
    scribbled.clear();
    expect(await store().gather('name')).toEqual(new Map([['member', 'mine']]));
  });

  it('has nothing to do with what else goes by the name, and stays when that is erased', async () => {
    const name = KEY.conversation;
    await put(store(), 'member', 'collected', name);
    expect(await store().load(KEY)).toEqual({ record: undefined, version: undefined, outbox: [] });
    expect(await store().shared(name, () => 'shared')).toBe('shared');
    expect(await store().claim(name, 'claimed', HOUR_MS)).toBe(true);
    await write(store(), { expected: undefined, record: 'record', log: ['a'], outbox: ['a'] });
    expect(await store().gather(name)).toEqual(new Map([['member', 'collected']]));
    await eraseAll(store());
    expect(await store().gather(name)).toEqual(new Map([['member', 'collected']]));
    await store().withdraw(name, 'member');
    expect(await store().claimed(name)).toBe('claimed');
    expect(await store().shared(name, () => 'anew')).toBe('shared');
    expect(await store().load(KEY)).toMatchObject({ record: 'a' });
  });
}

function withdrawing({ backend, store }: Bench): void {
  it('takes one member out, on all stores, and takes it in again', async () => {
    const other = await backend().open();
    for (const member of ['a', 'b', 'c']) await put(store(), member, member);
    await other.withdraw('name', 'b');
    expect([...(await store().gather('name')).keys()].sort()).toEqual(['a', 'c']);
    await put(store(), 'b', 'anew');
    expect((await other.gather('name')).get('b')).toBe('anew');
  });

  it('keeps nothing of a collection whose last member is withdrawn', async () => {
    for (const member of ['a', 'b']) await put(store(), member, member);
    expect((await backend().keptNames()).length).toBeGreaterThan(0);
    for (const member of ['a', 'b']) await store().withdraw('name', member);
    expect(await backend().keptNames()).toEqual([]);
    expect(await store().gather('name')).toEqual(new Map());
  });

  it('withdraws twice, or what never was, without harm', async () => {
    await store().withdraw('never', 'member');
    await put(store(), 'a', 'a');
    await put(store(), 'b', 'b');
    await store().withdraw('name', 'a');
    await store().withdraw('name', 'a');
    await store().withdraw('name', 'never');
    expect(await store().gather('name')).toEqual(new Map([['b', 'b']]));
  });
}

function oddNames({ backend, store }: Bench): void {
  it('keeps collections apart, whatever their names', async () => {
    for (const [i, name] of ODD_MEMBERS.entries()) await put(store(), 'member', `value ${i}`, name);
    for (const [i, name] of ODD_MEMBERS.entries())
      expect(await store().gather(name), short(name)).toEqual(new Map([['member', `value ${i}`]]));
    for (const [i, name] of ODD_MEMBERS.entries()) {
      await store().withdraw(name, 'member');
      const left = await Promise.all(ODD_MEMBERS.map(async other => (await store().gather(other)).size));
      expect(
        left.filter(size => size > 0),
        short(name),
      ).toHaveLength(ODD_MEMBERS.length - i - 1);
    }
    expect(await backend().keptNames()).toEqual([]);
  });

  it('keeps members apart, whatever their names, and gives the names back as they were', async () => {
    const all = new Map(ODD_MEMBERS.map((member, i) => [member, `value ${i}`]));
    for (const [member, value] of all) await put(store(), member, value);
    expect(sorted(await store().gather('name'))).toEqual(sorted(all));
    for (const member of ODD_MEMBERS) {
      await store().withdraw('name', member);
      all.delete(member);
      expect(sorted(await store().gather('name')), short(member)).toEqual(sorted(all));
    }
  });

  it('tells a collection and its members from other names made of the same letters', async () => {
    for (const [name, member] of [
      ['a', 'b/c'],
      ['a/b', 'c'],
      ['a:b', 'c'],
      ['a', 'b:c'],
    ] as const)
      await put(store(), member, `${name} and ${member}`, name);
    expect((await store().gather('a')).size).toBe(2);
    expect(await store().gather('a/b')).toEqual(new Map([['c', 'a/b and c']]));
    expect(await store().gather('a:b')).toEqual(new Map([['c', 'a:b and c']]));
  });
}

function depending({ backend, store }: Bench): void {
  const open = { member: 'gate', value: 'open' };

  it('puts a member in only while another has this very value, whatever both are', async () => {
    const value = ODD_RECORDS['control characters and quotes'];
    for (const gate of ODD_MEMBERS) {
      const ballot = { value: 'ballot', ttlMs: HOUR_MS, provided: { member: gate, value } };
      const collect = (name = gate) => store().collect(name, 'member', ballot);
      expect(await collect(), short(gate)).toBe('left-out');
      await put(store(), gate, 'another', gate);
      expect(await collect(), short(gate)).toBe('left-out');
      await put(store(), gate, value, gate);
      expect(await collect('elsewhere'), short(gate)).toBe('left-out');
      expect(await collect(), short(gate)).toBe('collected');
      await store().withdraw(gate, gate);
      expect(await collect(), short(gate)).toBe('left-out');
      expect(await store().gather(gate)).toEqual(new Map([['member', 'ballot']]));
    }
    expect(await store().gather('elsewhere')).toEqual(new Map());
  });

  it('takes what has expired for gone', async () => {
    await put(store(), 'gate', 'open');
    await backend().passTime(HOUR_MS + 1);
    const ballot = { value: 'ballot', ttlMs: HOUR_MS, provided: open };
    expect(await store().collect('name', 'member', ballot)).toBe('left-out');
    expect(await store().gather('name')).toEqual(new Map());
  });

  it('puts nothing in once another process was told that the gate is shut', async () => {
    const other = await backend().open();
    for (let round = 0; round < 50; round++) {
      const name = `round ${round}`;
      await put(store(), 'gate', 'open', name);
      const ballots = Promise.allSettled(
        ['a', 'b', 'c', 'd'].map(member =>
          store().collect(name, member, { value: 'ballot', ttlMs: HOUR_MS, provided: open }),
        ),
      );
      await put(other, 'gate', 'shut', name);
      const { size } = await other.gather(name);
      await ballots;
      expect((await other.gather(name)).size).toBe(size);
    }
  });
}

function committing({ backend, store }: Bench): void {
  const collect = {
    ...{ name: 'name', member: 'member', value: 'ballot', ttlMs: HOUR_MS },
    provided: { member: 'gate', value: 'open' },
  };
  const ballot = new Map([
    ['gate', 'open'],
    ['member', 'ballot'],
  ]);

  it('puts a member in with a commit, and takes neither for the other', async () => {
    await put(store(), 'gate', 'open');
    const commit = { expected: undefined, record: 'record', log: ['1', '2'], outbox: ['3', '4'], collect };
    expect(await store().commit(KEY, commit)).toMatchObject({ kind: 'committed' });
    expect(await store().gather('name')).toEqual(ballot);
    const { record, outbox } = await store().load(KEY);
    expect({ record, outbox: outbox.map(({ value }) => value) }).toEqual({
      record: 'record',
      outbox: ['3', '4'],
    });
    expect((await store().readLog(KEY, undefined, 9)).map(({ value }) => value)).toEqual(['1', '2']);
    await backend().passTime(HOUR_MS + 1);
    expect(await store().gather('name')).toEqual(new Map());
  });

  it('puts one in that depends on nothing', async () => {
    const { provided: _, ...free } = collect;
    expect(await store().commit(KEY, { expected: undefined, record: 'a', collect: free })).toMatchObject({
      kind: 'committed',
    });
    expect(await store().gather('name')).toEqual(new Map([['member', 'ballot']]));
  });

  it('writes nothing of a commit where the member is left out', async () => {
    const commit = { expected: undefined, record: 'record', log: ['1'], outbox: ['2'], collect };
    expect(await store().commit(KEY, commit)).toEqual({ kind: 'left-out' });
    await put(store(), 'gate', 'shut');
    expect(await store().commit(KEY, commit)).toEqual({ kind: 'left-out' });
    expect(await store().load(KEY)).toEqual({ record: undefined, version: undefined, outbox: [] });
    expect(await store().readLog(KEY, undefined, 9)).toEqual([]);
    expect(await store().gather('name')).toEqual(new Map([['gate', 'shut']]));
    await put(store(), 'gate', 'open');
    expect(await store().commit(KEY, commit)).toMatchObject({ kind: 'committed' });
  });

  it('puts nothing in with a commit that is in conflict', async () => {
    await put(store(), 'gate', 'open');
    await write(store(), { expected: undefined, record: 'theirs' });
    const commit = { expected: undefined, record: 'mine', collect };
    expect(await store().commit(KEY, commit)).toEqual({ kind: 'conflict' });
    const together = backend().parts === 'together';
    expect(await store().gather('name')).toEqual(together ? new Map([['gate', 'open']]) : ballot);
    expect(await store().load(KEY)).toMatchObject({ record: 'theirs' });
  });

  it('lets one of two commits win that collect at once', async () => {
    const other = await backend().open();
    await put(store(), 'gate', 'open');
    const outcomes = await Promise.all([
      store().commit(KEY, { expected: undefined, record: 'mine', collect }),
      other.commit(KEY, { expected: undefined, record: 'theirs', collect }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict']);
    const winner = outcomes[0]?.kind === 'committed' ? 'mine' : 'theirs';
    expect((await other.load(KEY)).record).toBe(winner);
  });

  it('puts nothing in with a commit once another process was told that the gate is shut', async () => {
    const other = await backend().open();
    for (let round = 0; round < 50; round++) {
      const name = `round ${round}`;
      await put(store(), 'gate', 'open', name);
      const commits = Promise.allSettled(
        ['a', 'b', 'c', 'd'].map(member =>
          store().commit(
            { channel: name, conversation: member },
            { expected: undefined, record: 'r', collect: { ...collect, name, member } },
          ),
        ),
      );
      await put(other, 'gate', 'shut', name);
      const { size } = await other.gather(name);
      const done = (await commits).filter(
        one => one.status === 'fulfilled' && one.value.kind === 'committed',
      );
      expect((await other.gather(name)).size).toBe(size);
      expect(done).toHaveLength(size - 1);
    }
  });
}

function contending({ backend, store }: Bench): void {
  it('loses none of 200 members that two processes collect at once', async () => {
    const script = new URL('./collecting-process.ts', import.meta.url);
    const other = await startSecondProcess(script, [backend().address, 'name', 100]);
    await Promise.all(Array.from({ length: 100 }, (_, i) => put(store(), `mine ${i}`, `value ${i}`)));
    expect(await other.lastWord()).toBe('done');
    const gathered = await store().gather('name');
    expect(gathered.size).toBe(200);
    for (let i = 0; i < 100; i++) {
      expect(gathered.get(`mine ${i}`)).toBe(`value ${i}`);
      expect(gathered.get(`theirs ${i}`)).toBe(`value ${i}`);
    }
  });

  it('loses none that is collected while the last other one is withdrawn', async () => {
    const other = await backend().open();
    for (let round = 0; round < 50; round++) {
      const name = `round ${round}`;
      await put(store(), 'leaves', 'x', name);
      await Promise.all([other.withdraw(name, 'leaves'), put(store(), 'comes', 'y', name)]);
      expect(await store().gather(name)).toEqual(new Map([['comes', 'y']]));
    }
  });
}

function timesToLive({ backend, store }: Bench): void {
  it('lets a collection go when its time has passed, and begins anew without what was in it', async () => {
    await put(store(), 'a', 'old');
    await put(store(), 'b', 'old');
    await backend().passTime(HOUR_MS + 1);
    expect(await store().gather('name')).toEqual(new Map());
    expect(await backend().keptNames()).toEqual([]);
    await put(store(), 'a', 'new');
    expect(await store().gather('name')).toEqual(new Map([['a', 'new']]));
  });

  it('gives the whole collection its time anew with each member, and with a member again', async () => {
    await put(store(), 'a', '1');
    for (const value of ['1', '2', '3']) {
      await backend().passTime(HOUR_MS - 60_000);
      await put(store(), 'b', value);
    }
    expect(sorted(await store().gather('name'))).toEqual([
      ['a', '1'],
      ['b', '3'],
    ]);
    await backend().passTime(HOUR_MS + 1);
    expect(await backend().keptNames()).toEqual([]);
  });

  it('has its own time, longer or shorter than a conversation, and what is promised to one no other cuts short', async () => {
    await store().collect('name', 'long', { value: 'l', ttlMs: TTL_MS * 3 });
    await store().collect('name', 'short', { value: 's', ttlMs: 60_000 });
    await store().collect('another', 'short', { value: 's', ttlMs: 60_000 });
    await backend().passTime(TTL_MS * 2);
    expect((await store().gather('name')).size).toBe(2);
    expect((await store().gather('another')).size).toBe(0);
    await backend().passTime(TTL_MS + 1);
    expect(await backend().keptNames()).toEqual([]);
  });

  it('does not live longer by a withdrawal', async () => {
    for (const member of ['a', 'b']) await put(store(), member, member);
    await backend().passTime(HOUR_MS - 60_000);
    await store().withdraw('name', 'a');
    await backend().passTime(60_001);
    expect(await store().gather('name')).toEqual(new Map());
    await store().withdraw('name', 'b');
    expect(await backend().keptNames()).toEqual([]);
  });
}

function put(store: Store, member: string, value: string, name = 'name'): Promise<CollectOutcome> {
  return store.collect(name, member, { value, ttlMs: HOUR_MS });
}

function sorted(collection: ReadonlyMap<string, string>): [string, string][] {
  return [...collection].sort(([a], [b]) => (a < b ? -1 : 1));
}

function short(name: string): string {
  return JSON.stringify(name).slice(0, 40);
}
