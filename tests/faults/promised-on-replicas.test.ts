/** With replicas to wait for, a turn that answers is on them, however it came to its answer. */
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import type { Delivery } from '../../src/turns/turns.ts';
import { realContext } from '../support/real-context.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { until } from '../support/until.ts';

const OUTS: readonly [string, Delivery['out']][] = [
  ['the web chat', { to: 'log', heard: {} }],
  ['Teams', { to: 'outbox', reference: '{}' }],
  ['a caller who waits', { to: 'caller' }],
];

let master: RedisServer;
let replica: RedisServer;

beforeEach(async () => {
  master = await startRedisServer();
  replica = await startRedisServer({ config: [['replicaof', `127.0.0.1 ${master.port}`]] });
  const redis = new Redis(master.url);
  await until(async () => (await redis.info('replication')).includes('state=online'));
  redis.disconnect();
});
afterEach(async () => {
  await replica.stop();
  await master.stop();
});

/** Turns of a process of its own: what it has on its connection, no other has written. */
async function process(redisUrl: string) {
  const options = { dataDir: '', ttlDays: 1, now: Date.now, onProblem: () => undefined };
  const store = await openStore({ redisUrl, waitReplicas: 1, ...options });
  const turns = createTurns({ store, context: realContext, now: Date.now, count: () => undefined });
  return { turns, close: () => store.close() };
}

it.each(OUTS)('a delivery sent again is answered when its answer is there: %s', async (name, out) => {
  const key = { channel: 'test', conversation: name };
  const delivery = (deliveryId: string, text: string): Delivery => {
    return { key, deliveryId, locale: 'fi', input: { kind: 'text', text }, out };
  };
  const answer = delivery('answer', 'kyllä');
  const first = await process(master.url);
  await expect.poll(() => first.turns.process(delivery('start', 'aloita'))).toHaveProperty('said');
  replica.pause();
  expect((await first.turns.process(answer)).kind).toBe('unavailable');
  const another = await process(master.url);
  for (const { turns } of [first, another, first]) {
    expect((await turns.process(answer)).kind).toBe('unavailable');
  }
  replica.resume();
  await expect.poll(() => another.turns.process(answer)).toMatchObject({ kind: 'repeated' });
  await Promise.all([first.close(), another.close()]);

  await master.kill();
  const survivor = await process(replica.url);
  expect((await survivor.turns.recall(key))?.runs['quick-check']?.answers).toEqual({ need: 'yes' });
  await survivor.close();
});
