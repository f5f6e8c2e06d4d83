/** What /metrics tells: of the store, of turns, of questions that were left, in the format that monitoring reads. */
import { describe, expect, it } from 'vitest';
import { measuredStore, measuredTurns } from '../../src/metrics/measured.ts';
import { createMeter } from '../../src/metrics/meter.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { metricsText } from '../../src/metrics/metrics-text.ts';
import { type Store, StoreUnavailable } from '../../src/store/port.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import type { Delivery } from '../../src/turns/turns.ts';
import { embeddedStore } from '../support/embedded-store.ts';
import { realContext } from '../support/real-context.ts';

const KEY = { channel: 'directline', conversation: 'a' };
const linesOf = (text: string) => text.split('\n').filter(line => line !== '' && !line.startsWith('#'));

async function measured() {
  const meter = createMeter();
  const store = measuredStore(await embeddedStore(), meter);
  const metrics = createMetrics({ meter, store, now: () => 0, newId: () => 'a' });
  return { meter, store, metrics };
}

describe('the store', () => {
  it('is timed by operation, and its conflicts are counted', async () => {
    const { store, meter } = await measured();
    await store.load(KEY);
    await store.commit(KEY, { expected: undefined, record: 'a' });
    await store.commit(KEY, { expected: 'another', record: 'b' });
    const { sums, timings } = meter.snapshot();
    expect(sums).toEqual({ conflicts: 1 });
    const times = (key: string) => timings[key]?.slice(0, -1).reduce((sum, one) => sum + one, 0);
    expect([times('store load'), times('store commit')]).toEqual([1, 2]);
  });

  it('has a failure counted where it has no answer in time, and nowhere else', async () => {
    const meter = createMeter();
    const real = await embeddedStore();
    const failing = (error: Error): Store =>
      Object.assign(Object.create(real), {
        load: async () => {
          throw error;
        },
      });
    for (const error of [new StoreUnavailable('down'), new Error('ours')])
      await expect(measuredStore(failing(error), meter).load(KEY)).rejects.toBe(error);
    expect(meter.snapshot().sums).toEqual({ 'store-failures load': 1 });
  });

  it('keeps working as it did, in every one of its calls', async () => {
    const { store } = await measured();
    const plain = await embeddedStore();
    const own = Object.getOwnPropertyNames(Object.getPrototypeOf(plain)).filter(
      name => name !== 'constructor',
    );
    expect(Object.keys(store).sort()).toEqual(own.sort());
    expect(await store.claim('a', 'me', 1000)).toBe(true);
    expect(await store.claimed('a')).toBe('me');
    expect(await store.health()).toEqual({ kind: 'ok' });
  });
});

describe('turns', () => {
  it.each([
    ['directline', 'directline'],
    ['msteams', 'msteams'],
    ['somebody’s own', 'other'],
    ['person@example.fi', 'other'],
  ])('of %s are counted as of %s, by what became of them', async (channel, told) => {
    const { store, meter } = await measured();
    const turns = measuredTurns(
      createTurns({ store, context: realContext, now: () => 0, count: () => undefined }),
      meter,
    );
    const delivery: Delivery = {
      key: { channel, conversation: 'a' },
      deliveryId: '1',
      input: { kind: 'text', text: 'aloita' },
      locale: 'fi',
      out: { to: 'caller' },
    };
    await turns.process(delivery);
    await turns.process(delivery);
    const { sums, timings } = meter.snapshot();
    expect(sums).toEqual({ [`turns ${told} applied`]: 1, [`turns ${told} repeated`]: 1 });
    expect(Object.keys(timings).filter(key => key.startsWith('turn '))).toEqual([`turn ${told}`]);
  });

  it('that break off are counted as failed, and still break off', async () => {
    const meter = createMeter();
    const broken = measuredTurns(
      {
        process: async () => {
          throw new Error('defect');
        },
        recall: async () => undefined,
        onFollowUp: () => undefined,
        resume: async () => undefined,
        kept: async () => undefined,
        published: async () => ({}),
        workshops: {
          call: async () => ({ kind: 'unknown' }),
          ballot: async () => ({ kind: 'unknown' }),
          hostOf: async () => undefined,
        },
        reminder: async () => undefined,
      },
      meter,
    );
    const delivery: Delivery = {
      key: KEY,
      deliveryId: '1',
      input: { kind: 'joined' },
      locale: 'fi',
      out: { to: 'log' },
    };
    await expect(broken.process(delivery)).rejects.toThrow('defect');
    expect(meter.snapshot().sums).toEqual({ 'turns directline failed': 1 });
  });
});

describe('the text', () => {
  it('says where people stop: what was asked and not answered', async () => {
    const { meter, metrics } = await measured();
    const count = (event: string, times: number) => {
      for (let i = 0; i < times; i++) meter.add('events', [event, 'plan']);
    };
    count('asked', 5);
    count('answered', 3);
    count('reprompted', 9);
    // An answer that was changed is one more than was asked.
    meter.add('events', ['answered', 'need']);
    meter.add('events', ['started', '']);
    const lines = linesOf(await metrics.text()).filter(line =>
      line.startsWith('porrasbotti_steps_left_open'),
    );
    expect(lines.sort()).toEqual([
      'porrasbotti_steps_left_open{step="need"} 0',
      'porrasbotti_steps_left_open{step="plan"} 2',
    ]);
  });

  it('tells for how long the oldest reply has waited to be sent', async () => {
    const { metrics } = await measured();
    metrics.setOldestUnsent(async () => 42.5);
    expect(linesOf(await metrics.text())).toContain('porrasbotti_oldest_unsent_seconds 42.5');
  });

  it('has buckets that hold the smaller ones too, as Prometheus wants them', async () => {
    const meter = createMeter();
    for (const ms of [0.1, 3, 3, 5000]) meter.time('store', ms, ['load']);
    const lines = linesOf(await metricsText(meter.snapshot()));
    const bucket = (le: string) => lines.find(line => line.includes(`le="${le}"`));
    expect([bucket('0.0005'), bucket('0.005'), bucket('2'), bucket('+Inf')]).toEqual([
      'porrasbotti_store_seconds_bucket{operation="load",le="0.0005"} 1',
      'porrasbotti_store_seconds_bucket{operation="load",le="0.005"} 3',
      'porrasbotti_store_seconds_bucket{operation="load",le="2"} 3',
      'porrasbotti_store_seconds_bucket{operation="load",le="+Inf"} 4',
    ]);
    expect(lines).toContain('porrasbotti_store_seconds_count{operation="load"} 4');
  });

  it('explains every figure', async () => {
    const { metrics } = await measured();
    const text = await metrics.text();
    const named = new Set([...text.matchAll(/^# HELP (\w+) \S/gm)].map(([, name]) => name));
    for (const kind of [
      'events_total',
      'turns_total',
      'conflicts_total',
      'turn_seconds',
      'store_seconds',
      'sockets',
    ])
      expect(named).toContain(`porrasbotti_${kind}`);
  });
});
