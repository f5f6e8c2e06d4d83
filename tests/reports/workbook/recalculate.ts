import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { init } from 'excelize-wasm';
import { at } from '../../../src/reports/workbook/xlsx/reference.ts';
import type { Spreadsheet } from '../../../src/reports/workbook/xlsx/sheet.ts';
import { computeArrays } from './array-formula.ts';

const folder = dirname(createRequire(import.meta.url).resolve('excelize-wasm'));
const excelize = await init(join(folder, 'excelize.wasm.gz'));

/** Opens a file in a spreadsheet library that is not ours. */
export function openElsewhere(bytes: Uint8Array) {
  const file = excelize.OpenReader(bytes);
  if (file.error !== null && file.error !== undefined) throw new Error(file.error);
  return file;
}

export interface Recalculated {
  readonly place: string;
  readonly formula: string;
  readonly stored: string | number;
  readonly computed: string;
}

/**
 * Every formula of a spreadsheet, computed again from the file by the other library; those over arrays, which it does
 * not know, by our own reading of them. On the last two tabs, which others are computed from and which come first, each
 * value takes the place of its formula, so that none is computed twice.
 */
export function recalculate(spreadsheet: Spreadsheet, bytes: Uint8Array): Recalculated[] {
  const file = openElsewhere(bytes);
  const shared = new Set(spreadsheet.sheets.slice(-2).map(({ name }) => name));
  const compute = (name: string, cell: string, formula: string) => {
    if (formula.includes('SUMPRODUCT(')) return String(computeArrays(formula, spreadsheet));
    const { value, error } = file.CalcCellValue(name, cell, { RawCellValue: true });
    return error ? `${value} (${error})` : value;
  };
  return formulasOf(spreadsheet).map(({ name, cell, formula, stored }) => {
    const computed = compute(name, cell, formula);
    if (!shared.has(name)) return { place: `${name} ${cell}`, formula, stored, computed };
    if (typeof stored === 'number') file.SetCellFloat(name, cell, Number(computed), -1, 64);
    else file.SetCellStr(name, cell, computed);
    return { place: `${name} ${cell}`, formula, stored, computed };
  });
}

function formulasOf({ sheets }: Spreadsheet) {
  const formulas = sheets
    .toReversed()
    .flatMap(({ name, cells }) =>
      [...cells].flatMap(([row, columns]) =>
        [...columns].flatMap(([column, cell]) =>
          'formula' in cell
            ? [{ name, cell: at(row, column), formula: cell.formula, stored: cell.value }]
            : [],
        ),
      ),
    );
  const isArray = ({ formula }: { formula: string }) => formula.includes('SUMPRODUCT(');
  return [...formulas.filter(isArray), ...formulas.filter(one => !isArray(one))];
}

const PRECISION = 1e-9;

/** Whether a computed value is the stored one, numbers to nine digits. */
export function agrees({ stored, computed }: Recalculated): boolean {
  if (typeof stored === 'string') return stored === computed;
  if (computed.trim() === '') return false;
  return Math.abs(Number(computed) - stored) <= PRECISION * Math.max(1, Math.abs(stored));
}
