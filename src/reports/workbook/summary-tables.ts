/** The tables of the summary tab: one row an area, and the whole municipality last. */
import type { WorkbookResult } from '../../assessment/scoring/workbook/assess-workbook.ts';
import type { Measures } from '../../assessment/scoring/workbook/measures.ts';
import type { ExportContext } from './export-context.ts';
import type { FigureColumn } from './figure-formulas.ts';
import { LOOKS } from './looks.ts';
import { areaColumns } from './summary-columns.ts';
import { AREAS_TABLE, SUMMARY_COLUMNS, WHOLE_COLUMN } from './summary-layout.ts';
import type { Computed, Draft } from './xlsx/draft.ts';
import { fixed } from './xlsx/reference.ts';

/** The number of a main table's column on the sheet. */
export function areaColumnOf(key: string, context: ExportContext): number {
  return SUMMARY_COLUMNS.first + areaColumns(context).findIndex(column => column.key === key);
}

/** Row of the main table that belongs to a column of figures. */
export function rowOf(table: { readonly first: number }, { column }: Pick<FigureColumn, 'column'>): number {
  return table.first + column - SUMMARY_COLUMNS.first;
}

/** 0.8 → `80 %` in Finnish and Swedish, `80%` in English. */
export function percent(value: number, { locale }: Pick<ExportContext, 'locale'>): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value);
}

/** The columns of figures: areas in order, the whole last, each with its measures. */
export function measuredColumns(
  result: WorkbookResult,
  columns: readonly FigureColumn[],
): readonly { readonly measures: Measures; readonly figures: FigureColumn }[] {
  const measured: readonly Measures[] = [...result.areas, result];
  return columns.flatMap((figures, index) => {
    const measures = measured[index];
    return measures ? [{ measures, figures }] : [];
  });
}

/** Where a measure of an area, or of the whole, stands in the main table. */
export function mainCell(key: string, column: Pick<FigureColumn, 'column'>, context: ExportContext): string {
  return fixed(rowOf(AREAS_TABLE, column), areaColumnOf(key, context));
}

export const WHOLE = { column: WHOLE_COLUMN } as const;

const NOTHING = '–';

/** The value of another cell, or a dash where that one has nothing to show. */
export function orNothing(cell: string, value: string | number | null | undefined): Computed {
  // Not `cell=""`: some programs hold 0 to be equal to an empty text.
  return { formula: `IF(LEN(${cell})=0,"${NOTHING}",${cell})`, value: value ?? NOTHING };
}

export interface AreaHeader {
  readonly row: number;
  /** What the first column holds. */
  readonly first: string;
  readonly columns: readonly Pick<FigureColumn, 'column'>[];
}

/** The header of a table where areas are columns. */
export function putAreaHeader(
  draft: Draft,
  { row, first, columns }: AreaHeader,
  { t, result }: ExportContext,
): void {
  draft.put({ row, column: SUMMARY_COLUMNS.label }, LOOKS.headerLeft, first);
  for (const { column } of columns) {
    const area = result.areas[column - SUMMARY_COLUMNS.first];
    const name = area ? t(`workbook:areas.${area.id}.short`) : t('workbook-sheet:summary.whole');
    draft.put({ row, column }, LOOKS.header, name);
  }
}
