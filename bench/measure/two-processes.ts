/** What a second process on the same Redis costs a turn, on the core that one alone had. */
import type { Redis } from 'ioredis';
import { PUBLISH_MS } from '../../src/metrics/shared-counts.ts';
import type { Bench } from '../bench.ts';
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

/** Quick checks through Direct Line by the same people: first with one of two servers, then with both in turn. */
export async function measureTwoProcesses({
  load,
  effort,
  commands,
}: Pick<Bench, 'load' | 'effort' | 'commands'>): Promise<TwoProcesses> {
  const redis = await startRedis();
  const command = { ...commands.ours, env: { ...commands.ours.env, REDIS_URL: redis.url } };
  const first = await startServer(command);
  const second = await startServer(command);
  const servers = [first, second];
  const both = { address: first.address, cpuMs: () => sum(servers.map(server => server.cpuMs())) };
  const { people, firstMs, warmMs, measureMs } = effort;
  let turnsInAll = 0;
  const measure = async (round: number, others: { second?: string }): Promise<Side> => {
    const times = round === 0 ? { warmMs: 0, measureMs: firstMs } : { warmMs, measureMs };
    const before = await redisSeconds(redis.client);
    const job = { talk: 'quick-check', way: 'direct-line', people, ...times, ...others } as const;
    const measured = await load(both, job);
    if (measured.errors > 0) throw new Error(`two processes: ${measured.firstError}`);
    turnsInAll += measured.turnsInAll;
    const redisMicros = ((await redisSeconds(redis.client)) - before) * 1e6;
    return { ...measured, redisMicros: redisMicros / measured.turnsInAll };
  };
  const sides: { one: Side[]; two: Side[] } = { one: [], two: [] };
  for (let round = 0; round <= effort.rounds; round++) {
    const one = await measure(round, {});
    const two = await measure(round, { second: second.address });
    if (round === 0) continue;
    sides.one.push(one);
    sides.two.push(two);
  }
  const conflicts = await conflictsCounted(first);
  await Promise.all(servers.map(server => server.stop()));
  await redis.stop();
  return { ...sides, conflicts, turnsInAll };
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
