/** What collecting young garbage costs a turn, ours and the stock echo's, each with the probe in its process. */
import type { Bench } from '../bench.ts';
import type { Contestant } from '../contestants.ts';
import { type ProbedServer, startProbed } from '../probe/probed-server.ts';

/** One entry a round. */
export interface YoungCollections {
  /** Milliseconds of 1,000 turns. */
  readonly milliseconds: readonly number[];
  /** Bytes of a turn that were copied: each time that an object outlives a collection of the young. */
  readonly survived: readonly number[];
}

/** Measures contestants round by round in turn, each in a process of its own; the first round is not kept. */
export async function measureYoungCollections(
  { load, effort, commands }: Pick<Bench, 'load' | 'effort' | 'commands'>,
  those: readonly Contestant[],
): Promise<readonly YoungCollections[]> {
  const { people, firstMs, warmMs, measureMs } = effort;
  const probed: {
    contestant: Contestant;
    probe: ProbedServer;
    milliseconds: number[];
    survived: number[];
  }[] = [];
  for (const contestant of those) {
    const probe = await startProbed(commands[contestant.server]);
    probed.push({ contestant, probe, milliseconds: [], survived: [] });
  }
  for (let round = 0; round <= effort.rounds; round++) {
    for (const { contestant, probe, milliseconds, survived } of probed) {
      const times = round === 0 ? { warmMs: 0, measureMs: firstMs } : { warmMs, measureMs };
      await probe.seen();
      const { turnsInAll, errors, firstError } = await load(probe.server, {
        ...contestant.job,
        people,
        ...times,
      });
      if (errors > 0) throw new Error(`${contestant.title}: ${firstError}`);
      const seen = await probe.seen();
      if (round === 0) continue;
      milliseconds.push((seen.scavengeMs * 1000) / turnsInAll);
      survived.push(seen.survivedBytes / turnsInAll);
    }
  }
  for (const { probe } of probed) await probe.stop();
  return probed.map(({ milliseconds, survived }) => ({ milliseconds, survived }));
}
