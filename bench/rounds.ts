/** Alternating rounds: all contestants run once before any runs again, so that a slow minute hits all alike. */
import type { Contestant, ServerName } from './contestants.ts';
import type { Effort } from './effort.ts';
import type { Load, Measured } from './put-load.ts';
import type { ServerProcess } from './server-process.ts';

/** Contestant → one entry a round. */
export type Rounds = Readonly<Record<string, readonly Measured[]>>;

export interface RoundsOptions {
  readonly contestants: readonly Contestant[];
  readonly servers: ReadonlyMap<ServerName, ServerProcess>;
  readonly load: Load;
  readonly effort: Effort;
  readonly progress: (text: string) => void;
}

export async function runRounds(options: RoundsOptions): Promise<Rounds> {
  const { contestants, effort } = options;
  const rounds: Record<string, Measured[]> = Object.fromEntries(contestants.map(({ id }) => [id, []]));
  // The first round lets every server compile what is hot; it is not kept.
  for (const contestant of contestants) await runOne(options, contestant, 0);
  for (let round = 1; round <= effort.rounds; round++) {
    for (const contestant of contestants) {
      rounds[contestant.id]?.push(await runOne(options, contestant, round));
    }
  }
  return rounds;
}

async function runOne(
  { servers, load, effort, progress }: RoundsOptions,
  { title, server: name, job }: Contestant,
  round: number,
): Promise<Measured> {
  const server = servers.get(name);
  if (!server) throw new Error(`there is no server ${name}`);
  progress(round === 0 ? `warming up: ${title}` : `round ${round}/${effort.rounds}: ${title}`);
  const { people, warmMs, measureMs, firstMs } = effort;
  const times = round === 0 ? { warmMs: 0, measureMs: firstMs } : { warmMs, measureMs };
  const measured = await load(server, { ...job, people, ...times });
  if (measured.errors > 0) throw new Error(`${title}: ${measured.errors} errors, ${measured.firstError}`);
  return measured;
}
