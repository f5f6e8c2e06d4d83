/** A table as a spreadsheet, read by a library that is not ours and by our own reader. */
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/conversation/locale.ts';
import { type SpreadsheetTable, tableXlsx } from '../../src/reports/table-xlsx.ts';
import { openElsewhere } from './workbook/recalculate.ts';

const HEAD = ['Toimi', 'Kärki', 'Määräaika'];
const TABLE: SpreadsheetTable = {
  title: 'Tiekartta',
  locale: 'fi',
  head: HEAD,
  rows: [
    ['Uusi intranet', 'Sujuva arki', '2027-06-01'],
    ['Mittaa käyttöä', '', ''],
  ],
  days: 2,
};

/** What the other library shows of the only tab, row by row; empty cells at the end of a row are left out. */
function shown(table: SpreadsheetTable): string[][] {
  const { result } = openElsewhere(tableXlsx(table)).GetRows(table.title);
  return result.map(row => row.map(cell => cell ?? ''));
}

describe('a table as a spreadsheet', () => {
  it('has the names of its columns first, and a row each, which another library reads as they are', () => {
    expect(shown(TABLE)).toEqual([HEAD, ['Uusi intranet', 'Sujuva arki', '1.6.2027'], ['Mittaa käyttöä']]);
  });

  it('keeps a day as a number that tools count and sort by', () => {
    const file = openElsewhere(tableXlsx(TABLE));
    expect(file.GetCellValue(TABLE.title, 'C2', { RawCellValue: true }).value).toBe('46539');
  });

  it('is marked as a table, with a button to filter by on every column', () => {
    const { tables } = openElsewhere(tableXlsx(TABLE)).GetTables(TABLE.title);
    expect(tables.map(({ Range }) => Range)).toEqual(['A1:C3']);
  });

  it.each(['=1+1', '+358 8', '-tehty', '@SUM(A1)', '|calc', '\t=1', '=HYPERLINK("http://a","b")'])(
    'computes nothing that somebody wrote: %j',
    words => {
      const file = openElsewhere(tableXlsx({ ...TABLE, rows: [[words, words, words]] }));
      for (const cell of ['A2', 'B2', 'C2']) {
        expect(file.GetCellFormula(TABLE.title, cell).formula).toBe('');
        expect(file.GetCellValue(TABLE.title, cell).value).toBe(words);
      }
    },
  );

  it('is the same to the byte for the same table, whatever stands in it', () => {
    const odd = { ...TABLE, rows: [['<b>"ä" & 漢字</b> 🌱', '_x0041_', '']] };
    expect(tableXlsx(odd)).toEqual(tableXlsx(odd));
    expect(shown(odd)[1]).toEqual(['<b>"ä" & 漢字</b> 🌱', '_x0041_']);
  });

  it.each(LOCALES)('names its language: %s', locale => {
    const { props } = openElsewhere(tableXlsx({ ...TABLE, locale })).GetDocProps();
    expect(props.Language).toBe({ fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }[locale]);
  });
});
