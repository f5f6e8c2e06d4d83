import { afterAll, beforeAll } from 'vitest';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import type { Backend } from './backend.ts';
import { embeddedBackend } from './embedded-backend.ts';
import { redisBackend } from './redis-backend.ts';

/** Both kinds of store by name, for `describe.each`; the file that asks has a Redis of its own while it runs. */
export function bothStores(): readonly [string, () => Backend][] {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedisServer();
  });
  afterAll(() => redis.stop());
  return [
    ['the embedded store', embeddedBackend],
    ['Redis', () => redisBackend(redis.url)],
  ];
}
