/** The options of drop-downs, whatever a municipality calls them. */
import { describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../../../src/reports/workbook/xlsx/read-spreadsheet.ts';
import type { Sheet, Validation } from '../../../src/reports/workbook/xlsx/sheet.ts';
import { openZip } from '../../../src/reports/workbook/xlsx/unzip.ts';
import { writeSpreadsheet } from '../../../src/reports/workbook/xlsx/write-spreadsheet.ts';
import { openElsewhere } from './recalculate.ts';

const error = { title: 'Tarkista', text: 'Valitse luettelosta.' };
const PLAIN = ['käytössä', 'suunnitteilla'];
const COMMAS = ['ei käytössä, ei suunnitteilla', 'käytössä'];
const QUOTES = ['”vanha”', '"uusi"'];
const LONG = [`${'pitkä '.repeat(45)}nimi`, 'lyhyt'];

function fileWith(...lists: readonly (readonly string[])[]): Uint8Array {
  const validations = lists.map(
    (options, index): Validation => ({ kind: 'list', range: `A${index + 1}`, options, error }),
  );
  const sheet: Sheet = {
    name: 'Palvelut',
    color: 'FFFFFF',
    columns: [{ width: 20 }],
    cells: new Map([[1, new Map([[1, { style: {}, value: 'käytössä' }]])]]),
    rows: new Map(),
    active: { row: 1, column: 1 },
    validations,
    print: { scale: { pagesWide: 1 }, footer: '' },
  };
  const about = { title: 'Luettelot', subject: '', creator: 'Porrasbotti', language: 'fi-FI', names: [] };
  return writeSpreadsheet({ ...about, sheets: [sheet] });
}

function sourcesIn(bytes: Uint8Array): string[] {
  const xml = openZip(bytes).read('xl/worksheets/sheet1.xml') ?? '';
  return [...xml.matchAll(/<formula1>(.*?)<\/formula1>/g)].map(([, formula = '']) =>
    formula.replaceAll('&quot;', '"'),
  );
}

/** The rows of the hidden tab, as our own reader finds them. */
function listed(bytes: Uint8Array): unknown[][] {
  const hidden = readSpreadsheet(bytes).sheets.find(({ name }) => name === '_lists');
  return [...(hidden?.rows.values() ?? [])].map(row =>
    [...row.values()].map(content => (content.kind === 'text' ? content.text : content)),
  );
}

describe('the options of a drop-down', () => {
  it('stand in its check, and no tab is added for them', () => {
    const bytes = fileWith(PLAIN);
    expect(sourcesIn(bytes)).toEqual(['"käytössä,suunnitteilla"']);
    expect(openElsewhere(bytes).GetSheetList().list).toEqual(['Palvelut']);
  });

  it.each([
    ['commas', COMMAS],
    ['quotation marks', QUOTES],
    ['more letters than a check can hold', LONG],
  ])('stand whole on a hidden tab where they have %s', (_, options) => {
    const bytes = fileWith(options);
    expect(sourcesIn(bytes)).toEqual(["'_lists'!$A$1:$A$2"]);
    expect(listed(bytes)).toEqual(options.map(option => [option]));
  });

  it('stand there once for all checks that have them, each list in a column of its own', () => {
    const bytes = fileWith(COMMAS, PLAIN, COMMAS, QUOTES);
    expect(sourcesIn(bytes)).toEqual([
      "'_lists'!$A$1:$A$2",
      '"käytössä,suunnitteilla"',
      "'_lists'!$A$1:$A$2",
      "'_lists'!$B$1:$B$2",
    ]);
  });

  it('are on a tab that another library finds, and holds to be hidden', () => {
    const file = openElsewhere(fileWith(COMMAS));
    expect(file.GetSheetList().list).toEqual(['Palvelut', '_lists']);
    expect(file.GetSheetVisible('_lists').visible).toBe(false);
    expect(file.GetCellValue('_lists', 'A1').value).toBe(COMMAS[0]);
  });
});
