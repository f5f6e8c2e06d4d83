import type { AreaResult } from '../../assessment/scoring/workbook/assess-workbook.ts';
import type { ExportContext, MeasureCell } from './export-context.ts';
import { stairText } from './stair-text.ts';
import { BENEFIT_TABLE, EVIDENCE_ROWS, SUMMARY_COLUMNS } from './summary-layout.ts';
import { mainCell, orNothing, rowOf } from './summary-tables.ts';
import type { Computed } from './xlsx/draft.ts';
import { fixed, quoted } from './xlsx/reference.ts';

/** How many of the services have been answered: `7/20`. */
function answeredCell(
  { counts }: AreaResult,
  column: { readonly column: number },
  context: ExportContext,
): Computed {
  const summary = quoted(context.t('workbook-sheet:sheet.summary-tab'));
  const cell = (key: string) => `${summary}!${mainCell(key, column, context)}`;
  return {
    formula: `${cell('answered')}&"/"&${cell('services')}`,
    value: `${counts.answered}/${counts.services}`,
  };
}

/** An area's measures for the top of its own tab: they point at the summary, where they are counted. */
export function areaMeasureCells(areaId: string, area: AreaResult, context: ExportContext): MeasureCell[] {
  const { t, workbook, words } = context;
  const summary = quoted(t('workbook-sheet:sheet.summary-tab'));
  const column = { column: SUMMARY_COLUMNS.first + workbook.areas.findIndex(({ id }) => id === areaId) };
  const shown = (name: string, cell: string, value: string | number | null | undefined) => ({
    name: t(`workbook-sheet:summary.${name}`),
    computed: orNothing(`${summary}!${cell}`, value),
  });
  const { coverage, degree, usage, developFirst, benefit, evidence } = area;
  const saving = fixed(rowOf(BENEFIT_TABLE, column), SUMMARY_COLUMNS.first);
  return [
    { name: t('workbook-sheet:summary.answered'), computed: answeredCell(area, column, context) },
    { ...shown('degree', mainCell('degree', column, context), degree), format: 'wholePercent' },
    { ...shown('coverage', mainCell('coverage', column, context), coverage), format: 'wholePercent' },
    { ...shown('usage', mainCell('usage', column, context), usage?.rate), format: 'percent' },
    shown(
      'develop-first',
      mainCell('develop-first', column, context),
      developFirst && words.phases[developFirst.phase],
    ),
    { ...shown('saving', saving, benefit.savingInUse), format: 'euros' },
    shown('stair', fixed(EVIDENCE_ROWS.stair, column.column), stairText(evidence.stair, t) || null),
  ];
}
