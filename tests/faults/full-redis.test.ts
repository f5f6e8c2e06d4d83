/** Redis is full and says so to whoever wants to write: the right to be forgotten does not wait for room. */
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/conversation/locale.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/port.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import type { Delivery, TurnOutcome } from '../../src/turns/turns.ts';
import { realContext } from '../support/real-context.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';

const MARK = 'Merkki-4711';
const OUTS: readonly [string, Delivery['out']][] = [
  ['our own channel', { to: 'log', heard: {} }],
  ['Teams', { to: 'outbox', reference: '{}' }],
  ['a caller who waits', { to: 'caller' }],
];

let server: RedisServer;
let redis: Redis;
let store: Store;

beforeAll(async () => {
  server = await startRedisServer({ config: [['maxmemory-policy', 'noeviction']] });
  redis = new Redis(server.url);
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});
beforeEach(async () => {
  await redis.flushall();
  store = await openStore({
    redisUrl: server.url,
    dataDir: '',
    ttlDays: 1,
    now: Date.now,
    onProblem: () => {},
  });
});
afterEach(async () => {
  await full('no');
  await store.close();
});

async function full(is: 'yes' | 'no'): Promise<void> {
  await redis.config('SET', 'maxmemory', is === 'yes' ? '1mb' : '0');
}

/** One person who writes; every message has an id of its own unless one is named. */
function person(locale: Locale, out: Delivery['out']) {
  const key = { channel: 'test', conversation: 'person' };
  const turns = createTurns({ store, context: realContext, now: Date.now, count: () => undefined });
  let sent = 0;
  return {
    key,
    session: () => turns.recall(key),
    say: (text: string, deliveryId = `message ${++sent}`) =>
      turns.process({ key, deliveryId, locale, input: { kind: 'text', text }, out }),
  };
}

function heard(outcome: TurnOutcome): string[] {
  if (!('said' in outcome)) return [outcome.kind];
  return outcome.said.map(({ reply }) => ('notice' in reply ? reply.notice : reply.kind));
}

describe.each(OUTS)('a full Redis, %s', (_, out) => {
  it.each([
    ['fi', 'aloita', 'poista tietoni', 'kyllä', 'ei'],
    ['sv', 'börja', 'radera mina uppgifter', 'ja', 'nej'],
    ['en', 'start', 'delete my data', 'yes', 'no'],
  ] as const)('lets a person erase everything (%s)', async (locale, start, erase, yes, no) => {
    const someone = person(locale, out);
    await someone.say(start);
    await someone.say(`${yes}, ${MARK}`);
    await full('yes');
    expect(heard(await someone.say(yes))).toEqual(['unavailable']);
    expect(heard(await someone.say(erase))).toEqual(['confirm']);
    expect(heard(await someone.say(no))).toContain('kept-as-is');
    expect(heard(await someone.say(erase))).toEqual(['confirm']);
    expect(heard(await someone.say(yes))).toEqual(['erased']);
    expect(await someone.session()).not.toHaveProperty('run');
    expect(await everything()).not.toContain(MARK);
  });

  it('that fills up between the question and the yes: one word, however often the yes comes', async () => {
    const someone = person('fi', out);
    await someone.say('aloita');
    await someone.say('poista tietoni');
    await full('yes');
    expect(heard(await someone.say('kyllä', 'yes'))).toEqual(['erased']);
    const again = await someone.say('kyllä', 'yes');
    expect(again.kind).toBe('repeated');
    // the same yes under a new id, as Web Chat's "send again" has it
    expect(heard(await someone.say('kyllä', 'yes, sent again'))).toEqual(['erased']);
    expect(await someone.session()).not.toHaveProperty('run');
    await full('no');
    expect(heard(await someone.say('aloita'))).toContain('question');
  });
});

/** All keys and what is under them, as text. */
async function everything(): Promise<string> {
  const keys = await redis.keys('*');
  const dumps = await Promise.all(keys.map(key => redis.dumpBuffer(key)));
  return keys.map((key, i) => `${key} ${dumps[i]?.toString('latin1')}`).join('\n');
}
