/** The slowest hundredth of turns while ten spreadsheets at a time are being made, against the same without them. */
import { execFileSync } from 'node:child_process';
import type { Answers } from '../../src/assessment/answers.ts';
import {
  PHASES,
  type Workbook,
  workbookOf,
} from '../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { loadContent } from '../../src/content/load-content.ts';
import { XLSX } from '../../src/http/xlsx-type.ts';
import { exportWorkbook } from '../../src/reports/workbook/export-workbook.ts';
import { answersInFile } from '../../tests/assessment/scoring/workbook/workbook-answers.ts';
import { fileLinks, wordsIn } from '../../tests/law/person.ts';
import { openChat } from '../../tests/support/robot.ts';
import type { Contestant } from '../contestants.ts';
import { OTHER_CORE, ontoCores, SERVER_CORE } from '../cores.ts';
import type { Effort } from '../effort.ts';
import type { Load } from '../put-load.ts';
import { type ServerCommand, type ServerProcess, startServer } from '../server-process.ts';

/** Where the server may run: on its core only, or on both, one of which it shares with the load and Redis. */
const PLACES = { 'one-core': [SERVER_CORE], 'two-cores': [SERVER_CORE, OTHER_CORE] } as const;
type Place = keyof typeof PLACES;

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

function moveTo(place: Place, { pid }: ServerProcess): void {
  const [command, args] = ontoCores(PLACES[place], pid);
  execFileSync(command, args, { stdio: 'ignore' });
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

/** Takes a finished workbook into a conversation, and asks there for the link to its spreadsheet. */
async function linkToFilledWorkbook(address: string, root: string): Promise<string> {
  const robot = await openChat(address);
  const content = loadContent({ root });
  const instrument = content.current('workbook');
  if (!instrument) throw new Error('no workbook is shipped');
  const workbook = workbookOf(instrument);
  const t = content.translate('fi');
  const file = exportWorkbook({ workbook, answers: filled(workbook), locale: 'fi', t });
  const response = await fetch(`${address}/api/workbook`, {
    method: 'POST',
    headers: { authorization: `Bearer ${robot.token}`, 'content-type': XLSX },
    body: new Uint8Array(file),
  });
  if (!response.ok) throw new Error(`the workbook was refused: ${await response.text()}`);
  await robot.send('tallenna tulos');
  const link = fileLinks({ words: wordsIn(await robot.everything()) }).find(one => one.includes('.xlsx'));
  if (!link) throw new Error('no link to a spreadsheet was given');
  const { pathname, search } = new URL(link);
  return address + pathname + search;
}

/** Every service in use, with all that can be said of it. */
function filled({ areas }: Workbook): Answers {
  const answer = {
    status: 'inuse',
    phases: Object.fromEntries(PHASES.map(phase => [phase, 'full'])),
    usageRate: 85,
    cases: 900,
    benefit: { hourlyPrice: 42.5, yearlyCost: 18_000, minutesSaved: 75, oneOffCost: 25_000 },
  } as const;
  return answersInFile({
    target: { services: 80, savings: 100_000 },
    areas: Object.fromEntries(
      areas.map(({ id, services }) => [
        id,
        { services: Object.fromEntries(services.map(service => [service.id, answer])) },
      ]),
    ),
  });
}
