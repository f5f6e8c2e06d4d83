import type { ExportContext } from './export-context.ts';
import { figureFormulas } from './figure-formulas.ts';
import { FIGURES, figureFormat, figureName, figureValue } from './figures.ts';
import { COLORS, LOOKS, withFormat } from './looks.ts';
import { MARKS, putMarks } from './marks.ts';
import { FIGURE_ROWS, SUMMARY_COLUMNS } from './summary-layout.ts';
import { putAreaHeader, type SummaryInput } from './summary-tables.ts';
import { textHeight } from './text-height.ts';
import { createDraft, type Draft } from './xlsx/draft.ts';
import type { Sheet } from './xlsx/sheet.ts';

const LABEL_WIDTH = 44;
const FIGURE_WIDTH = 15.5;

/** The last tab: the plain sums of each area, from which the summary is computed. */
export function figuresSheet(input: SummaryInput, context: ExportContext): Sheet {
  const { t, version } = context;
  const { label, first } = SUMMARY_COLUMNS;
  const draft = createDraft();
  putMarks(draft, MARKS.figures, version);
  draft.put(
    { row: FIGURE_ROWS.title, column: label },
    LOOKS.title,
    t('workbook-sheet:summary.figures-heading'),
  );
  draft.put({ row: FIGURE_ROWS.lead, column: label }, LOOKS.lead, t('workbook-sheet:summary.figures-lead'));
  draft.rows.set(FIGURE_ROWS.title, { height: 28 });
  putFigures(draft, input, context);
  return {
    name: t('workbook-sheet:sheet.figures-tab'),
    color: COLORS.grey,
    columns: [
      { width: 3, hidden: true },
      { width: LABEL_WIDTH },
      ...input.columns.map(() => ({ width: FIGURE_WIDTH })),
    ],
    cells: draft.cells,
    rows: draft.rows,
    freeze: { row: FIGURE_ROWS.first, column: first },
    active: { row: 1, column: label },
    protected: true,
    print: {
      scale: { pagesWide: 1 },
      titleRows: [FIGURE_ROWS.header, FIGURE_ROWS.header],
      footer: context.footer,
    },
  };
}

function putFigures(draft: Draft, { columns }: SummaryInput, context: ExportContext): void {
  const { t, workbook } = context;
  putAreaHeader(
    draft,
    { row: FIGURE_ROWS.header, first: t('workbook-sheet:summary.figure'), columns },
    context,
  );
  const formulas = columns.map(column => ({ ...column, formulaOf: figureFormulas(column, context) }));
  for (const [index, figure] of FIGURES.entries()) {
    const row = FIGURE_ROWS.first + index;
    const name = figureName(figure, t);
    draft.put({ row, column: SUMMARY_COLUMNS.label }, LOOKS.text, name);
    draft.rows.set(row, { height: textHeight([{ text: name, width: LABEL_WIDTH }]) });
    for (const { column, source, tally, stair, formulaOf } of formulas) {
      const value = figureValue(figure, { workbook, tally, stair });
      const look = source === 'sum-of-areas' ? LOOKS.total : LOOKS.computed;
      draft.put({ row, column }, withFormat(look, figureFormat(figure)), {
        formula: formulaOf(figure),
        value,
      });
    }
  }
}
