/** The tables of the summary tab: one row an area, and the whole municipality last. */
import type { WorkbookResult } from '../../assessment/scoring/workbook/assess-workbook.ts';
import type { EvidenceStair } from '../../assessment/scoring/workbook/evidence.ts';
import type { Measures } from '../../assessment/scoring/workbook/measures.ts';
import type { Tally } from '../../assessment/scoring/workbook/tally.ts';
import type { ExportContext } from './export-context.ts';
import type { FigureColumn } from './figure-formulas.ts';
import { LOOKS } from './looks.ts';
import { areaColumns } from './summary-columns.ts';
import { AREAS_TABLE, SUMMARY_COLUMNS, WHOLE_COLUMN } from './summary-layout.ts';
import type { Computed, Draft } from './xlsx/draft.ts';
import { fixed, literal, quoted } from './xlsx/reference.ts';

/** What the summary is made of beside the result: a column of figures for each area, and the whole. */
export interface SummaryInput {
  readonly columns: readonly SummaryColumn[];
}

export interface SummaryColumn extends FigureColumn {
  readonly tally: Tally;
  readonly stair: EvidenceStair | null;
}

/** The number of a column of the areas' table on the sheet: of `coverage`, say. */
export function areaColumnOf(key: string, context: ExportContext): number {
  return SUMMARY_COLUMNS.first + areaColumns(context).findIndex(column => column.key === key);
}

/** The row of a table of the summary that shows a column of figures. */
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

/** Where a measure of an area, or of the whole, stands in the areas' table. */
export function mainCell(key: string, column: Pick<FigureColumn, 'column'>, context: ExportContext): string {
  return fixed(rowOf(AREAS_TABLE, column), areaColumnOf(key, context));
}

export const WHOLE = { column: WHOLE_COLUMN } as const;

/** From another tab: a cell that stands on the summary. */
export function onSummary(cell: string, { t }: Pick<ExportContext, 't'>): string {
  return `${quoted(t('workbook-sheet:sheet.summary-tab'))}!${cell}`;
}

/** Shown where there is nothing to show. */
export const DASH = '–';

/** The value of another cell, or a dash where that one has nothing to show. */
export function orDash(cell: string, value: string | number | null | undefined): Computed {
  // Not `cell=""`: some programs hold 0 to be equal to an empty text.
  return { formula: `IF(LEN(${cell})=0,${literal(DASH)},${cell})`, value: value ?? DASH };
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

/** Above a table. */
export function putHeading(draft: Draft, row: number, heading: string): void {
  draft.put({ row, column: SUMMARY_COLUMNS.label }, LOOKS.heading, heading);
  draft.rows.set(row, { height: 22 });
}
