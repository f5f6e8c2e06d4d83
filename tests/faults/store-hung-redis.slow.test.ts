import { expect, it } from 'vitest';
import { openRedisStore } from '../../src/store/redis/redis-store.ts';
import { startRedisServer } from '../support/redis-server.ts';
import { expectToSurvive } from './store-failover.ts';

it('loses and doubles nothing when Redis stands still for five seconds', async () => {
  const server = await startRedisServer();
  await expectToSurvive({ url: server.url }, async () => {
    server.pause();
    await new Promise(resolve => setTimeout(resolve, 5_000));
    server.resume();
  });
  const store = openRedisStore({ url: server.url, ttlMs: 60_000, onProblem: () => undefined });
  expect(await store.health()).toEqual({ kind: 'ok' });
  await store.close();
  await server.stop();
});
