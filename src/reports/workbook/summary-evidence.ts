/** The last table of the summary: what the figures say of the conditions of the stairs. */
import { CONDITIONS, conditionBounds, verdictFormula } from './evidence-formulas.ts';
import type { ExportContext } from './export-context.ts';
import { figureCell } from './figure-formulas.ts';
import { COLORS, LOOKS } from './looks.ts';
import { stairFormula, stairText } from './stair-text.ts';
import { EVIDENCE_ROWS, SUMMARY_COLUMNS, SUMMARY_LABEL_WIDTH, WHOLE_COLUMN } from './summary-layout.ts';
import { percent, putAreaHeader, putHeading, type SummaryInput } from './summary-tables.ts';
import { textHeight } from './text-height.ts';
import type { Draft } from './xlsx/draft.ts';
import { area, at, literal } from './xlsx/reference.ts';
import type { ConditionalFormat } from './xlsx/sheet.ts';

/** Whether each area, and the whole municipality, meets each condition of the stairs, and on which stair that is. */
export function putEvidence(draft: Draft, input: SummaryInput, context: ExportContext): void {
  const { t, result, workbook } = context;
  const { label } = SUMMARY_COLUMNS;
  putHeading(draft, EVIDENCE_ROWS.heading, t('workbook-sheet:summary.evidence-heading'));
  draft.put(
    { row: EVIDENCE_ROWS.lead, column: label },
    LOOKS.lead,
    t('workbook-sheet:summary.evidence-lead'),
  );
  const header = { row: EVIDENCE_ROWS.header, first: t('workbook-sheet:summary.condition') };
  putAreaHeader(draft, { ...header, columns: input.columns }, context);
  const bounds = conditionBounds(workbook);
  for (const condition of CONDITIONS) {
    const row = EVIDENCE_ROWS[condition];
    const name = t(`workbook-sheet:summary.${condition}`, { bound: percent(bounds[condition], context) });
    draft.put({ row, column: label }, LOOKS.bold, name);
    draft.rows.set(row, { height: textHeight([{ text: name, width: SUMMARY_LABEL_WIDTH }]) });
    for (const column of input.columns) {
      const { evidence } = result.areas[column.column - SUMMARY_COLUMNS.first] ?? result;
      const value = t(`workbook-sheet:summary.verdict-${evidence[condition]}`);
      const formula = verdictFormula(condition, column, context);
      draft.put({ row, column: column.column }, LOOKS.center, { formula, value });
    }
  }
  putStairs(draft, input, context);
}

function putStairs(draft: Draft, { columns }: SummaryInput, { t }: ExportContext): void {
  const row = EVIDENCE_ROWS.stair;
  const name = t('workbook-sheet:summary.evidence-stair');
  draft.put({ row, column: SUMMARY_COLUMNS.label }, LOOKS.totalText, name);
  for (const column of columns) {
    const [low, high] = [figureCell('stair-low', column), figureCell('stair-high', column)];
    const stair = { formula: stairFormula(low, high, t), value: stairText(column.stair, t) };
    draft.put({ row, column: column.column }, LOOKS.total, stair);
  }
}

/** A verdict by its colour, too. */
export function verdictColors({ t }: ExportContext): ConditionalFormat[] {
  const range = area(
    { row: EVIDENCE_ROWS.adopted, column: SUMMARY_COLUMNS.first },
    { row: EVIDENCE_ROWS.full, column: WHOLE_COLUMN },
  );
  const cell = at(EVIDENCE_ROWS.adopted, SUMMARY_COLUMNS.first);
  const verdict = (word: string, fill: string, color: string): ConditionalFormat => ({
    kind: 'formula',
    range,
    formula: `${cell}=${literal(t(`workbook-sheet:summary.verdict-${word}`))}`,
    fill,
    color,
  });
  return [
    verdict('yes', COLORS.good, COLORS.goodText),
    verdict('no', COLORS.bad, COLORS.badText),
    verdict('unknown', COLORS.middle, COLORS.middleText),
    verdict('na', COLORS.muted, COLORS.mutedText),
  ];
}
