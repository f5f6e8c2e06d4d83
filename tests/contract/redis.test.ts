import { afterAll, beforeAll } from 'vitest';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { redisBackend } from './redis-backend.ts';
import { describeStore } from './store-contract.ts';

let server: RedisServer | undefined;

beforeAll(async () => {
  server = await startRedisServer();
});
afterAll(() => server?.stop());

describeStore('the Redis store', () => redisBackend(server?.url ?? ''));
