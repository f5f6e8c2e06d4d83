/** What a second process on the same Redis costs a turn, on the core that one alone had. */
import type { Redis } from 'ioredis';
import { PUBLISH_MS } from '../../src/metrics/shared-counts.ts';
import type { Bench } from '../bench.ts';
import type { Job } from '../load/job.ts';
import type { Measured } from '../put-load.ts';
import { startRedis } from '../redis-process.ts';
import { type ServerProcess, startServer } from '../server-process.ts';

/** One entry a round. */
export interface TwoProcesses {
  readonly one: readonly Side[];
  readonly two: readonly Side[];
  /** Commits that came after another process had saved the same conversation, in all turns from the start on. */
  readonly conflicts: number;
  readonly turnsInAll: number;
}

export interface Side extends Measured {
  /** Microseconds of Redis' processor time a turn. */
  readonly redisMicros: number;
}

interface Pair {
  readonly servers: readonly [ServerProcess, ServerProcess];
  readonly redis: Redis;
}

/** Quick checks through Direct Line by the same people: first with one of two servers, then with both in turn. */
export async function measureTwoProcesses(
  bench: Pick<Bench, 'load' | 'effort' | 'commands'>,
): Promise<TwoProcesses> {
  const { ours } = bench.commands;
  const redis = await startRedis();
  const command = { ...ours, env: { ...ours.env, REDIS_URL: redis.url } };
  const [first, second] = [await startServer(command), await startServer(command)];
  const measure = measureSide(bench, { servers: [first, second], redis: redis.client });
  const { firstMs, warmMs, measureMs, rounds } = bench.effort;
  const sides: { one: Side[]; two: Side[] } = { one: [], two: [] };
  let turnsInAll = 0;
  // The first round lets what is hot be compiled; it is not kept.
  for (let round = 0; round <= rounds; round++) {
    const times = round === 0 ? { warmMs: 0, measureMs: firstMs } : { warmMs, measureMs };
    const one = await measure(times);
    const two = await measure({ ...times, second: second.address });
    turnsInAll += one.turnsInAll + two.turnsInAll;
    if (round === 0) continue;
    sides.one.push(one);
    sides.two.push(two);
  }
  const conflicts = await conflictsCounted(first);
  await Promise.all([first.stop(), second.stop()]);
  await redis.stop();
  return { ...sides, conflicts, turnsInAll };
}

/** The processor time is that of both servers, also while one of them is idle. */
function measureSide({ load, effort: { people } }: Pick<Bench, 'load' | 'effort'>, { servers, redis }: Pair) {
  const both = { address: servers[0].address, cpuMs: () => sum(servers.map(server => server.cpuMs())) };
  return async (more: Pick<Job, 'warmMs' | 'measureMs' | 'second'>): Promise<Side> => {
    const before = await redisSeconds(redis);
    const measured = await load(both, { talk: 'quick-check', way: 'direct-line', people, ...more });
    if (measured.errors > 0) throw new Error(`two processes: ${measured.firstError}`);
    const redisMicros = ((await redisSeconds(redis)) - before) * 1e6;
    return { ...measured, redisMicros: redisMicros / measured.turnsInAll };
  };
}

async function redisSeconds(redis: Redis): Promise<number> {
  const cpu = await redis.info('cpu');
  return sum(
    ['user', 'sys'].map(kind => Number(new RegExp(`^used_cpu_${kind}:([\\d.]+)`, 'm').exec(cpu)?.[1])),
  );
}

/** Any process tells of all, once the others have written down what they counted. None counted is no line at all. */
async function conflictsCounted({ address }: ServerProcess): Promise<number> {
  await new Promise(resolve => setTimeout(resolve, 2 * PUBLISH_MS));
  const text = await (await fetch(`${address}/metrics`)).text();
  if (!/^porrasbotti_store_seconds_count/m.test(text))
    throw new Error('the server tells nothing of its store');
  return Number(/^porrasbotti_conflicts_total (\d+)/m.exec(text)?.[1] ?? 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
