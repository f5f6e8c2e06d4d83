/** What several processes count together, over starts, ends and crashes. */
import { describe, expect, it } from 'vitest';
import { createMeter, type Meter } from '../../src/metrics/meter.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import {
  createSharedCounts,
  PUBLISH_MS,
  type SharedCounts,
  type SharedCountsOptions,
} from '../../src/metrics/shared-counts.ts';

import { type Store, StoreUnavailable } from '../../src/store/port.ts';
import { embeddedStore } from '../support/embedded-store.ts';

const HOUR_MS = 3_600_000;

type Kept = SharedCountsOptions['store'];

interface Process {
  readonly meter: Meter;
  readonly counts: SharedCounts;
}

async function service() {
  const clock = { now: 1_000_000 };
  const store = await embeddedStore({ now: () => clock.now });
  let started = 0;
  const start = (given: Kept = store): Process => {
    const meter = createMeter();
    const newId = () => `process-${++started}`;
    return { meter, counts: createSharedCounts({ store: given, meter, now: () => clock.now, newId }) };
  };
  return { clock, store, start };
}

const started = async ({ counts }: Process) => (await counts.read()).sums['events started '];
const start = ({ meter }: Process, times: number) => {
  for (let i = 0; i < times; i++) meter.add('events', ['started', '']);
};

describe('counts of all processes', () => {
  it('are told alike by whichever is asked, and never go back from one to another', async () => {
    const { start: begin } = await service();
    const [a, b] = [begin(), begin()];
    start(a, 3);
    expect(await started(a)).toBe(3);
    start(b, 2);
    expect(await started(b)).toBe(5);
    start(a, 1);
    expect(await started(b)).toBe(5);
    expect([await started(a), await started(b)]).toEqual([6, 6]);
  });

  it('add up how long things took', async () => {
    const { start: begin } = await service();
    const [a, b] = [begin(), begin()];
    a.meter.time('store', 0.4, ['load']);
    b.meter.time('store', 30, ['load']);
    b.meter.time('store', 9000, ['load']);
    await a.counts.publish();
    const { timings } = await b.counts.read();
    expect(timings['store load']?.slice(0, -1)).toEqual([1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1]);
    expect(timings['store load']?.at(-1)).toBeCloseTo(9.0304, 9);
  });

  it('keep what a process had counted that is gone, but not its open sockets', async () => {
    const { clock, start: begin } = await service();
    const [left, crashed, lives] = [begin(), begin(), begin()];
    for (const one of [left, crashed, lives]) {
      start(one, 1);
      one.meter.level('sockets', () => 10);
    }
    await crashed.counts.publish();
    await left.counts.leave();
    expect((await lives.counts.read()).levels).toEqual({ sockets: 20, processes: 2 });
    clock.now += 4 * PUBLISH_MS;
    expect(await lives.counts.read()).toMatchObject({
      sums: { 'events started ': 3 },
      levels: { sockets: 10, processes: 1 },
    });
  });

  it('are put together when their process is long gone, so that a hundred starts leave one entry', async () => {
    const { clock, store, start: begin } = await service();
    for (let i = 0; i < 100; i++) {
      const one = begin();
      start(one, 1);
      await one.counts.leave();
    }
    clock.now += 2 * HOUR_MS;
    const lives = begin();
    await lives.counts.publish();
    expect((await store.gather('counts')).size).toBe(2);
    expect(await started(lives)).toBe(100);
    clock.now += 2 * HOUR_MS;
    const later = begin();
    await later.counts.publish();
    expect((await store.gather('counts')).size).toBe(2);
    expect(await started(later)).toBe(100);
  });

  it('count nothing twice when whoever puts them together dies on the way', async () => {
    const { clock, store, start: begin } = await service();
    const gone = begin();
    start(gone, 7);
    await gone.counts.leave();
    clock.now += 2 * HOUR_MS;
    const dying = begin(without(store, 'withdraw'));
    await dying.counts.publish().catch(() => undefined);
    expect((await store.gather('counts')).has('process-1')).toBe(true);
    const next = begin();
    expect(await started(next)).toBe(7);
    clock.now += HOUR_MS;
    await next.counts.publish();
    expect((await store.gather('counts')).has('process-1')).toBe(false);
    expect(await started(next)).toBe(7);
  });

  it('are not counted twice when a machine was asleep, and others had put its counts to those that are gone', async () => {
    const { clock, start: begin } = await service();
    const asleep = begin();
    start(asleep, 4);
    await asleep.counts.publish();
    clock.now += 2 * HOUR_MS;
    const other = begin();
    await other.counts.publish();
    start(asleep, 1);
    await asleep.counts.publish();
    expect([await started(asleep), await started(other)]).toEqual([5, 5]);
  });

  it.each([
    ['no JSON', 'kaputt'],
    ['another shape', '{"v":9}'],
    ['other bounds', '{"at":1000000,"sums":{},"timings":{"store load":[1,2]},"levels":{}}'],
  ])('pass over what another version has written: %s', async (_what, value) => {
    const { store, start: begin } = await service();
    await store.collect('counts', 'newer', { value, ttlMs: HOUR_MS });
    const one = begin();
    start(one, 2);
    one.meter.time('store', 1, ['load']);
    const read = await one.counts.read();
    expect(read.sums).toEqual({ 'events started ': 2 });
    expect(read.timings['store load']).toHaveLength(14);
  });
});

function without(store: Store, method: 'withdraw' | 'collect'): Kept {
  const fails = async () => {
    throw new StoreUnavailable('down');
  };
  return {
    ...{ collect: store.collect.bind(store), withdraw: store.withdraw.bind(store) },
    gather: name => store.gather(name),
    claim: (name, value, ttlMs) => store.claim(name, value, ttlMs),
    ...{ [method]: fails },
  };
}

describe('a store that takes nothing in', () => {
  it('is told as such, with no figure that would look like a beginning from nought', async () => {
    const { store } = await service();
    const metrics = createMetrics({
      meter: createMeter(),
      store: without(store, 'collect'),
      now: () => 0,
      newId: () => 'a',
    });
    metrics.meter.add('conflicts');
    const lines = (await metrics.text()).split('\n').filter(line => line !== '' && !line.startsWith('#'));
    expect(lines).toEqual(['porrasbotti_store_up 0']);
  });
});
