/**
 * `npm run understand:measure [-- --part look] [--misses]`: how lines of many writers are read, by language and kind. What
 * a line means was agreed on by two who had not written it. The lines are split by writer: rules are made with `build`,
 * `look` tells how they do on others' lines, `final` is opened when an aim is thought met and replaced afterwards.
 * `--misses` lists what was not read right, of `build` alone.
 * `npm run understand:measure -- --content FOLDER [--misses]`: the same for instruments of one's own, by the lines in
 * FOLDER/lines.
 */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { loadContent } from '../src/content/load-content.ts';
import { lazySecondReader } from '../src/content/load-second-reader.ts';
import { loadVocabularies } from '../src/content/load-vocabularies.ts';
import { createUnderstanding, USUAL_OPTIONS } from '../src/conversation/understanding/understanding.ts';
import { written } from '../tests/conversation/understanding/cases.ts';
import { type Fate, fateOf } from '../tests/conversation/understanding/fate.ts';
import { casesIn, PARTS, type WrittenCase } from '../tests/conversation/understanding/sets.ts';
import { tryOwnLines } from './understand-measure/own-lines.ts';
import { printMisses, printTable } from './understand-measure/table.ts';

interface Tried extends WrittenCase {
  readonly reading: string;
  readonly fate: Fate;
}

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: 'look' },
    misses: { type: 'boolean', default: false },
    content: { type: 'string' },
  },
});
const understand = createUnderstanding(loadVocabularies('locales'), {
  called: loadContent().called,
  second: lazySecondReader('.'),
});

if (values.content === undefined) measureShipped(z.enum(PARTS).parse(values.part));
else measureOwn(values.content);

function measureShipped(part: (typeof PARTS)[number]): void {
  const tried = casesIn(part).map(readOf);
  printTable(part, tried, [
    ({ locale }) => locale,
    ({ locale, asked }) => `${locale} ${asked}`,
    ({ writer }) => writer,
  ]);
  printTimes(tried);
  if (values.misses && part === 'build') printMisses(tried);
}

function measureOwn(folder: string): void {
  const tried = tryOwnLines(folder);
  printTable(folder, tried, [({ locale }) => locale, ({ asked }) => asked, ({ writer }) => writer]);
  if (values.misses) printMisses(tried);
}

function readOf(one: WrittenCase): Tried {
  const { locale, asked, text } = one;
  const reading = written(
    understand(text, { locale, asked, options: USUAL_OPTIONS[asked] ?? [], whole: true }),
  );
  return { ...one, reading, fate: fateOf(reading, one) };
}

/** How long an ordinary line takes, and 4,000 characters of them, in milliseconds; the vocabularies are compiled by now. */
function printTimes(all: readonly Tried[]): void {
  const times = all.map(timeOf).sort((one, other) => one - other);
  const first = all[0];
  const long = all.map(({ text }) => text).join(' ');
  const longest = first ? timeOf({ ...first, text: long.slice(0, 4000) }) : 0;
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  console.log(`ms a line: median ${at(0.5)}, p99 ${at(0.99)}; 4,000 characters ${longest.toFixed(2)}`);
}

function timeOf({ locale, asked, text }: WrittenCase): number {
  const started = performance.now();
  understand(text, { locale, asked, options: USUAL_OPTIONS[asked] ?? [], whole: true });
  return performance.now() - started;
}
