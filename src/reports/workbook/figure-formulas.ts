import { PHASES, type Phase } from '../../assessment/workbook/workbook-definition.ts';
import { type ColumnKey, columnOf } from './area-columns.ts';
import type { ExportContext } from './export-context.ts';
import { type Derived, type Figure, figureIndex, type PhaseSum } from './figures.ts';
import { EVIDENCE_ROWS, FIGURE_ROWS, SUMMARY_COLUMNS, WHOLE_COLUMN } from './summary-layout.ts';
import { area, areaOn, at } from './xlsx/reference.ts';

/** The table on an area's tab that a column of figures counts. */
export interface AreaTable {
  readonly sheet: string;
  readonly first: number;
  readonly last: number;
}

/** A column of figures: an area's, or the whole municipality's, which adds the areas up. */
export interface FigureColumn {
  readonly column: number;
  readonly source: AreaTable | 'sum-of-areas';
}

export type FigureName = Parameters<typeof figureIndex>[0];

/** The cell of a figure in this column. */
export function figureCell(name: FigureName, { column }: Pick<FigureColumn, 'column'>): string {
  return at(FIGURE_ROWS.first + figureIndex(name), column);
}

export function figureFormula(figure: Figure, column: FigureColumn, context: ExportContext): string {
  if (figure.kind === 'derived') return derivedFormula(figure.derived, column, context);
  if (figure.kind === 'load') return loadFormula(figure.phase, column, context);
  if (column.source === 'sum-of-areas') {
    const name = figure.kind === 'sum' ? figure.sum : { sum: figure.sum, phase: figure.phase };
    const row = FIGURE_ROWS.first + figureIndex(name);
    return `SUM(${area({ row, column: SUMMARY_COLUMNS.first }, { row, column: WHOLE_COLUMN - 1 })})`;
  }
  return figure.kind === 'sum'
    ? sumFormula(figure.sum, column, column.source, context)
    : phaseSumFormula(figure, column.source, context);
}

type SumName = Extract<Figure, { kind: 'sum' }>['sum'];
/**
 * "A number, not a text or an empty cell", said so that every program agrees: with a lower bound, some count
 * texts as larger than any number.
 */
const ANY_NUMBER = '"<1000000000000000"';

function sumFormula(sum: SumName, column: FigureColumn, source: AreaTable, { words }: ExportContext): string {
  const range = (key: ColumnKey) =>
    areaOn(
      source.sheet,
      { row: source.first, column: columnOf(key) },
      { row: source.last, column: columnOf(key) },
    );
  const figure = (name: SumName) => figureCell(name, column);
  const { statuses, rates } = words.labels;
  const status = (word: string) => `${range('status')},"${word}"`;
  const inUse = status(statuses.inuse);
  const rated = `${range('usage')},${ANY_NUMBER}`;
  const notRated = `${range('usage')},"${rates.na}"`;
  const cases = `${range('cases')},${ANY_NUMBER}`;
  const formulas: Record<SumName, string> = {
    services: `COUNTA(${range('name')})`,
    none: `COUNTIF(${status(statuses.none)})`,
    planned: `COUNTIF(${status(statuses.planned)})`,
    inUse: `COUNTIF(${inUse})`,
    graded: `COUNT(${range('degree')})`,
    degrees: `SUM(${range('degree')})`,
    gradedWithCases: `COUNTIFS(${range('degree')},${ANY_NUMBER},${cases})`,
    rated: `COUNTIFS(${inUse},${rated})`,
    rates: `SUMIFS(${range('usage')},${inUse})`,
    ratedWithCases: `COUNTIFS(${inUse},${rated},${cases})`,
    ratedCases: `SUMIFS(${range('cases')},${inUse},${rated})`,
    electronicCases: `SUM(${range('electronic')})`,
    unrated: `${figure('inUse')}-${figure('rated')}-COUNTIFS(${inUse},${notRated})`,
    unratedWithCases: `COUNTIFS(${inUse},${cases})-${figure('ratedWithCases')}-COUNTIFS(${inUse},${notRated},${cases})`,
    unratedCases: `SUMIFS(${range('cases')},${inUse})-${figure('ratedCases')}-SUMIFS(${range('cases')},${inUse},${notRated})`,
    benefits: `COUNT(${range('saving')})`,
    benefitsIncomplete: `COUNTIF(${range('missing')},"?*")`,
    savingInUse: `SUMIFS(${range('saving')},${inUse})`,
    savingPlanned: `SUMIFS(${range('saving')},${status(statuses.planned)})`,
    oneOffCosts: `SUMIFS(${range('one-off-cost')},${range('saving')},${ANY_NUMBER})`,
    savingWithOneOff: `SUMIFS(${range('saving')},${range('one-off-cost')},${ANY_NUMBER})`,
  };
  return formulas[sum];
}

function phaseSumFormula(
  { sum, phase }: { sum: PhaseSum; phase: Phase },
  { sheet, first, last }: AreaTable,
  { words: { labels } }: ExportContext,
): string {
  const range = (key: ColumnKey) =>
    areaOn(sheet, { row: first, column: columnOf(key) }, { row: last, column: columnOf(key) });
  const inUse = `${range('status')},"${labels.statuses.inuse}"`;
  const state = {
    full: 'full',
    partial: 'partial',
    manual: 'manual',
    na: 'na',
    manualCases: 'manual',
    partialCases: 'partial',
  } as const;
  const criteria = `${inUse},${range(phase)},"${labels.phaseStates[state[sum]]}"`;
  return sum === 'manualCases' || sum === 'partialCases'
    ? `SUMIFS(${range('cases')},${criteria})`
    : `COUNTIFS(${criteria})`;
}

function loadFormula(phase: Phase, column: FigureColumn, { workbook }: ExportContext): string {
  const figure = (sum: PhaseSum) => figureCell({ sum, phase }, column);
  const byHand = 1 - workbook.scoring.partialScore;
  const known = `${figureCell('gradedWithCases', column)}=${figureCell('graded', column)}`;
  const cases = `${figure('manualCases')}+${byHand}*${figure('partialCases')}`;
  return `IF(${known},${cases},${figure('manual')}+${byHand}*${figure('partial')})`;
}

/** The seven cells of one sum, for adding up or for a chart. */
export function phaseCells(sum: PhaseSum | 'load', column: Pick<FigureColumn, 'column'>): string {
  return `${figureCell({ sum, phase: PHASES[0] }, column)}:${figureCell({ sum, phase: 'supervision' }, column)}`;
}

function derivedFormula(derived: Derived, column: FigureColumn, context: ExportContext): string {
  const figure = (name: FigureName) => figureCell(name, column);
  const sum = (name: PhaseSum) => `SUM(${phaseCells(name, column)})`;
  const formulas: Record<Derived, () => string> = {
    unanswered: () => `${figure('services')}-${figure('none')}-${figure('planned')}-${figure('inUse')}`,
    'phases-all': () => `${PHASES.length}*${figure('inUse')}-${sum('na')}`,
    'phases-missing': () => `${figure('phases-all')}-${sum('full')}-${sum('partial')}-${sum('manual')}`,
    'usage-low': () => usageFormula('low', figure),
    'usage-high': () => usageFormula('high', figure),
    'stair-low': () => stairFormula('stair-low', column, context),
    'stair-high': () => stairFormula('stair-high', column, context),
    bound: () => String(context.workbook.scoring.usageAbove / 100),
  };
  return formulas[derived]();
}

/** Rates that are not known are read as 0 % for the low end and as 100 % for the high end. */
function usageFormula(end: 'low' | 'high', figure: (name: FigureName) => string): string {
  const services = `(${figure('rated')}+${figure('unrated')})`;
  const cases = `(${figure('ratedCases')}+${figure('unratedCases')})`;
  const known = `${figure('ratedWithCases')}+${figure('unratedWithCases')}=${services}`;
  const more = (name: 'unratedCases' | 'unrated') => (end === 'high' ? `+${figure(name)}` : '');
  const weighted = `(${figure('electronicCases')}${more('unratedCases')})/${cases}`;
  const plain = `(${figure('rates')}${more('unrated')})/${services}`;
  return `IF(${services}=0,"",IF(AND(${known},${cases}>0),${weighted},${plain}))`;
}

/** 1–3 for a column; the whole municipality is as low as its lowest area and its own figures. */
function stairFormula(
  derived: 'stair-low' | 'stair-high',
  column: FigureColumn,
  { t }: ExportContext,
): string {
  const verdict = (row: number, word: 'yes' | 'unknown' | 'na') =>
    `${at(row, column.column)}="${t(`workbook:summary.verdict-${word}`)}"`;
  const accepted = derived === 'stair-low' ? (['yes', 'na'] as const) : (['yes', 'na', 'unknown'] as const);
  const stands = (row: number) => `OR(${accepted.map(word => verdict(row, word)).join(',')})`;
  const { adopted, used, started, full } = EVIDENCE_ROWS;
  const someThird = `NOT(AND(${verdict(started, 'na')},${verdict(full, 'na')}))`;
  const third = `IF(AND(${stands(started)},${stands(full)},${someThird}),3,2)`;
  const own = `IF(AND(${stands(adopted)},${stands(used)}),${third},1)`;
  if (column.source !== 'sum-of-areas') return `IF(${verdict(adopted, 'na')},"",${own})`;
  const row = FIGURE_ROWS.first + figureIndex(derived);
  const areas = area({ row, column: SUMMARY_COLUMNS.first }, { row, column: WHOLE_COLUMN - 1 });
  return `IF(${verdict(adopted, 'na')},IF(COUNT(${areas})=0,"",MIN(${areas})),MIN(${areas},${own}))`;
}
