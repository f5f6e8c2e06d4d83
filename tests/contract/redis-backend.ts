import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Store } from '../../src/store/port.ts';
import { connect, masters } from '../../src/store/redis/connection.ts';
import { parseRedisAddress } from '../../src/store/redis/redis-address.ts';
import { openRedisStore } from '../../src/store/redis/redis-store.ts';
import { type Backend, TTL_MS } from './backend.ts';

/** A corner of a running Redis (one server, Sentinel or Cluster) under a prefix of its own. */
export function redisBackend(url: string): Backend {
  const keyPrefix = `t${randomBytes(6).toString('hex')}`;
  const stores: Store[] = [];
  const parsed = parseRedisAddress(url);
  if (parsed.kind === 'invalid') throw new Error(parsed.problem);
  const redis = connect(parsed.address, () => undefined);
  const kept = async () => {
    await redis.ping();
    const found = await Promise.all(masters(redis).map(master => scan(master, `${keyPrefix}:*`)));
    return found.flat();
  };
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
    parts: parsed.address.kind === 'cluster' ? 'apart' : 'together',
    close: async () => {
      await Promise.all(stores.map(store => store.close()));
      for (const key of await kept()) await redis.unlink(key);
      redis.disconnect();
    },
  };
}

async function scan(redis: Redis, pattern: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for await (const keys of redis.scanStream({ match: pattern, count: 1_000 })) {
    for (const key of keys) found.add(String(key));
  }
  return [...found];
}
