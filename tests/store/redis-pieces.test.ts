/** Small pieces of the Redis store on a real server: commands sent in one piece, a shared value that goes meanwhile. */
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { StoreUnavailable } from '../../src/store/port.ts';
import { gatherWrites } from '../../src/store/redis/gather-writes.ts';
import { keepShared } from '../../src/store/redis/keep-shared.ts';
import { sharedKey } from '../../src/store/redis/keys.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';

let server: RedisServer;
let redis: Redis;
beforeAll(async () => {
  server = await startRedisServer();
  redis = new Redis(server.url, { lazyConnect: true });
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

it('what is sent in one turn of the event loop goes in one piece, and none waits for more', async () => {
  gatherWrites(redis);
  await redis.ping();
  const corked = () => redis.stream.writableCorked;
  expect(corked()).toBe(0);
  for (const _ of [1, 2]) gatherWrites(redis);
  expect(corked()).toBe(1);
  const answers = Promise.all([redis.echo('a'), redis.echo('b')]);
  expect(redis.stream.writableLength).toBeGreaterThan(0);
  expect(await answers).toEqual(['a', 'b']);
  expect([corked(), redis.stream.writableLength]).toEqual([0, 0]);
});

it('of a shared value that goes before all have agreed on it none is made up', async () => {
  const context = { redis, prefix: 'pb', ttlMs: 60_000, origin: 'us' };
  const goes = () => {
    queueMicrotask(() => void redis.del(sharedKey('pb', 'name')));
    return 'first';
  };
  const refused = new StoreUnavailable('shared-value-lost');
  await expect(keepShared(context, 'name', goes)).rejects.toThrow(refused);
  expect(await keepShared(context, 'name', () => 'second')).toBe('second');
});
