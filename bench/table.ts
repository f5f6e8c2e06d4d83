/** The results as text: one table of who does how much, one of what was aimed at and what came out. */
import type { Line } from './bench.ts';
import type { Contestant } from './contestants.ts';
import type { Measured } from './put-load.ts';
import type { Rounds } from './rounds.ts';
import { spreadOf } from './statistics.ts';
import { ratios } from './told.ts';

interface Results {
  readonly contestants: readonly Contestant[];
  readonly rounds: Rounds;
  readonly lines: readonly Line[];
}

export function tableOf({ contestants, rounds, lines }: Results): string {
  const speeds = contestants.map(({ id, title }) => speedRow(title, rounds[id] ?? [], rounds.echo));
  const tables = [
    ['server', 'turns/s (min–max)', '÷ stock echo', 'CPU µs', 'p50 ms', 'p99 ms'],
    ['what', 'aim', 'measured'],
  ] as const;
  return [speeds, lines]
    .flatMap((rows, at) => (rows.length === 0 ? [] : markdown(tables[at] ?? [], rows)))
    .join('');
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`);
  return `\n${lines.join('\n')}\n`;
}

function speedRow(title: string, mine: readonly Measured[], echo: Rounds[string] | undefined): string[] {
  const perSecond = (rounds: readonly Measured[]) => rounds.map(one => one.perSecond);
  const speed = spreadOf(perSecond(mine));
  return [
    title,
    `${whole(speed.median)} (${whole(speed.min)}–${whole(speed.max)})`,
    echo ? ratios(perSecond(mine), perSecond(echo)).median.toFixed(2) : '–',
    whole(spreadOf(mine.map(({ cpuMicros }) => cpuMicros)).median),
    spreadOf(mine.map(({ p50 }) => p50)).median.toFixed(1),
    spreadOf(mine.map(({ p99 }) => p99)).median.toFixed(1),
  ];
}

function whole(value: number): string {
  return value.toFixed(0);
}
