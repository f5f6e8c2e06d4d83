/** What a run is remembered by: ratios to the stock bots of the same run, and sizes. Of each, less is better. */
import type { Figures } from './measure-all.ts';
import type { Rounds } from './rounds.ts';
import { spreadOf } from './statistics.ts';

export type KeptFigures = Readonly<Record<string, number>>;

/** Whose processor time a turn is told by whose. By the kernel's count it is steadier than turns a second. */
const PAIRS = [
  ['in answers', 'ours', 'echo'],
  ['signed', 'ours-signed', 'echo-signed'],
  ['POSTed', 'ours-posted', 'echo-posted'],
  ['in answers, to the stock question', 'ours', 'question'],
  ['Direct Line', 'direct-line', 'echo'],
  ['embedded store', 'embedded', 'echo'],
] as const;

export function keptFigures(rounds: Rounds, { starts, weights, idleSockets }: Figures): KeptFigures {
  const turns = PAIRS.map(([name, ours, stock]) => [
    `CPU of a turn ÷ stock: ${name}`,
    medianRatio(cpuOf(rounds, ours), cpuOf(rounds, stock)),
  ]);
  const start = (pick: (one: (typeof starts.ours)[number]) => number) =>
    medianRatio(starts.ours.map(pick), starts.stock.map(pick));
  return {
    ...Object.fromEntries(turns),
    'start ÷ stock': start(({ firstAnswer }) => firstAnswer),
    'memory after the start ÷ stock': start(({ rss }) => rss),
    'record of a finished check, bytes': weights.directLine.record,
    'log of a finished check, bytes': weights.directLine.log,
    'idle socket, bytes': idleSockets.rssEach,
  };
}

function cpuOf(rounds: Rounds, id: string): readonly number[] {
  return (rounds[id] ?? []).map(({ cpuMicros }) => cpuMicros);
}

function medianRatio(ours: readonly number[], stock: readonly number[]): number {
  return spreadOf(ours.map((one, round) => one / (stock[round] ?? Number.NaN))).median;
}
