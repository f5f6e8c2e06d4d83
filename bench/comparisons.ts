/** What the rounds come to: contestants beside each other, by turns a second and by processor time. */
import type { Line, Outcome } from './bench.ts';
import type { Rounds } from './rounds.ts';
import { ratios, told } from './told.ts';

interface Comparison {
  readonly title: string;
  readonly aim: string;
  readonly ours: string;
  readonly other: string;
  /**
   * `stock`: how much more ours does than the other. `cost`: how much more a turn of ours costs, by processor time
   * alone, which the kernel counts more steadily than turns a second.
   */
  readonly by: 'stock' | 'cost';
  /** Its name among the published figures: processor time of ours over the other's. */
  readonly kept?: string;
}

const STOCK: readonly Comparison[] = [
  of('(a) ÷ stock echo', '≥ 2.5', ['ours', 'echo', 'in answers']),
  of('(a) signed ÷ stock echo signed', '≥ 5', ['ours-signed', 'echo-signed', 'signed']),
  of('(a) replies POSTed ÷ stock echo likewise', '≥ 2.5', ['ours-posted', 'echo-posted', 'POSTed']),
  of('(a) ÷ stock question over Redis', '≥ 6', ['ours', 'question', 'in answers, to the stock question']),
  of('(b) Direct Line ÷ stock echo', '≥ 4', ['direct-line', 'echo', 'Direct Line']),
  of('(c) embedded ÷ stock echo', '–', ['embedded', 'echo', 'embedded store']),
];

function of(title: string, aim: string, [ours, other, name]: [string, string, string]): Comparison {
  return { title, aim, ours, other, by: 'stock', kept: `CPU of a turn ÷ stock: ${name}` };
}

/** `earlier` is the name of the revision that is measured beside ours. */
export function compareRounds(rounds: Rounds, earlier: string): Outcome {
  const both = [...STOCK, ...costs(earlier)].filter(({ ours, other }) => rounds[ours] && rounds[other]);
  return {
    lines: both.map(comparison => lineOf(rounds, comparison)),
    kept: Object.fromEntries(
      both.map(one => [one.kept ?? one.title, costOf(rounds, one.ours, one.other).median]),
    ),
    figures: rounds,
  };
}

function costs(earlier: string): readonly Comparison[] {
  return [
    {
      title: '(b) Direct Line, CPU ÷ the limit',
      aim: '≤ 2.2',
      ours: 'direct-line',
      other: 'limit',
      by: 'cost',
    },
    { title: `(a), CPU ÷ ${earlier}`, aim: '≤ 1.0', ours: 'ours', other: 'earlier', by: 'cost' },
    {
      title: `(b) Direct Line, CPU ÷ ${earlier}`,
      aim: '≤ 0.6',
      ours: 'direct-line',
      other: 'earlier-direct-line',
      by: 'cost',
    },
  ];
}

function lineOf(rounds: Rounds, { title, aim, ours, other, by }: Comparison): Line {
  if (by === 'cost') return [title, aim, told(costOf(rounds, ours, other))];
  const [mine = [], theirs = []] = [rounds[ours], rounds[other]];
  const speed = ratios(
    mine.map(({ perSecond }) => perSecond),
    theirs.map(({ perSecond }) => perSecond),
  );
  return [title, aim, `${told(speed)}; by CPU ${told(costOf(rounds, other, ours))}`];
}

function costOf(rounds: Rounds, one: string, other: string) {
  const cpu = (id: string) => (rounds[id] ?? []).map(({ cpuMicros }) => cpuMicros);
  return ratios(cpu(one), cpu(other));
}
