/**
 * `npm run bench:workbook -- --against FOLDER`: the memory of the spreadsheet's export and import as whole processes, in
 * this tree and in another (a clone with its packages installed), round by round; and the slowest hundredth of saved
 * cells on the page of many fields beside ordinary turns.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAll } from '../../scripts/build.ts';
import { isStale } from '../../scripts/is-stale.mjs';
import { spreadOf } from '../statistics.ts';
import { measureCells } from './cells.ts';
import { measureMemory } from './memory.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    cells: { type: 'string', default: '600' },
  },
});

if (isStale()) await buildAll();
const rounds = Number(values.rounds);
const ours = measureMemory(ROOT, rounds);
for (const what of ['export', 'import'] as const) say(what, ours[what]);
if (values.against !== undefined) {
  const theirs = measureMemory(values.against, rounds);
  for (const what of ['export', 'import'] as const) {
    say(`${what}, ${values.against}`, theirs[what]);
    const ratio = spreadOf(ours[what]).median / spreadOf(theirs[what]).median;
    process.stdout.write(`${what}: ${ratio.toFixed(2)} × (aim 0.6)\n`);
  }
}
const { cell, turn } = await measureCells(Number(values.cells));
process.stdout.write(
  `p99 of a saved cell ${p99(cell).toFixed(1)} ms, of an ordinary turn ${p99(turn).toFixed(1)} ms; medians ${spreadOf(cell).median.toFixed(1)} and ${spreadOf(turn).median.toFixed(1)} ms\n`,
);

function say(what: string, megabytes: readonly number[]): void {
  const { median, min, max } = spreadOf(megabytes);
  process.stdout.write(`${what}: ${median.toFixed(0)} MB (${min.toFixed(0)}–${max.toFixed(0)})\n`);
}

function p99(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? Number.NaN;
}
