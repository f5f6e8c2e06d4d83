import type { AreaServices } from './actions-sheet.ts';
import { computedText } from './computed-text.ts';
import type { ExportContext } from './export-context.ts';
import { figureCell } from './figure-formulas.ts';
import { COLORS, LOOKS } from './looks.ts';
import { MARKS, putMarks } from './marks.ts';
import { putAreas } from './page-areas.ts';
import {
  type Counted,
  PAGE_EARLIER,
  PAGE_LABEL,
  PAGE_LABEL_WIDTH,
  PAGE_LAST,
  PAGE_ROWS,
  PAGE_WIDTHS,
} from './page-layout.ts';
import { putEarlier, putStates, putTargets } from './page-tables.ts';
import { AREAS, AREAS_TABLE } from './summary-layout.ts';
import {
  areaColumnOf,
  mainCell,
  onSummary,
  type SummaryColumn,
  type SummaryInput,
} from './summary-tables.ts';
import { type Computed, createDraft, type Draft } from './xlsx/draft.ts';
import { areaOn } from './xlsx/reference.ts';
import type { Sheet, Style } from './xlsx/sheet.ts';

/** The first tab: one page for a council. It says how many services have no answer, and what is missing of the others. */
export function pageSheet(
  input: SummaryInput,
  areas: readonly AreaServices[],
  context: ExportContext,
): Sheet {
  const { t } = context;
  const draft = createDraft();
  putTop(draft, context);
  putAnswered(draft, input, context);
  putAreas(draft, input, context);
  putTargets(draft, input, context);
  putStates(draft, areas, context);
  if (context.earlier) putEarlier(draft, context.earlier, context);
  return {
    name: t('workbook-sheet:sheet.page-tab'),
    color: COLORS.navy,
    columns: [
      { width: 3, hidden: true },
      { width: PAGE_LABEL_WIDTH },
      ...PAGE_WIDTHS.map(width => ({ width })),
    ],
    cells: draft.cells,
    rows: draft.rows,
    active: { row: PAGE_ROWS.title, column: PAGE_LABEL },
    protected: true,
    print: {
      scale: { pagesWide: 1, pagesHigh: 1 },
      orientation: 'portrait',
      area: { from: { row: 1, column: PAGE_LABEL }, to: { row: PAGE_EARLIER + 3, column: PAGE_LAST } },
      footer: context.footer,
    },
  };
}

function putTop(draft: Draft, { t, version }: ExportContext): void {
  putMarks(draft, MARKS.page, version);
  draft.put({ row: PAGE_ROWS.title, column: PAGE_LABEL }, LOOKS.title, t('workbook-sheet:page.title'));
  draft.put(
    { row: PAGE_ROWS.lead, column: PAGE_LABEL },
    LOOKS.lead,
    t('workbook-sheet:page.lead', { version }),
  );
  draft.rows.set(PAGE_ROWS.title, { height: 28 });
}

function putAnswered(draft: Draft, { columns }: SummaryInput, context: ExportContext): void {
  const { t, result } = context;
  const [whole] = columns.slice(-1);
  if (!whole) return;
  const count = (key: string) => onSummary(mainCell(key, whole, context), context);
  const cells = { answered: count('answered'), services: count('services') };
  const lines: readonly (readonly [row: number, look: Style, told: Computed | string])[] = [
    [PAGE_ROWS.standing, LOOKS.heading, standing(result.counts, cells, context)],
    [PAGE_ROWS.open, LOOKS.plain, unanswered(whole, context)],
    [PAGE_ROWS.missing, LOOKS.plain, missing(whole, context)],
    [PAGE_ROWS.groundwork, LOOKS.plain, t('workbook-sheet:page.groundwork')],
  ];
  for (const [row, look, told] of lines) draft.put({ row, column: PAGE_LABEL }, look, told);
  draft.rows.set(PAGE_ROWS.standing, { height: 24 });
}

/** How many services, and areas as a whole, have no answer. */
function unanswered(whole: SummaryColumn, context: ExportContext): Computed {
  const { t, result } = context;
  const { answered, services } = result.counts;
  const column = areaColumnOf('answered', context);
  const areas = areaOn(
    t('workbook-sheet:sheet.summary-tab'),
    { row: AREAS_TABLE.first, column },
    { row: AREAS_TABLE.whole - 1, column },
  );
  const untold = result.areas.filter(area => area.counts.answered === 0).length;
  return computedText(t, 'workbook-sheet:page.open', {
    count: { cell: figureCell('unanswered', whole), value: services - answered },
    areas: { cell: `COUNTIF(${areas},0)`, value: untold },
    of: { cell: String(AREAS), value: AREAS },
  });
}

/** What is missing of the services in use. */
function missing(whole: SummaryColumn, { t, result }: ExportContext): Computed {
  const phases = Object.values(result.phases);
  const open = phases.reduce((sum, phase) => sum + phase.missing, 0);
  const told = phases.reduce((sum, { manual, partial, full }) => sum + manual + partial + full, 0);
  const { rated, unrated } = whole.tally;
  const figure = (name: Parameters<typeof figureCell>[0]) => figureCell(name, whole);
  return computedText(t, 'workbook-sheet:page.missing', {
    phases: { cell: figure('phases-missing'), value: open },
    all: { cell: figure('phases-all'), value: open + told },
    rates: { cell: figure('unrated'), value: unrated },
    used: { cell: `(${figure('rated')}+${figure('unrated')})`, value: rated + unrated },
  });
}

/** ”Alustava tulos: vastattu 1/94 palvelusta”: before half of the services have been answered, that comes first. */
function standing(now: Counted<number>, cells: Counted<string>, { t }: ExportContext): Computed {
  const told = (key: string) =>
    computedText(t, `workbook-sheet:page.${key}`, {
      answered: { cell: cells.answered, value: now.answered },
      services: { cell: cells.services, value: now.services },
    });
  const [usual, preliminary] = [told('standing'), told('standing-preliminary')];
  return {
    formula: `IF(2*${cells.answered}<${cells.services},${preliminary.formula},${usual.formula})`,
    value: 2 * now.answered < now.services ? preliminary.value : usual.value,
  };
}
