/** The slowest hundredth of turns while ten spreadsheets at a time are being made, against the same without them. */
import type { Contestant } from '../contestants.ts';
import type { Effort } from '../effort.ts';
import type { Load } from '../put-load.ts';
import { type ServerCommand, startServer } from '../server-process.ts';
import { linkToFilledWorkbook } from './filled-workbook.ts';
import { moveTo, type Place } from './place.ts';

export interface Exports {
  /** Turns a second. */
  readonly rate: number;
  readonly places: Readonly<Record<Place, ExportsBeside>>;
}

/** The slowest hundredth, milliseconds, one entry a round. */
export interface ExportsBeside {
  readonly quiet: readonly number[];
  readonly beside: readonly number[];
  /** Spreadsheets finished a second, one entry a round. */
  readonly filesPerSecond: readonly number[];
}

/** Ten files at a time. No more are made of one link at once, and each has an address of its own as another house would. */
const LINKS = 5;
const OF_A_LINK = 2;
const BEHIND_A_PROXY = { TRUSTED_PROXIES: '127.0.0.1' };

export async function measureExports(
  { load, effort, root }: { load: Load; effort: Effort; root: string },
  { command, ours, rate }: { command: ServerCommand; ours: Contestant; rate: number },
): Promise<Exports> {
  const server = await startServer({ ...command, env: { ...command.env, ...BEHIND_A_PROXY } });
  const links: string[] = [];
  while (links.length < LINKS) links.push(await linkToFilledWorkbook(server.address, root));
  const { people, warmMs, measureMs, firstMs } = effort;
  const job = { ...ours.job, people, warmMs, measureMs, rate };
  // Lets what is hot be compiled, the making of files included.
  await besideExports(links, () => load(server, { ...job, measureMs: firstMs }));
  const p99 = async () => {
    const report = await load(server, job);
    if (report.errors > 0) throw new Error(`turns beside files: ${report.firstError}`);
    // Nobody was answered at all: they waited at least that long.
    return report.turns === 0 ? measureMs : report.p99;
  };
  const measure = async (place: Place) => {
    moveTo(place, server);
    const rounds = [];
    for (let round = 0; round < effort.rounds; round++) {
      const quiet = await p99();
      const { done: beside, filesPerSecond } = await besideExports(links, p99);
      rounds.push({ quiet, beside, filesPerSecond });
    }
    return {
      quiet: rounds.map(({ quiet }) => quiet),
      beside: rounds.map(({ beside }) => beside),
      filesPerSecond: rounds.map(({ filesPerSecond }) => filesPerSecond),
    };
  };
  const places = { 'one-core': await measure('one-core'), 'two-cores': await measure('two-cores') };
  await server.stop();
  return { rate, places };
}

/** Asks for the files of these links from many sides, over and over, until the load is done. */
async function besideExports<Done>(links: readonly string[], run: () => Promise<Done>) {
  let state: 'going' | 'over' = 'going';
  let files = 0;
  const started = performance.now();
  const savers = Array.from({ length: LINKS * OF_A_LINK }, async (_, saver) => {
    const headers = { 'x-forwarded-for': `192.0.2.${saver % LINKS}` };
    while (state === 'going') {
      const response = await fetch(links[saver % LINKS] ?? '', { headers });
      const { byteLength } = await response.arrayBuffer();
      if (!response.ok || byteLength < 10_000) throw new Error(`a file was answered ${response.status}`);
      files++;
    }
  });
  // A saver that fails fails the measurement, once the load is done.
  const saved = Promise.all(savers);
  saved.catch(() => undefined);
  const done = await run();
  const filesPerSecond = (files * 1000) / (performance.now() - started);
  state = 'over';
  await saved;
  return { done, filesPerSecond };
}
