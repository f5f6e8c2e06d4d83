import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { openRedisStore, type RedisStoreOptions } from '../../src/store/redis/redis-store.ts';
import { deliverUntil, expectExactlyOnce } from './store-workload.ts';

type Trouble = () => Promise<void>;

/** Two processes deliver, to a few conversations each, before, during and after the trouble: nothing lost, nothing doubled. */
export async function expectToSurvive(
  options: Pick<RedisStoreOptions, 'url' | 'waitReplicas'>,
  trouble: Trouble,
) {
  const stores = [1, 2].map(() => openRedisStore({ ...options, ttlMs: 600_000, onProblem: () => undefined }));
  const run = randomUUID();
  const keys = Array.from('abcdefghijkl').map(name => ({
    channel: 'msteams',
    conversation: `${run}-${name}`,
  }));
  const stop = new AbortController();
  const delivering = keys.map(key =>
    Promise.all(stores.map((store, i) => deliverUntil(stop.signal, store, key, `${i}-`))),
  );
  await new Promise(resolve => setTimeout(resolve, 1_000));
  await trouble();
  await new Promise(resolve => setTimeout(resolve, 1_000));
  stop.abort();
  const delivered = await Promise.all(delivering);
  for (const [i, key] of keys.entries()) {
    const ids = delivered[i]?.flat() ?? [];
    expect(ids.length).toBeGreaterThan(10);
    for (const store of stores) await expectExactlyOnce(store, key, ids);
  }
  await Promise.all(stores.map(store => store.close()));
}
