/** Everything beside the rounds, one measurement after the other. */
import { join } from 'node:path';
import type { Contestant, ServerName } from './contestants.ts';
import type { Effort } from './effort.ts';
import { type ColdStart, coldStart } from './measure/cold-start.ts';
import { measureExports } from './measure/exports.ts';
import { measureHalfLoad } from './measure/half-load.ts';
import { measureIdleSockets } from './measure/idle-sockets.ts';
import { pageBytes } from './measure/page-bytes.ts';
import { measureStoredSessions } from './measure/stored-sessions.ts';
import { weigh } from './measure/weigh.ts';
import type { Load } from './put-load.ts';
import type { Rounds } from './rounds.ts';
import type { ServerCommand, ServerProcess } from './server-process.ts';
import { spreadOf } from './statistics.ts';

export interface Bench {
  readonly effort: Effort;
  readonly load: Load;
  readonly servers: ReadonlyMap<ServerName, ServerProcess>;
  readonly rows: readonly Contestant[];
  readonly rounds: Rounds;
  readonly commands: Readonly<Record<ServerName, ServerCommand>>;
  readonly root: string;
  readonly progress: (text: string) => void;
}

export type Figures = Awaited<ReturnType<typeof measureAll>>;

export async function measureAll(bench: Bench) {
  const { progress, commands, root, servers } = bench;
  const bundle = commands.ours.file;
  progress('half load');
  const half = halfLoadOf(bench);
  const halfLoad = await measureHalfLoad(bench, half);
  progress('files beside the turns');
  const exports = await measureExports(bench, { ...half, command: commands.ours });
  progress('idle sockets');
  const idleSockets = await measureIdleSockets(bench, commands.ours);
  progress('cold starts');
  const starts = await coldStarts(bench);
  progress('what a quick check leaves in Redis');
  const weights = {
    answer: await weigh(bench, { bundle, way: 'answer' }),
    connector: await weigh(bench, { bundle, way: 'connector' }),
    directLine: await weigh(bench, { bundle, way: 'direct-line' }),
  };
  const page = await pageBytes(join(root, 'dist/web'), servers.get('ours')?.address ?? '');
  progress('many stored sessions');
  const storedSessions = await measureStoredSessions(bench, bundle);
  return { halfLoad, exports, idleSockets, starts, weights, page, storedSessions };
}

function halfLoadOf({ rows, rounds }: Bench) {
  const ours = rows.find(({ id }) => id === 'ours');
  const stock = rows.find(({ id }) => id === 'echo');
  if (!ours || !stock) throw new Error('a row is missing');
  const top = spreadOf((rounds[ours.id] ?? []).map(({ perSecond }) => perSecond)).median;
  return { ours, stock, rate: Math.round(top / 2) };
}

async function coldStarts({ effort, commands, root }: Bench) {
  const ours: ColdStart[] = [];
  const stock: ColdStart[] = [];
  // What `npm start` runs once it is built.
  const production = { ...commands.ours, file: join(root, 'dist/main.js') };
  for (let round = 0; round < effort.coldStarts; round++) {
    ours.push(await coldStart(production, 'quick-check'));
    stock.push(await coldStart(commands.echo, 'echo'));
  }
  return { ours, stock };
}
