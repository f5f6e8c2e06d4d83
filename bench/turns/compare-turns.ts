/**
 * What a turn of our own costs, take, draw and JSON, without channel
 * and store, in this tree and in an earlier revision. Each talk in a process of each, round by round in turn; what is
 * measured is user and system time. A later revision may understand more of what is typed, so the cost is also told for
 * each answer that was kept.
 */
import { fileURLToPath } from 'node:url';
import { checkedOut } from '../page/builds.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import type { Round } from './main.ts';
import { bundleTalks, startTalker, type Talker } from './revision.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Each talk with the times it is held in a round, and what its turn may cost of the earlier revision's. */
const TALKS = [
  { talk: 'quick-press', title: 'quick check, pressed', times: 120, aim: '≤ 1' },
  { talk: 'quick-words', title: 'quick check, typed', times: 80, aim: '≤ 1' },
  { talk: 'workbook-press', title: 'half-filled workbook, pressed', times: 20, aim: '≤ 0.7' },
  { talk: 'workbook-words', title: 'half-filled workbook, typed', times: 40, aim: '≤ 0.7' },
] as const;

type Told = (typeof TALKS)[number];

interface Against {
  /** A revision, or a folder with its sources. */
  readonly against: string;
  readonly rounds: number;
  readonly progress: (text: string) => void;
}

/** Measures all talks in both; a table in Markdown. */
export async function compareTurns({ against, rounds, progress }: Against): Promise<string> {
  const folders = [ROOT, checkedOut(against).folder];
  const bundles = await Promise.all(folders.map(bundleTalks));
  const rows: string[] = [];
  for (const told of TALKS) {
    const talkers = bundles.map(bundle => startTalker(bundle, told.talk));
    const tell = (round: number) => progress(`${told.title}: ${round || 'warming up,'} of ${rounds} rounds`);
    rows.push(rowOf(told, await inTurn(talkers, { rounds, times: told.times, tell })));
    for (const talker of talkers) talker.end();
  }
  return [HEAD.replace('REVISION', against), '| --- | --- | --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

interface Effort {
  readonly rounds: number;
  readonly times: number;
  readonly tell: (round: number) => void;
}

/** The rounds of each talker. The first one lets it compile what is hot; it is not kept. */
async function inTurn(talkers: readonly Talker[], { rounds, times, tell }: Effort): Promise<Round[][]> {
  const measured: Round[][] = talkers.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    tell(round);
    for (const [index, talker] of talkers.entries()) {
      const one = await talker.round(times);
      if (round > 0) measured[index]?.push(one);
    }
  }
  return measured;
}

const HEAD =
  '| µs of CPU a turn | this tree | REVISION | ÷ | aim | answers kept in one talk | ÷ by answer kept |';

function rowOf({ title, times, aim }: Told, [ours = [], theirs = []]: readonly (readonly Round[])[]): string {
  const micros = (rounds: readonly Round[]) =>
    spread(spreadOf(rounds.map(({ cpu, turns }) => cpu / turns)), 0);
  const ratio = (cost: (round: Round) => number) =>
    spread(spreadOf(ours.flatMap((one, index) => cost(one) / cost(theirs[index] ?? one))), 2);
  const kept = [ours, theirs].map(rounds => (rounds[0]?.kept ?? 0) / times).join(' / ');
  const cells = [
    title,
    micros(ours),
    micros(theirs),
    ratio(({ cpu, turns }) => cpu / turns),
    aim,
    kept,
    ratio(({ cpu, kept }) => cpu / kept),
  ];
  return `| ${cells.join(' | ')} |`;
}

function spread({ median, min, max }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}
