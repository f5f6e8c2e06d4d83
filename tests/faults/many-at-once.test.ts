/** Many presses on one shared card at the same moment, on both stores: they queue, and nobody is turned away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/port.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import type { Delivery, TurnOutcome } from '../../src/turns/turns.ts';
import type { Backend } from '../contract/backend.ts';
import { embeddedBackend } from '../contract/embedded-backend.ts';
import { redisBackend } from '../contract/redis-backend.ts';
import { realContext } from '../support/real-context.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';

const KEY = { channel: 'msteams', conversation: 'a shared card' };

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedisServer();
});
afterAll(() => redis.stop());

function turnsOn(store: Store) {
  return createTurns({ store, context: realContext, now: () => 0, count: () => undefined });
}

const STORES: readonly [string, () => Backend][] = [
  ['Redis', () => redisBackend(redis.url)],
  ['the embedded store', embeddedBackend],
];

const out: Delivery['out'] = { to: 'outbox', reference: '{}' };

function press(deliveryId: string): Delivery {
  const answer = { do: 'answer', step: 'need', nonce: '1', value: 'yes' } as const;
  return { key: KEY, deliveryId, locale: 'fi', input: { kind: 'press', press: answer }, out };
}

const start: Delivery = {
  ...press('start'),
  input: { kind: 'press', press: { do: 'command', name: 'start' } },
};

describe.each(STORES)('on %s', (_, backendOf) => {
  it.each([30, 200])('%i presses: one is taken, the others hear that they came late', async many => {
    const backend = backendOf();
    try {
      const turns = turnsOn(await backend.open());
      await turns.process(start);
      const presses = Array.from({ length: many }, (_, i) => turns.process(press(`press ${i}`)));
      const outcomes = await Promise.all(presses);
      expect(tally(outcomes)).toEqual({ question: 1, stale: many - 1 });
      expect((await turns.recall(KEY))?.runs['quick-check']?.answers).toEqual({ need: 'yes' });
    } finally {
      await backend.close();
    }
  });

  it('presses of two processes on one card all find their turn', async () => {
    const backend = backendOf();
    try {
      const both = [turnsOn(await backend.open()), turnsOn(await backend.open())];
      await both[0]?.process(start);
      const presses = Array.from({ length: 60 }, (_, i) => both[i % 2]?.process(press(`press ${i}`)));
      const outcomes = (await Promise.all(presses)).filter(outcome => outcome !== undefined);
      expect(tally(outcomes)).toEqual({ question: 1, stale: 59 });
    } finally {
      await backend.close();
    }
  });
});

/** How often each thing was said first: the next question, or that the press came too late. */
function tally(outcomes: readonly TurnOutcome[]): Record<string, number> {
  const first = outcomes.map(outcome => {
    if (outcome.kind !== 'applied') return outcome.kind;
    return outcome.said.some(({ reply }) => 'notice' in reply && reply.notice === 'stale')
      ? 'stale'
      : 'question';
  });
  const names = [...new Set(first)].sort();
  return Object.fromEntries(names.map(name => [name, first.filter(one => one === name).length]));
}
