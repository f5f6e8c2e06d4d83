import { serialOfDay } from '../../src/reports/workbook/xlsx/days.ts';
import type { CellContent } from '../../src/reports/workbook/xlsx/read-cells.ts';
import { readSpreadsheet } from '../../src/reports/workbook/xlsx/read-spreadsheet.ts';
import { at } from '../../src/reports/workbook/xlsx/reference.ts';
import type { Spreadsheet } from '../../src/reports/workbook/xlsx/sheet.ts';

const PRECISION = 1e-9;

/** Formulas whose value in a saved file is not what it should be, one line each. */
export function compareValues(right: Spreadsheet, saved: Uint8Array): string[] {
  const { sheets } = readSpreadsheet(saved);
  return right.sheets.flatMap(({ name, cells }) => {
    const rows = sheets.find(sheet => sheet.name === name)?.rows;
    return [...cells].flatMap(([row, columns]) =>
      [...columns].flatMap(([column, cell]) => {
        if (!('formula' in cell)) return [];
        const found = rows?.get(row)?.get(column);
        if (agrees(cell.value, found)) return [];
        return [`${name} ${at(row, column)}: ${JSON.stringify(found)} is not ${cell.value}; ${cell.formula}`];
      }),
    );
  });
}

function agrees(wanted: string | number, found: CellContent | undefined): boolean {
  if (typeof wanted === 'string')
    return wanted === ''
      ? found === undefined
      : found?.kind === 'text' && found.text.trim() === wanted.trim();
  // A formula that gives a day takes over the look of the day.
  if (found?.kind === 'date') return found.day !== undefined && serialOfDay(found.day) === wanted;
  if (found?.kind !== 'number') return false;
  return Math.abs(found.number - wanted) <= PRECISION * Math.max(1, Math.abs(wanted));
}
