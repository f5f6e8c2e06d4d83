/** What finished quick checks leave in Redis, and how often a turn goes there. */
import type { Redis } from 'ioredis';
import type { Effort } from '../effort.ts';
import type { Load } from '../put-load.ts';
import { startRedis } from '../redis-process.ts';
import { type ServerCommand, startServer } from '../server-process.ts';

export interface Weight {
  /** Mean bytes of memory of a finished conversation's keys, as Redis reports them. */
  readonly record: number;
  readonly log: number;
  /** Commands that the server sent a turn, by name. */
  readonly commands: Readonly<Record<string, number>>;
}

export async function weigh(
  { load, effort }: { load: Load; effort: Effort },
  { bundle, way }: { bundle: string; way: 'answer' | 'connector' | 'direct-line' },
): Promise<Weight> {
  const redis = await startRedis();
  const command: ServerCommand = { file: bundle, env: { REDIS_URL: redis.url } };
  const server = await startServer(command);
  const calm = { people: 4, warmMs: 500, measureMs: effort.weighed * 60 };
  await redis.client.config('RESETSTAT');
  const { turnsInAll } = await load(server, { talk: 'quick-check', way, ...calm });
  const commands = await commandsATurn(redis.client, turnsInAll);
  const weight = { record: await mean(redis.client, ':s'), log: await mean(redis.client, ':l'), commands };
  await server.stop();
  await redis.stop();
  return weight;
}

/** Only what comes over the wire: the commands inside scripts have other names than these. */
const SENT = ['get', 'evalsha', 'eval', 'xrange', 'subscribe', 'unsubscribe'];

async function commandsATurn(redis: Redis, turns: number): Promise<Record<string, number>> {
  const statistics = await redis.info('commandstats');
  const calls = SENT.map(name => [
    name,
    Number(new RegExp(`^cmdstat_${name}:calls=(\\d+)`, 'm').exec(statistics)?.[1] ?? 0) / turns,
  ]);
  return Object.fromEntries(calls.filter(([, times]) => Number(times) > 0.001));
}

/** Over the finished ones: the record tells. */
async function mean(redis: Redis, ending: ':s' | ':l'): Promise<number> {
  const weights: number[] = [];
  for await (const found of redis.scanStream({ match: 'pb:*:s', count: 500 })) {
    for (const key of found) {
      const stored = await redis.get(String(key));
      if (!stored?.includes('"stage":"finished"')) continue;
      weights.push(Number((await redis.memory('USAGE', String(key).replace(/:s$/, ending))) ?? 0));
    }
  }
  return weights.reduce((sum, weight) => sum + weight, 0) / Math.max(weights.length, 1);
}
