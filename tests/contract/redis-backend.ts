import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Store } from '../../src/store/port.ts';
import { openRedisStore } from '../../src/store/redis/redis-store.ts';
import { type Backend, TTL_MS } from './backend.ts';

/** A corner of a running Redis under a prefix of its own. */
export function redisBackend(url: string): Backend {
  const keyPrefix = `t${randomBytes(6).toString('hex')}`;
  const stores: Store[] = [];
  const redis = new Redis(url);
  const kept = () => scan(redis, `${keyPrefix}:*`);
  return {
    address: { kind: 'redis', url, keyPrefix },
    open: async () => {
      const store = openRedisStore({ url, ttlMs: TTL_MS, keyPrefix, onProblem: () => undefined });
      stores.push(store);
      return store;
    },
    passTime: async ms => {
      for (const key of await kept()) {
        const left = await redis.pttl(key);
        if (left >= 0) await redis.pexpire(key, Math.max(0, left - ms));
      }
    },
    keptNames: kept,
    close: async () => {
      await Promise.all(stores.map(store => store.close()));
      const left = await kept();
      if (left.length > 0) await redis.unlink(...left);
      redis.disconnect();
    },
  };
}

export async function scan(redis: Redis, pattern: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for await (const keys of redis.scanStream({ match: pattern, count: 1_000 })) {
    for (const key of keys) found.add(String(key));
  }
  return [...found];
}
