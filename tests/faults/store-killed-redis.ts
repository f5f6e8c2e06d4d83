import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/port.ts';
import { openRedisStore } from '../../src/store/redis/redis-store.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { deliverUntil, expectExactlyOnce } from './store-workload.ts';

const KEY = { channel: 'msteams', conversation: 'killed' };

/** Kills Redis so often in the midst of deliveries. Declared by a quick test and by a slow one. */
export function describeKilledRedis(times: number): void {
  describe(`when Redis is killed ${times} times while two processes deliver`, () => {
    let server: RedisServer;
    let stores: readonly Store[];

    beforeEach(async () => {
      server = await startRedisServer({ aof: 'on', config: [['appendfsync', 'always']] });
      stores = [1, 2].map(() =>
        openRedisStore({ url: server.url, ttlMs: 600_000, onProblem: () => undefined }),
      );
    });
    afterEach(async () => {
      await Promise.all(stores.map(store => store.close()));
      await server.stop();
    });

    it('loses and doubles nothing', async () => {
      const stop = new AbortController();
      const delivering = stores.map((store, i) => deliverUntil(stop.signal, store, KEY, `${i}-`));
      for (let i = 0; i < times; i++) {
        await new Promise(resolve => setTimeout(resolve, 50 + Math.random() * 100));
        await server.kill();
        await server.start();
        await expect.poll(() => stores[0]?.health(), { timeout: 10_000 }).toEqual({ kind: 'ok' });
      }
      stop.abort();
      const delivered = (await Promise.all(delivering)).flat();
      expect(delivered.length).toBeGreaterThan(times);
      await expectExactlyOnce(stores[0] ?? fail(), KEY, delivered);
    });
  });
}

function fail(): never {
  throw new Error('no store');
}
