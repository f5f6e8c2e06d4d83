import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/reports/csv-of.ts';

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
});
