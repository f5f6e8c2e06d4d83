/** What became of lines, as rows of per cent: by whatever groups them, and all together. */
import { FATES, type Fate } from '../../tests/conversation/understanding/fate.ts';

interface Line {
  readonly fate: Fate;
}

/** Prints a head and a row for each group of each grouping, tabs between. */
export function printTable<One extends Line>(
  title: string,
  all: readonly One[],
  groupings: readonly ((one: One) => string)[],
): void {
  console.log([title, 'lines', ...FATES, 'right or offered'].join('\t'));
  const rows = [...groupings.flatMap(nameOf => groups(all, nameOf)), ['all', all] as const];
  for (const [name, lines] of rows) console.log([name, lines.length, ...shares(lines)].join('\t'));
}

function groups<One>(
  all: readonly One[],
  nameOf: (one: One) => string,
): (readonly [string, readonly One[]])[] {
  const names = [...new Set(all.map(nameOf))].sort();
  return names.map(name => [name, all.filter(one => nameOf(one) === name)]);
}

/** Per cent, one decimal. */
function shares(lines: readonly Line[]): string[] {
  const share = (...fates: Fate[]) =>
    ((100 * lines.filter(({ fate }) => fates.includes(fate)).length) / lines.length).toFixed(1);
  return [...FATES.map(fate => share(fate)), share('right', 'offered')];
}

interface Missed extends Line {
  readonly locale: string;
  readonly asked: string;
  readonly text: string;
  readonly reading: string;
  readonly expected: readonly string[];
}

/** The lines that were not read right, and as what they were. */
export function printMisses(all: readonly Missed[]): void {
  for (const { locale, asked, text, expected, reading, fate } of all)
    if (fate !== 'right')
      console.log([fate, locale, asked, text, `${reading}, not ${expected.join('|')}`].join('\t'));
}
