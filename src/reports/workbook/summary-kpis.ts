/** The boxes at the top of the summary. */
import { computedText } from './computed-text.ts';
import type { ExportContext } from './export-context.ts';
import { headingText } from './heading-text.ts';
import { HEADER_SIZE, LOOKS, withFormat } from './looks.ts';
import { measureCells } from './measure-cells.ts';
import { KPI_ROWS, SUMMARY_COLUMNS, SUMMARY_WIDTH } from './summary-layout.ts';
import { mainCell, orDash, percent, WHOLE } from './summary-tables.ts';
import type { Computed, Draft } from './xlsx/draft.ts';
import { literal } from './xlsx/reference.ts';

const KPIS = [
  { key: 'stair', look: LOOKS.kpiText },
  { key: 'coverage', look: withFormat(LOOKS.kpi, 'wholePercent') },
  { key: 'degree', look: withFormat(LOOKS.kpi, 'wholePercent') },
  { key: 'usage', look: withFormat(LOOKS.kpi, 'wholePercent') },
  { key: 'saving', look: { ...withFormat(LOOKS.kpi, 'euros'), size: 14 } },
  { key: 'develop-first', look: LOOKS.kpiText },
] as const;

export function putKpis(draft: Draft, context: ExportContext): void {
  const { t, workbook, result } = context;
  const cells = measureCells(WHOLE, { measures: result, stair: result.stair }, context);
  const bound = percent(workbook.scoring.usageAbove / 100, context);
  draft.rows.set(KPI_ROWS.names, { height: 34 });
  draft.rows.set(KPI_ROWS.values, { height: 40 });
  draft.rows.set(KPI_ROWS.notes, { height: 38 });
  draft.put({ row: KPI_ROWS.names, column: SUMMARY_COLUMNS.label }, LOOKS.kpiName, standing(context));
  draft.put(
    { row: KPI_ROWS.values, column: SUMMARY_COLUMNS.label },
    LOOKS.kpiLabel,
    t('workbook-sheet:summary.whole'),
  );
  draft.put({ row: KPI_ROWS.notes, column: SUMMARY_COLUMNS.label }, LOOKS.kpiName, answeredOf(context));
  for (const [index, { key, look }] of KPIS.entries()) {
    const { cell, value } = cells[key];
    const column = SUMMARY_COLUMNS.first + index;
    const heading = headingText(
      t(`workbook-sheet:summary.${key}`),
      { width: SUMMARY_WIDTH, size: HEADER_SIZE },
      t,
    );
    draft.put({ row: KPI_ROWS.names, column }, LOOKS.kpiName, heading);
    draft.put({ row: KPI_ROWS.values, column }, look, orDash(cell, value));
    draft.put(
      { row: KPI_ROWS.notes, column },
      LOOKS.kpiNote,
      t(`workbook-sheet:summary.${key}-note`, { bound }),
    );
  }
}

/** Before half of the services have been answered, the figures say little yet: that comes before them. */
function standing(context: ExportContext): Computed {
  const { t, result } = context;
  const [answered, services] = [mainCell('answered', WHOLE, context), mainCell('services', WHOLE, context)];
  const [usual, preliminary] = [t('workbook-sheet:summary.result'), t('workbook-sheet:summary.preliminary')];
  return {
    formula: `IF(2*${answered}<${services},${literal(preliminary)},${literal(usual)})`,
    value: 2 * result.counts.answered < result.counts.services ? preliminary : usual,
  };
}

/** How many of the services the figures come from, in words. */
function answeredOf(context: ExportContext): Computed {
  const { t, result } = context;
  const { answered, services } = result.counts;
  return computedText(t, 'workbook-sheet:summary.answered-of', {
    answered: { cell: mainCell('answered', WHOLE, context), value: answered },
    services: { cell: mainCell('services', WHOLE, context), value: services },
  });
}
