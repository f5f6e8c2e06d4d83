/** What `npm run understand:measure -- --content FOLDER` makes of lines about an instrument of one's own. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tryOwnLines } from '../../scripts/understand-measure/own-lines.ts';
import { EXAMPLE } from '../support/own-instrument.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'own-lines-'));
  for (const part of ['dialogs', 'locales'])
    cpSync(join(EXAMPLE, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'lines'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function tryLines(lines: readonly string[], file = 'fi-clerk.tsv') {
  writeFileSync(join(folder, 'lines', file), ['# what people write', ...lines, ''].join('\n'));
  return tryOwnLines(folder);
}

it('tells what became of each line', () => {
  const rows = [
    [
      'a row of a table by its own words',
      'archives.condition\tarkistot vanhentuneet\toutdated',
      'right: outdated',
    ],
    ['what is denied of a row', 'archives.condition\tarkistot eivät ole ajan tasalla\toutdated', 'asked: ?'],
    [
      'a row by the one word that tells an option',
      'streets.condition\tkadut osittain\tpartly',
      'offered: ?partly',
    ],
    [
      'that word beside another option',
      'streets.condition\tkadut osittain kunnossa\tpartly',
      'offered: ?partly',
    ],
    ['a rung of a ladder', 'quality.owners-named.holds\tjoo\tyes', 'right: yes'],
    ['a number', 'requests\tnoin 120\t120', 'right: 120'],
    ['any of several', 'requests\tnoin 120\t?|120', 'right: 120'],
    ['what should be asked about, and is taken', 'requests\tnoin 120\t?', 'wrong: 120'],
    [
      'what is read as something else',
      'archives.condition\tarkistot vanhentuneet\tcurrent',
      'wrong: outdated',
    ],
    [
      'what is read of another row',
      'archives.condition\tkadut vanhentuneet\t?',
      'wrong: streets.condition=outdated',
    ],
    ['what is asked back without a guess', 'requests\tmonenlaista\t120', 'asked: ?'],
  ];
  const tried = tryLines(rows.map(([, line]) => `data-check\t${line}`));
  expect(tried.map(({ fate, reading }, i) => [rows[i]?.[0], `${fate}: ${reading}`])).toEqual(
    rows.map(([name, , fate]) => [name, fate]),
  );
});

it.each([
  ['a key that is not asked', 'data-check\tnothing.there\tjoo\tyes', /data-check asks nothing under the key/],
  ['a line of other columns', 'data-check requests 120', /fi-clerk\.tsv: four columns/],
])('refuses %s', (_, line, error) => {
  expect(() => tryLines([line])).toThrow(error);
});

it('refuses a file of no language', () => {
  expect(() => tryLines(['data-check\trequests\t1\t1'], 'clerk.tsv')).toThrow(
    /does not begin with a language/,
  );
});
