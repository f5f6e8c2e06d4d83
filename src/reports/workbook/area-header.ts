import type { ExportContext } from './export-context.ts';
import type { FigureColumn } from './figure-formulas.ts';
import { LOOKS } from './looks.ts';
import { SUMMARY_COLUMNS } from './summary-layout.ts';
import type { Draft } from './xlsx/draft.ts';

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
  draft.put(row, SUMMARY_COLUMNS.label, LOOKS.headerLeft, first);
  for (const { column } of columns) {
    const area = result.areas[column - SUMMARY_COLUMNS.first];
    const name = area ? t(`workbook:areas.${area.id}.short`) : t('workbook-sheet:summary.whole');
    draft.put(row, column, LOOKS.header, name);
  }
}
