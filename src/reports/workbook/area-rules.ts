/** What an area's tab checks while it is filled, and how it colours what it holds. */
import { PHASES, rangeOf, SAVING_PHASES } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import { type ColumnKey, columnOf, fieldOf } from './area-columns.ts';
import type { ExportContext } from './export-context.ts';
import { COLORS } from './looks.ts';
import { FIRST_DAY, LAST_DAY } from './xlsx/days.ts';
import { area, at, literal } from './xlsx/reference.ts';
import type { ConditionalFormat, Sheet, Validation } from './xlsx/sheet.ts';

type Rows = { readonly first: number; readonly last: number };

/** The checks and the colours of the rows from `first` to `last`. */
export function areaRules(
  rows: Rows,
  context: ExportContext,
): Pick<Sheet, 'validations' | 'conditionalFormats'> {
  return { validations: validations(rows, context), conditionalFormats: conditionalFormats(rows, context) };
}

function range({ first, last }: Rows, from: ColumnKey, to: ColumnKey = from): string {
  return area({ row: first, column: columnOf(from) }, { row: last, column: columnOf(to) });
}

const FIRST_PHASE = PHASES[0];
const LAST_PHASE = 'supervision';

function validations(rows: Rows, context: ExportContext): Validation[] {
  const limited = (key: ColumnKey) => number(rows, key, context);
  return [
    ...choices(rows, context),
    limited('hourly-price'),
    limited('yearly-cost'),
    ...minutes(rows, context),
    limited('one-off-cost'),
    day(rows, context),
  ];
}

/** The cells filled for every service: status, phases, usage rate and cases. */
function choices(rows: Rows, context: ExportContext): Validation[] {
  const { words, workbook } = context;
  const cases = rangeOf(workbook, 'cases');
  const { statuses, phaseStates, rates } = words.labels;
  const list = (at: string, options: readonly string[]) =>
    ({ kind: 'list', range: at, options, error: errorOf('choice', context) }) as const;
  return [
    { ...list(range(rows, 'status'), Object.values(statuses)), prompt: promptOf('status', context) },
    {
      ...list(range(rows, FIRST_PHASE, LAST_PHASE), Object.values(phaseStates)),
      prompt: promptOf('phase', context),
    },
    {
      kind: 'formula',
      range: range(rows, 'usage'),
      formula: usageRule(at(rows.first, columnOf('usage')), Object.values(rates)),
      error: errorOf('usage', context),
      prompt: promptOf('usage', context),
    },
    {
      kind: 'whole',
      range: range(rows, 'cases'),
      ...cases,
      error: errorOf('whole', context, cases),
      prompt: promptOf('cases', context),
    },
  ];
}

function promptOf(hint: string, { t }: ExportContext) {
  const title = t(`workbook-sheet:sheet.hint-${hint}-title`);
  return { title, text: t(`workbook-sheet:sheet.hint-${hint}`) };
}

function errorOf(error: string, { t }: ExportContext, bounds: Readonly<Record<string, number>> = {}) {
  const text = t(`workbook-sheet:sheet.error-${error}`, bounds);
  return { title: t('workbook-sheet:sheet.error-title'), text };
}

/** A share as a number, or one of the two words: a list or a number check alone cannot say that. */
function usageRule(cell: string, words: readonly string[]): string {
  const isWord = words.map(word => `${cell}=${literal(word)}`).join(',');
  return `OR(${isWord},AND(ISNUMBER(${cell}),${cell}>=0,${cell}<=1))`;
}

/** By phase or in total: a second one is refused where it is typed. */
function minutes(rows: Rows, context: ExportContext): Validation[] {
  const { min, max } = rangeOf(context.workbook, 'minutes-saved');
  const phases = SAVING_PHASES.map((phase): ColumnKey => `minutes-${phase}`);
  const { total, parts } = minuteCells(rows);
  const check = (key: ColumnKey, others: string): Validation => {
    const cell = at(rows.first, columnOf(key));
    return {
      kind: 'formula',
      range: range(rows, key),
      formula: `AND(ISNUMBER(${cell}),${cell}>=${min},${cell}<=${max},COUNT(${others})=0)`,
      prompt: promptOf('minutes', context),
      error: errorOf('minutes', context, { min, max }),
    };
  };
  return [...phases.map(key => check(key, total)), check('minutes-total', parts)];
}

/** The minutes on a row, whatever the column of the cell that is checked. */
function minuteCells({ first }: Rows): { readonly total: string; readonly parts: string } {
  const cell = (key: ColumnKey) => `$${at(first, columnOf(key))}`;
  return {
    total: cell('minutes-total'),
    parts: `${cell('minutes-handling')}:${cell('minutes-archiving')}`,
  };
}

function number(rows: Rows, key: ColumnKey, context: ExportContext) {
  const bounds = rangeOf(context.workbook, fieldOf(key));
  return {
    kind: 'decimal',
    range: range(rows, key),
    ...bounds,
    error: errorOf('number', context, bounds),
  } as const;
}

function day(rows: Rows, context: ExportContext): Validation {
  const cell = at(rows.first, columnOf('deadline'));
  return {
    kind: 'formula',
    range: range(rows, 'deadline'),
    formula: `AND(ISNUMBER(${cell}),${cell}>=${FIRST_DAY},${cell}<=${LAST_DAY})`,
    error: errorOf('day', context),
    prompt: promptOf('deadline', context),
  };
}

const TONES = {
  good: { fill: COLORS.good, color: COLORS.goodText },
  middle: { fill: COLORS.middle, color: COLORS.middleText },
  bad: { fill: COLORS.bad, color: COLORS.badText },
  muted: { fill: COLORS.muted, color: COLORS.mutedText },
} as const;

function conditionalFormats(rows: Rows, { words: { labels }, workbook }: ExportContext): ConditionalFormat[] {
  const { first } = rows;
  const rule = (range: string, formula: string, tone: keyof typeof TONES) =>
    ({ kind: 'formula', range, formula, ...TONES[tone] }) as const;
  const status = `$${at(first, columnOf('status'))}`;
  const statuses = range(rows, 'status');
  const phases = range(rows, FIRST_PHASE, LAST_PHASE);
  const phase = at(first, columnOf(FIRST_PHASE));
  const usage = at(first, columnOf('usage'));
  const bound = workbook.scoring.usageAbove / 100;
  const { total, parts } = minuteCells(rows);
  const twice = `AND(COUNT(${parts})>0,ISNUMBER(${total}))`;
  return [
    rule(statuses, `${status}=${literal(labels.statuses.inuse)}`, 'good'),
    rule(statuses, `${status}=${literal(labels.statuses.planned)}`, 'middle'),
    rule(statuses, `${status}=${literal(labels.statuses.none)}`, 'bad'),
    rule(statuses, `${status}=${literal(labels.statuses.outside)}`, 'muted'),
    rule(phases, `${phase}=${literal(labels.phaseStates.full)}`, 'good'),
    rule(phases, `${phase}=${literal(labels.phaseStates.partial)}`, 'middle'),
    rule(phases, `${phase}=${literal(labels.phaseStates.manual)}`, 'bad'),
    rule(phases, `${phase}=${literal(labels.phaseStates.na)}`, 'muted'),
    rule(range(rows, 'usage'), `AND(ISNUMBER(${usage}),${usage}>${bound})`, 'good'),
    rule(range(rows, 'usage'), `AND(ISNUMBER(${usage}),${usage}<=${bound})`, 'middle'),
    rule(range(rows, 'minutes-handling', 'minutes-total'), twice, 'bad'),
    rule(range(rows, 'missing'), twice, 'bad'),
    { kind: 'scale', range: range(rows, 'degree'), colors: [COLORS.bad, COLORS.middle, COLORS.good] },
  ];
}
