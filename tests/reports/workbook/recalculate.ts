import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { init } from 'excelize-wasm';
import { at } from '../../../src/reports/workbook/xlsx/reference.ts';
import type { Spreadsheet } from '../../../src/reports/workbook/xlsx/sheet.ts';
import { writeSpreadsheet } from '../../../src/reports/workbook/xlsx/write-spreadsheet.ts';
import { computeArrays } from './array-formula.ts';
import { createInputs } from './formula-inputs.ts';

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

/** What formulas came to, in whatever file: most rows of most files are empty, and two minutes went into those. */
const known = new Map<string, string>();

/**
 * Every formula of a spreadsheet, as the other library finds it in the file, computed again by it; those over arrays,
 * which it does not know, by our own reading of them. What the same formula came to from the same values is not computed
 * twice. On the last two tabs, which others are computed from and which come first, each value takes the place of its
 * formula.
 */
export function recalculate(spreadsheet: Spreadsheet): Recalculated[] {
  const file = openElsewhere(writeSpreadsheet(spreadsheet));
  const shared = new Set(spreadsheet.sheets.slice(-2).map(({ name }) => name));
  const inputsOf = createInputs(spreadsheet);
  const compute = (name: string, cell: string, formula: string) => {
    if (formula.includes('SUMPRODUCT(')) return String(computeArrays(formula, spreadsheet));
    const { value, error } = file.CalcCellValue(name, cell, { RawCellValue: true });
    return error ? `${value} (${error})` : value;
  };
  return cellsWithFormula(spreadsheet).map(({ name, cell, stored }) => {
    const { formula } = file.GetCellFormula(name, cell);
    const inputs = inputsOf(name, formula);
    const computed = known.get(inputs ?? '') ?? compute(name, cell, formula);
    if (inputs !== undefined) known.set(inputs, computed);
    if (!shared.has(name)) return { place: `${name} ${cell}`, formula, stored, computed };
    if (typeof stored === 'number') file.SetCellFloat(name, cell, Number(computed), -1, 64);
    else file.SetCellStr(name, cell, computed);
    return { place: `${name} ${cell}`, formula, stored, computed };
  });
}

function cellsWithFormula({ sheets }: Spreadsheet) {
  const all = sheets
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
  return [...all.filter(isArray), ...all.filter(one => !isArray(one))];
}

const PRECISION = 1e-9;

/** Whether a computed value is the stored one, numbers to nine digits. */
export function agrees({ stored, computed }: Recalculated): boolean {
  if (typeof stored === 'string') return stored === computed;
  if (computed.trim() === '') return false;
  return Math.abs(Number(computed) - stored) <= PRECISION * Math.max(1, Math.abs(stored));
}
