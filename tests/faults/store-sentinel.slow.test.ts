import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openRedisStore } from '../../src/store/redis/redis-store.ts';
import { redisBackend } from '../contract/redis-backend.ts';
import { describeStore } from '../contract/store-contract.ts';
import { type SentinelSet, startSentinelSet } from '../support/redis-sentinel.ts';
import { until } from '../support/until.ts';
import { expectToSurvive } from './store-failover.ts';

const KEY = { channel: 'directline', conversation: 'woken after a failover' };

describe('Redis with Sentinels', () => {
  let set: SentinelSet;
  beforeAll(async () => {
    set = await startSentinelSet();
  });
  afterAll(() => set?.stop());

  describeStore('the Redis store on it', () => redisBackend(set.url));

  it('loses and doubles nothing when the master is killed', async () => {
    await expectToSurvive({ url: set.url, waitReplicas: { count: 1, timeoutMs: 200 } }, async () => {
      const master = await set.master();
      await master.kill();
      await until(async () => (await set.master()).port !== master.port);
      await master.start();
    });
  });

  it('loses and doubles nothing when the master hangs and comes back', async () => {
    await set.whole();
    await expectToSurvive({ url: set.url, waitReplicas: { count: 1, timeoutMs: 200 } }, async () => {
      const master = await set.master();
      master.pause();
      await until(async () => (await set.master()).port !== master.port);
      master.resume();
    });
  });

  it('goes on waking listeners after a failover', async () => {
    await set.whole();
    const stores = [1, 2].map(() =>
      openRedisStore({ url: set.url, ttlMs: 60_000, onProblem: () => undefined }),
    );
    const [writer, reader] = stores;
    const heard = vi.fn();
    await reader?.listen(KEY, heard);
    const master = await set.master();
    await master.kill();
    await until(async () => (await set.master()).port !== master.port);
    await until(async () => (await writer?.health())?.kind === 'ok');
    await vi.waitFor(() => expect(heard).toHaveBeenCalled(), { timeout: 20_000 });
    heard.mockClear();
    await writer?.commit(KEY, { expected: undefined, record: '1', log: ['a'] });
    await vi.waitFor(() => expect(heard).toHaveBeenCalled(), { timeout: 20_000 });
    await Promise.all(stores.map(store => store.close()));
    await master.start();
  });
});
