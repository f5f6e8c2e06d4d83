/** Grey cells whose formula somebody has typed over: the sheet shows the number typed, 80 % say, and the answers come to another. */
import { AREA_COLUMNS } from './area-columns.ts';
import type { ImportProblem } from './import-problem.ts';
import type { MarkedSheet } from './marks-in.ts';
import type { Columns } from './read-row.ts';
import { SUMMARY_COLUMNS } from './summary-layout.ts';
import type { ReadSheet } from './xlsx/read-spreadsheet.ts';
import { at, type Place } from './xlsx/reference.ts';

/** In the computed columns of an area's tab, below the header. A file of values only has nothing to type over. */
export function overwrittenInArea(
  sheet: ReadSheet,
  { columns, header }: { readonly columns: Columns; readonly header: number },
): ImportProblem[] {
  if (sheet.formulas.size === 0) return [];
  const computed = AREA_COLUMNS.filter(({ kind }) => kind === 'computed').flatMap(
    ({ key }) => columns.get(key) ?? [],
  );
  return [...sheet.rows.keys()]
    .filter(row => row > header)
    .flatMap(row => computed.map(column => ({ row, column })))
    .filter(place => isConstant(sheet, place))
    .map(place => problemAt(sheet, place));
}

/**
 * In rows that are computed as a whole, on tabs without a table to fill in: what stands among more formulas than
 * other values. `inputs` are cells that are filled in.
 */
export function overwrittenInRows(
  { sheet, column: marks }: Pick<MarkedSheet, 'sheet' | 'column'>,
  inputs: readonly string[],
): ImportProblem[] {
  // After the marks and the names of the rows.
  const first = marks + SUMMARY_COLUMNS.first - 1;
  return [...sheet.formulas].flatMap(([row, formulas]) => {
    const constants = [...(sheet.rows.get(row)?.keys() ?? [])]
      .map(column => ({ row, column }))
      .filter(place => place.column >= first && isConstant(sheet, place))
      .filter(place => !inputs.includes(at(place.row, place.column)));
    const computed = [...formulas].filter(column => column >= first);
    return computed.length > constants.length ? constants.map(place => problemAt(sheet, place)) : [];
  });
}

function isConstant({ rows, formulas }: ReadSheet, { row, column }: Place): boolean {
  const content = rows.get(row)?.get(column);
  const typed = content?.kind === 'text' || content?.kind === 'number' || content?.kind === 'date';
  return typed && !formulas.get(row)?.has(column);
}

function problemAt({ name }: ReadSheet, { row, column }: Place): ImportProblem {
  return { code: 'overwritten', tab: name, cell: at(row, column) };
}
