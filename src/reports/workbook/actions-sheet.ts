import { nextStep } from '../../assessment/scoring/workbook/next-step.ts';
import type { ServiceMeasures } from '../../assessment/scoring/workbook/service-measures.ts';
import type { AreaService, ServiceAnswer } from '../../assessment/scoring/workbook/service-of.ts';
import { AREA_ROWS, type ColumnKey, columnOf } from './area-columns.ts';
import { nextText } from './area-formulas.ts';
import { dayCell } from './cell-day.ts';
import type { ExportContext } from './export-context.ts';
import { headingText } from './heading-text.ts';
import { COLORS, HEADER_SIZE, LOOKS, withFormat } from './looks.ts';
import { MARKS, putMarks } from './marks.ts';
import { textHeight } from './text-height.ts';
import { type Computed, createDraft, type Draft } from './xlsx/draft.ts';
import { areaOn, area as areaRange, at, literal, quoted } from './xlsx/reference.ts';
import type { ConditionalFormat, Sheet, Style } from './xlsx/sheet.ts';

/** The services of one area, in the rows of its tab. */
export interface AreaServices {
  readonly id: string;
  readonly services: readonly AreaService[];
}

const HEADER = 4;
const FIRST = 5;
const COLUMNS = [
  { key: 'service', width: 34 },
  { key: 'area', width: 20 },
  { key: 'today', width: 24 },
  { key: 'next', width: 28 },
  { key: 'owner', width: 22 },
  { key: 'deadline', width: 14 },
  { key: 'state', width: 18 },
] as const;
type Column = (typeof COLUMNS)[number]['key'];

/** How far a service is. */
export const ACTION_STATES = ['done', 'ongoing', 'planned', 'none'] as const;

export type ActionState = (typeof ACTION_STATES)[number] | 'outside' | 'unanswered';

const LABEL = 2;
const column = (key: Column) => LABEL + COLUMNS.findIndex(one => one.key === key);

/**
 * What is to be done: each service with where it is today, its next step, who brings it on and by when. All of it is
 * computed from the rows of the areas, where it is filled in: sorted there, it is sorted here.
 */
export function actionsSheet(areas: readonly AreaServices[], context: ExportContext): Sheet {
  const { t, version } = context;
  const draft = createDraft();
  putMarks(draft, MARKS.actions, version);
  draft.put({ row: 1, column: LABEL }, LOOKS.title, t('workbook-sheet:actions.title'));
  draft.put({ row: 2, column: LABEL }, LOOKS.lead, t('workbook-sheet:actions.lead'));
  draft.rows.set(1, { height: 28 });
  const last = putActions(draft, areas, context);
  return {
    name: t('workbook-sheet:sheet.actions-tab'),
    color: COLORS.orange,
    columns: [{ width: 3, hidden: true }, ...COLUMNS.map(({ width }) => ({ width }))],
    cells: draft.cells,
    rows: draft.rows,
    freeze: { row: FIRST, column: LABEL + 1 },
    active: { row: FIRST, column: LABEL },
    protected: true,
    conditionalFormats: [overdue(last, t('workbook-sheet:actions.state-done'))],
    table: {
      name: 'table_actions',
      from: { row: HEADER, column: LABEL },
      to: { row: last, column: LABEL + COLUMNS.length - 1 },
      columns: headingsOf(context).map(name => ({ name })),
      filters: [column('area') - LABEL, column('state') - LABEL],
    },
    print: { scale: { pagesWide: 1 }, titleRows: [HEADER, HEADER], footer: context.footer },
  };
}

function headingsOf({ t }: ExportContext): string[] {
  return COLUMNS.map(({ key, width }) =>
    headingText(t(`workbook-sheet:actions.${key}`), { width, size: HEADER_SIZE }, t),
  );
}

/** The header and a row for each service; the last row's number. */
function putActions(draft: Draft, areas: readonly AreaServices[], context: ExportContext): number {
  draft.rows.set(HEADER, { height: 34 });
  for (const [index, heading] of headingsOf(context).entries())
    draft.put({ row: HEADER, column: LABEL + index }, LOOKS.header, heading);
  const rows = areas.flatMap(({ id, services }) =>
    services.map((service, index) => ({ area: id, source: AREA_ROWS.first + index, service })),
  );
  for (const [index, one] of rows.entries()) putAction(draft, { ...one, row: FIRST + index }, context);
  return FIRST + rows.length - 1;
}

/** The deadline has gone by and the service is not there yet. */
function overdue(last: number, done: string): ConditionalFormat {
  const place = column('deadline');
  const deadline = `$${at(FIRST, place)}`;
  return {
    kind: 'formula',
    range: areaRange({ row: FIRST, column: place }, { row: last, column: place }),
    formula: `AND(ISNUMBER(${deadline}),${deadline}<TODAY(),$${at(FIRST, column('state'))}<>${literal(done)})`,
    fill: COLORS.bad,
    color: COLORS.badText,
  };
}

interface ActionRow {
  readonly row: number;
  readonly area: string;
  /** The row of the service on the tab of its area. */
  readonly source: number;
  readonly service: AreaService;
}

function putAction(draft: Draft, { row, area, source, service }: ActionRow, context: ExportContext): void {
  const { t, words } = context;
  const tab = quoted(t(`workbook:areas.${area}.tab`));
  const cell = (key: ColumnKey) => `${tab}!${at(source, columnOf(key))}`;
  const measures = context.measure(service.answer);
  const next = nextText(nextStep(context.workbook, service.answer, measures), words);
  const plan = context.planOf(area, service.id);
  const name = service.name ?? t(`workbook:services.${service.id}.name`);
  const copied = (key: ColumnKey, value: string | number): Computed => ({
    formula: `IF(LEN(${cell(key)})=0,"",${cell(key)})`,
    value,
  });
  const contents: Readonly<Record<Column, readonly [Style, string | Computed]>> = {
    service: [LOOKS.bold, copied('name', name)],
    area: [LOOKS.text, t(`workbook:areas.${area}.short`)],
    today: [LOOKS.text, today(cell, { answer: service.answer, measures }, context)],
    next: [LOOKS.text, copied('next', next)],
    owner: [LOOKS.text, copied('owner', plan.owner ?? '')],
    deadline: [withFormat(LOOKS.center, 'day'), copied('deadline', dayCell(plan.deadline) ?? '')],
    state: [LOOKS.text, state(cell, { answer: service.answer, next }, context)],
  };
  for (const { key } of COLUMNS) draft.put({ row, column: column(key) }, ...contents[key]);
  draft.rows.set(row, { height: textHeight([{ text: name, width: COLUMNS[0].width }]) });
}

type Cell = (key: ColumnKey) => string;

/** ”käytössä, 64 %” */
function today(
  cell: Cell,
  { answer, measures }: { answer: ServiceAnswer | undefined; measures: ServiceMeasures },
  { words: { labels } }: ExportContext,
): Computed {
  const status = answer ? labels.statuses[answer.status] : '';
  const { degree } = measures;
  return {
    formula: `${cell('status')}&IF(ISNUMBER(${cell('degree')}),", "&ROUND(100*${cell('degree')},0)&" %","")`,
    value: degree === null ? status : `${status}, ${Math.round(100 * degree)} %`,
  };
}

function state(
  cell: Cell,
  { answer, next }: { answer: ServiceAnswer | undefined; next: string },
  { t, words: { labels } }: ExportContext,
): Computed {
  const word = (id: string) => t(`workbook-sheet:actions.state-${id}`);
  const is = (status: 'inuse' | 'planned' | 'none' | 'outside') =>
    `${cell('status')}=${literal(labels.statuses[status])}`;
  const inUse = `IF(LEN(${cell('next')})=0,${literal(word('done'))},${literal(word('ongoing'))})`;
  const others = (['planned', 'none', 'outside'] as const).reduceRight(
    (otherwise, status) => `IF(${is(status)},${literal(word(status))},${otherwise})`,
    literal(word('unanswered')),
  );
  return { formula: `IF(${is('inuse')},${inUse},${others})`, value: word(stateOf(answer, next)) };
}

function stateOf(answer: ServiceAnswer | undefined, next: string): ActionState {
  if (answer?.status === 'inuse') return next === '' ? 'done' : 'ongoing';
  return answer?.status ?? 'unanswered';
}

/** How many services of the list are in a state, for other tabs. */
export function countedState(
  state: ActionState,
  areas: readonly AreaServices[],
  { t, workbook, words, measure }: ExportContext,
): Computed {
  const services = areas.flatMap(one => one.services);
  const states = areaOn(
    t('workbook-sheet:sheet.actions-tab'),
    { row: FIRST, column: column('state') },
    { row: FIRST + services.length - 1, column: column('state') },
  );
  const now = ({ answer }: AreaService) =>
    stateOf(answer, nextText(nextStep(workbook, answer, measure(answer)), words));
  return {
    formula: `COUNTIF(${states},${literal(t(`workbook-sheet:actions.state-${state}`))})`,
    value: services.filter(service => now(service) === state).length,
  };
}
