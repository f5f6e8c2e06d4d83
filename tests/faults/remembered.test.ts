/** A model of what must be remembered, and random people, duplicates and crashes against it, on both stores. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { builtServer } from '../support/built-server.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { writeInstrument } from '../support/write-instrument.ts';
import { commandsOf, Model, personIn, TRIED_YAML, type World } from './remembered.ts';

/** `npm run test:faults` takes ten thousand steps; FAULTS_SEED plays a run that failed again. */
const FULL = process.env.FAULTS === 'all';
const STEPS = FULL ? 5_000 : 150;
const SEED = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000);
const PEOPLE = 3;

const folder = mkdtempSync(join(tmpdir(), 'remembered-'));
let redis: RedisServer;

beforeAll(async () => {
  writeInstrument(join(folder, 'content'), TRIED_YAML);
  redis = await startRedisServer({ aof: 'on', config: [['appendfsync', 'always']] });
});

afterAll(async () => {
  await redis.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function worldOn(kind: 'embedded' | 'redis'): Promise<World> {
  const redisUrl = kind === 'redis' ? redis.url : undefined;
  const dataDir = join(folder, 'data');
  const bot = await builtServer({
    CONTENT_DIR: join(folder, 'content'),
    DATA_DIR: dataDir,
    ...(redisUrl && { REDIS_URL: redisUrl }),
  });
  const store = await openStore({
    redisUrl,
    dataDir,
    ttlDays: 30,
    now: Date.now,
    onProblem: () => undefined,
  });
  const killStore = async () => {
    if (kind === 'embedded') return bot.kill();
    await redis.kill();
    await redis.start();
  };
  onTestFinished(async () => {
    await store.close();
    await bot.remove();
  });
  const people = [];
  while (people.length < PEOPLE) people.push(await personIn(bot));
  return { bot, store, killStore, people, done: { steps: 0, answers: 0, kills: 0 } };
}

it.each(['embedded', 'redis'] as const)(
  `${STEPS} random steps on the %s store, seed ${SEED}, lose and double nothing`,
  { timeout: 7_200_000 },
  async kind => {
    const world = await worldOn(kind);
    const model = new Model();
    await fc.asyncModelRun(() => ({ model, real: world }), commandsOf(SEED, STEPS, PEOPLE));
    if (FULL) process.stdout.write(`${kind}, seed ${SEED}: ${JSON.stringify(world.done)}\n`);
    expect(world.done.kills).toBeGreaterThan(0);
  },
);
