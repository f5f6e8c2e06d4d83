import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/reports/csv-of.ts';
import { LIVE_PATTERNS } from './live-patterns.ts';

describe('rows as csv', () => {
  it('begin with the mark of their encoding, and have a semicolon between cells', () => {
    const rows = [
      ['Toimi', 'Kärki'],
      ['Testaa', 'Sujuva arki'],
    ];
    expect(csvOf(rows)).toBe('\ufeff"Toimi";"Kärki"\r\n"Testaa";"Sujuva arki"\r\n');
  });

  it.each([
    ['a;b', '"a;b"'],
    ['says "so"', '"says ""so"""'],
    ['two\nlines', '"two lines"'],
    // Nothing that somebody wrote is worked out as a formula.
    ['=1+1', `"'=1+1"`],
    ['+358 8', `"'+358 8"`],
    ['-tehty', `"'-tehty"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    [' =1+1', `"'=1+1"`],
    ['\t=1', `"'=1"`],
    // Numbers stay numbers, with the minus that a spreadsheet knows, and days as every tool reads them.
    ['\u22124,5', '"-4,5"'],
    ['2027-06-01', '"2027-06-01"'],
    ['', '""'],
  ])('%j is written as %j', (text, written) => {
    expect(csvOf([[text]])).toBe(`\ufeff${written}\r\n`);
  });

  it(`of ${LIVE_PATTERNS.length} patterns hold none that is live`, () => {
    expect(LIVE_PATTERNS.length).toBeGreaterThanOrEqual(200);
    const written = csvOf(LIVE_PATTERNS.map(pattern => [pattern]))
      .slice(1)
      .trimEnd()
      .split('\r\n');
    expect(written).toHaveLength(LIVE_PATTERNS.length);
    // Programs take for text what a letter, a figure or an apostrophe begins.
    expect(written.filter(line => !/^"['\p{L}\p{N}]/u.test(line))).toEqual([]);
  });
});
