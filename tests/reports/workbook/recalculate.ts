import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { init } from 'excelize-wasm';
import { at } from '../../../src/reports/workbook/xlsx/reference.ts';
import type { Spreadsheet } from '../../../src/reports/workbook/xlsx/sheet.ts';

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

/** Every formula of a spreadsheet, computed again from the file by the other library. */
export function recalculate(spreadsheet: Spreadsheet, bytes: Uint8Array): Recalculated[] {
  const file = openElsewhere(bytes);
  return spreadsheet.sheets.flatMap(({ name, cells }) =>
    [...cells].flatMap(([row, columns]) =>
      [...columns].flatMap(([column, cell]) => {
        if (!('formula' in cell)) return [];
        const { value, error } = file.CalcCellValue(name, at(row, column), { RawCellValue: true });
        const computed = error ? `${value} (${error})` : value;
        return [{ place: `${name} ${at(row, column)}`, formula: cell.formula, stored: cell.value, computed }];
      }),
    ),
  );
}

const PRECISION = 1e-9;

/** Whether a computed value is the stored one, numbers to nine digits. */
export function agrees({ stored, computed }: Recalculated): boolean {
  if (typeof stored === 'string') return stored === computed;
  if (computed.trim() === '') return false;
  return Math.abs(Number(computed) - stored) <= PRECISION * Math.max(1, Math.abs(stored));
}
