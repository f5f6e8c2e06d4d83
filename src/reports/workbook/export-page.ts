import type { EvidenceStair } from '../../assessment/scoring/workbook/evidence.ts';
import type { YearFigures } from '../../assessment/scoring/workbook/figures-of.ts';
import type { Measures } from '../../assessment/scoring/workbook/measures.ts';
import { MARKS } from './area-columns.ts';
import { targetRows } from './condition-targets.ts';
import { ACTION_STATES, type AreaServices, countedState } from './export-actions.ts';
import type { ExportContext } from './export-context.ts';
import type { SummaryInput } from './export-summary.ts';
import { figureCell } from './figure-formulas.ts';
import { headingText } from './heading-text.ts';
import { COLORS, HEADER_SIZE, LOOKS, withFormat } from './looks.ts';
import { measureCells } from './measure-cells.ts';
import { stairText } from './stair-text.ts';
import { AREAS_TABLE } from './summary-layout.ts';
import { areaColumnOf, mainCell, measuredColumns, orNothing } from './summary-tables.ts';
import { toldFormula } from './told-formula.ts';
import { type Computed, createDraft, type Draft } from './xlsx/draft.ts';
import { areaOn, quoted } from './xlsx/reference.ts';
import type { Sheet, Style } from './xlsx/sheet.ts';

const LABEL = 2;
const FIRST = 3;
const LABEL_WIDTH = 32;
const WIDTHS = [20, 13, 16, 15.5, 12, 15];
const LAST = FIRST + WIDTHS.length - 1;
const AREAS = 6;
/** Rows, from 1. */
const ROWS = {
  title: 1,
  lead: 2,
  standing: 4,
  open: 5,
  missing: 6,
  groundwork: 7,
  heading: 9,
  header: 10,
  first: 11,
} as const;
const TARGETS = ROWS.first + AREAS + 3;
const STATES = TARGETS + 7;
const EARLIER = STATES + 2 + ACTION_STATES.length + 1;

const COLUMNS = [
  { key: 'coverage', format: 'wholePercent' },
  { key: 'degree', format: 'wholePercent' },
  { key: 'usage', format: 'percent' },
  { key: 'stair' },
  { key: 'saving', format: 'euros' },
] as const;

/** The first tab: one page for a council, which says exactly what was and was not answered. */
export function pageSheet(
  input: SummaryInput,
  areas: readonly AreaServices[],
  context: ExportContext,
): Sheet {
  const { t, version } = context;
  const draft = createDraft();
  draft.put({ row: 1, column: 1 }, LOOKS.technical, MARKS.format);
  draft.put({ row: 2, column: 1 }, LOOKS.technical, MARKS.page);
  draft.put({ row: 3, column: 1 }, LOOKS.technical, MARKS.version(version));
  draft.put({ row: ROWS.title, column: LABEL }, LOOKS.title, t('workbook-sheet:page.title'));
  draft.put({ row: ROWS.lead, column: LABEL }, LOOKS.lead, t('workbook-sheet:page.lead', { version }));
  draft.rows.set(ROWS.title, { height: 28 });
  putAnswered(draft, input, context);
  putAreas(draft, input, context);
  putTargets(draft, input, context);
  putStates(draft, areas, context);
  if (context.earlier) putEarlier(draft, context.earlier.whole, context);
  return {
    name: t('workbook-sheet:sheet.page-tab'),
    color: COLORS.navy,
    columns: [{ width: 3, hidden: true }, { width: LABEL_WIDTH }, ...WIDTHS.map(width => ({ width }))],
    cells: draft.cells,
    rows: draft.rows,
    active: { row: ROWS.title, column: LABEL },
    protected: true,
    print: {
      scale: { pagesWide: 1, pagesHigh: 1 },
      orientation: 'portrait',
      area: { from: { row: 1, column: LABEL }, to: { row: EARLIER + 2, column: LAST } },
      footer: context.footer,
    },
  };
}

/** What stands on the summary, from here. */
function there(cell: string, { t }: ExportContext): string {
  return `${quoted(t('workbook-sheet:sheet.summary-tab'))}!${cell}`;
}

function putAnswered(draft: Draft, { columns }: SummaryInput, context: ExportContext): void {
  const { t, result } = context;
  const [whole] = columns.slice(-1);
  if (!whole) return;
  const { answered, services } = result.counts;
  const count = (key: string) => there(mainCell(key, whole, context), context);
  const figure = (name: Parameters<typeof figureCell>[0]) => figureCell(name, whole);
  const areas = areaOn(
    t('workbook-sheet:sheet.summary-tab'),
    { row: AREAS_TABLE.first, column: areaColumnOf('answered', context) },
    { row: AREAS_TABLE.whole - 1, column: areaColumnOf('answered', context) },
  );
  const phases = Object.values(result.phases);
  const missing = phases.reduce((sum, phase) => sum + phase.missing, 0);
  const all = phases.reduce((sum, { manual, partial, full }) => sum + manual + partial + full, missing);
  const lines: readonly (readonly [row: number, look: Style, told: Computed | string])[] = [
    [
      ROWS.standing,
      LOOKS.heading,
      standing({ answered, services }, { answered: count('answered'), services: count('services') }, context),
    ],
    [
      ROWS.open,
      LOOKS.plain,
      toldFormula(t, 'workbook-sheet:page.open', {
        count: { cell: figure('unanswered'), value: services - answered },
        areas: {
          cell: `COUNTIF(${areas},0)`,
          value: result.areas.filter(area => area.counts.answered === 0).length,
        },
        of: { cell: String(AREAS), value: AREAS },
      }),
    ],
    [
      ROWS.missing,
      LOOKS.plain,
      toldFormula(t, 'workbook-sheet:page.missing', {
        phases: { cell: figure('phases-missing'), value: missing },
        all: { cell: figure('phases-all'), value: all },
        rates: { cell: figure('unrated'), value: whole.tally.unrated },
        used: {
          cell: `(${figure('rated')}+${figure('unrated')})`,
          value: whole.tally.rated + whole.tally.unrated,
        },
      }),
    ],
    [ROWS.groundwork, LOOKS.plain, t('workbook-sheet:page.groundwork')],
  ];
  for (const [row, look, told] of lines) draft.put({ row, column: LABEL }, look, told);
  draft.rows.set(ROWS.standing, { height: 24 });
}

interface Counted<T> {
  readonly answered: T;
  readonly services: T;
}

/** ”Alustava tulos: vastattu 1/94 palvelusta”: before half of the services have been answered, that comes first. */
function standing(now: Counted<number>, cells: Counted<string>, { t }: ExportContext): Computed {
  const told = (key: string) =>
    toldFormula(t, `workbook-sheet:page.${key}`, {
      answered: { cell: cells.answered, value: now.answered },
      services: { cell: cells.services, value: now.services },
    });
  const [usual, preliminary] = [told('standing'), told('standing-preliminary')];
  return {
    formula: `IF(2*${cells.answered}<${cells.services},${preliminary.formula},${usual.formula})`,
    value: 2 * now.answered < now.services ? preliminary.value : usual.value,
  };
}

function putAreas(draft: Draft, { columns }: SummaryInput, context: ExportContext): void {
  const { t, result } = context;
  draft.put({ row: ROWS.heading, column: LABEL }, LOOKS.heading, t('workbook-sheet:summary.areas-heading'));
  draft.rows.set(ROWS.header, { height: 34 });
  draft.put({ row: ROWS.header, column: LABEL }, LOOKS.headerLeft, t('workbook-sheet:summary.area'));
  for (const [index, key] of ['answered', ...COLUMNS.map(one => one.key)].entries()) {
    const name = headingText(
      t(`workbook-sheet:summary.${key}`),
      { width: WIDTHS[index] ?? 0, size: HEADER_SIZE },
      t,
    );
    draft.put({ row: ROWS.header, column: FIRST + index }, LOOKS.header, name);
  }
  for (const [index, { measures, figures }] of measuredColumns(result, columns).entries()) {
    const area = result.areas[index];
    const stair = area ? area.evidence.stair : result.stair;
    const name = area ? t(`workbook:areas.${area.id}.name`) : t('workbook-sheet:summary.whole');
    putArea(
      draft,
      {
        row: ROWS.first + index,
        column: figures.column,
        name,
        measures,
        stair,
        kind: area ? 'area' : 'whole',
      },
      context,
    );
  }
}

interface AreaLine {
  readonly row: number;
  readonly column: number;
  readonly name: string;
  readonly measures: Measures;
  readonly stair: EvidenceStair | null;
  readonly kind: 'area' | 'whole';
}

function putArea(
  draft: Draft,
  { row, column, name, measures, stair, kind }: AreaLine,
  context: ExportContext,
): void {
  const look = kind === 'whole' ? LOOKS.total : LOOKS.center;
  draft.put({ row, column: LABEL }, kind === 'whole' ? LOOKS.totalText : LOOKS.bold, name);
  draft.put({ row, column: FIRST }, look, answeredOf(measures.counts, column, context));
  const cells = measureCells({ column }, { measures, stair }, context);
  for (const [index, { key, ...format }] of COLUMNS.entries()) {
    const { cell, value } = cells[key];
    const style = 'format' in format ? withFormat(look, format.format) : look;
    draft.put({ row, column: FIRST + 1 + index }, style, orNothing(there(cell, context), value));
  }
  draft.rows.set(row, { height: 20 });
}

/** `1/13, alustava` */
function answeredOf(
  { answered, services }: Counted<number>,
  column: number,
  context: ExportContext,
): Computed {
  const { t } = context;
  const count = (key: string) => there(mainCell(key, { column }, context), context);
  const [a, s] = [count('answered'), count('services')];
  const word = (id: string) => `, ${t(`workbook-sheet:page.${id}`)}`;
  const now =
    answered === 0 ? 'nothing' : 2 * answered < services ? 'preliminary' : answered < services ? 'some' : '';
  return {
    formula: `${a}&"/"&${s}&IF(${a}=0,"${word('nothing')}",IF(2*${a}<${s},"${word('preliminary')}",IF(${a}<${s},"${word('some')}","")))`,
    value: `${answered}/${services}${now === '' ? '' : word(now)}`,
  };
}

/** Where the whole municipality is today on each condition of the stairs, and where it should be. */
function putTargets(draft: Draft, input: SummaryInput, context: ExportContext): void {
  const { t } = context;
  draft.put({ row: TARGETS, column: LABEL }, LOOKS.heading, t('workbook-sheet:page.targets-heading'));
  const header = ['condition', 'today', 'goal', 'reached'];
  for (const [index, key] of header.entries())
    draft.put(
      { row: TARGETS + 1, column: LABEL + index },
      index === 0 ? LOOKS.headerLeft : LOOKS.header,
      t(`workbook-sheet:page.${key}`),
    );
  for (const [index, { name, today, goal, reached }] of targetRows(input, context).entries()) {
    const row = TARGETS + 2 + index;
    draft.put({ row, column: LABEL }, LOOKS.bold, name);
    draft.put({ row, column: FIRST }, withFormat(LOOKS.center, 'percent'), today);
    draft.put({ row, column: FIRST + 1 }, LOOKS.center, goal);
    draft.put({ row, column: FIRST + 2 }, LOOKS.center, reached);
    draft.rows.set(row, { height: 32 });
  }
}

/** How many services there is nothing to do for, and how many there is. */
function putStates(draft: Draft, areas: readonly AreaServices[], context: ExportContext): void {
  const { t } = context;
  draft.put({ row: STATES, column: LABEL }, LOOKS.heading, t('workbook-sheet:page.states-heading'));
  draft.put({ row: STATES + 1, column: LABEL }, LOOKS.headerLeft, t('workbook-sheet:actions.state'));
  draft.put({ row: STATES + 1, column: FIRST }, LOOKS.header, t('workbook-sheet:summary.services'));
  for (const [index, state] of ACTION_STATES.entries()) {
    const row = STATES + 2 + index;
    draft.put({ row, column: LABEL }, LOOKS.bold, t(`workbook-sheet:page.state-${state}`));
    draft.put(
      { row, column: FIRST },
      withFormat(LOOKS.center, 'number'),
      countedState(state, areas, context),
    );
  }
}

/** The figures of an earlier file, for the whole municipality; each area's are on a tab of their own. */
function putEarlier(draft: Draft, earlier: YearFigures, context: ExportContext): void {
  const { t } = context;
  const { coverage, degree, usage, stair, saving, answered, services } = earlier;
  const told = { coverage, degree, usage, stair: stairText(stair, t), saving };
  draft.put({ row: EARLIER, column: LABEL }, LOOKS.heading, t('workbook-sheet:page.earlier-heading'));
  draft.put({ row: EARLIER + 1, column: LABEL }, LOOKS.totalText, t('workbook-sheet:summary.whole'));
  draft.put({ row: EARLIER + 1, column: FIRST }, LOOKS.center, `${answered}/${services}`);
  for (const [index, { key, ...format }] of COLUMNS.entries()) {
    const style = 'format' in format ? withFormat(LOOKS.center, format.format) : LOOKS.center;
    draft.put(
      { row: EARLIER + 1, column: FIRST + 1 + index },
      style,
      told[key] || told[key] === 0 ? told[key] : '–',
    );
  }
  draft.put({ row: EARLIER + 2, column: LABEL }, LOOKS.lead, t('workbook-sheet:page.earlier-lead'));
}
