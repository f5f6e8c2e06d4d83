/** The slowest hundredth at half of our own top load, against the stock echo under the very same load. */
import type { Contestant, ServerName } from '../contestants.ts';
import type { Effort } from '../effort.ts';
import type { Load } from '../put-load.ts';
import type { ServerProcess } from '../server-process.ts';

export interface HalfLoad {
  /** Turns a second. */
  readonly rate: number;
  /** One entry a round, milliseconds. */
  readonly ours: readonly number[];
  readonly stock: readonly number[];
  /** What the stock echo managed of the rate, turns a second: below it its queue grows without end. */
  readonly stockPerSecond: readonly number[];
}

export async function measureHalfLoad(
  { load, effort, servers }: { load: Load; effort: Effort; servers: ReadonlyMap<ServerName, ServerProcess> },
  { ours, stock, rate }: { ours: Contestant; stock: Contestant; rate: number },
): Promise<HalfLoad> {
  const measured: { ours: number[]; stock: number[]; stockPerSecond: number[] } = {
    ours: [],
    stock: [],
    stockPerSecond: [],
  };
  for (let round = 0; round < effort.rounds; round++) {
    for (const [name, contestant] of [
      ['ours', ours],
      ['stock', stock],
    ] as const) {
      const server = servers.get(contestant.server);
      if (!server) throw new Error(`there is no server ${contestant.server}`);
      const { people, warmMs, measureMs } = effort;
      const report = await load(server, { ...contestant.job, people, warmMs, measureMs, rate });
      measured[name].push(report.p99);
      if (name === 'stock') measured.stockPerSecond.push(report.perSecond);
    }
  }
  return { rate, ...measured };
}
