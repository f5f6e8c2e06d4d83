import type { PhaseSum } from '../../assessment/scoring/workbook/tally.ts';
import { PHASES, type Phase } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import type { ExportContext } from './export-context.ts';
import { type Derived, type Figure, type FigureName, figureIndex } from './figures.ts';
import { type AreaTab, phaseFormula, sumFormulas } from './sum-formulas.ts';
import { EVIDENCE_ROWS, FIGURE_ROWS, SUMMARY_COLUMNS, WHOLE_COLUMN } from './summary-layout.ts';
import { area, at, cellOn, literal, quoted } from './xlsx/reference.ts';

/** A column of figures: an area's, or the whole municipality's, which adds the areas up. */
export interface FigureColumn {
  readonly column: number;
  /** Name of the tab the figures are on. */
  readonly tab: string;
  readonly source: AreaTab | 'sum-of-areas';
}

/** Where a figure of a column is; every tab refers to it in the same way. */
export type FigurePlace = Pick<FigureColumn, 'column' | 'tab'>;

/** The cell of a figure in this column. */
export function figureCell(name: FigureName, { column, tab }: FigurePlace): string {
  return `${quoted(tab)}!${at(FIGURE_ROWS.first + figureIndex(name), column)}`;
}

/** The formula of each figure of a column. */
export function figureFormulas(column: FigureColumn, context: ExportContext): (figure: Figure) => string {
  const { source } = column;
  const sums =
    source === 'sum-of-areas' ? undefined : sumFormulas(source, name => figureCell(name, column), context);
  return figure => {
    if (figure.kind === 'derived') return derivedFormula(figure.derived, column, context);
    if (figure.kind === 'load') return loadFormula(figure.phase, column, context);
    if (source === 'sum-of-areas' || !sums) return sumOfAreas(figure);
    return figure.kind === 'phase-sum' ? phaseFormula(figure, source, context) : sums[figure.sum];
  };
}

function sumOfAreas(figure: Exclude<Figure, { kind: 'derived' | 'load' }>): string {
  const row = FIGURE_ROWS.first + figureIndex(figure.kind === 'sum' ? figure.sum : figure);
  return `SUM(${area({ row, column: SUMMARY_COLUMNS.first }, { row, column: WHOLE_COLUMN - 1 })})`;
}

function loadFormula(phase: Phase, column: FigureColumn, { workbook }: ExportContext): string {
  const figure = (sum: PhaseSum) => figureCell({ sum, phase }, column);
  const byHand = 1 - workbook.scoring.partialScore;
  const known = `${figureCell('gradedWithCases', column)}=${figureCell('graded', column)}`;
  const cases = `${figure('manualCases')}+${byHand}*${figure('partialCases')}`;
  return `IF(${known},${cases},${figure('manual')}+${byHand}*${figure('partial')})`;
}

/** The seven cells of one sum, for adding up or for a chart. */
export function phaseCells(sum: PhaseSum | 'load', place: FigurePlace): string {
  const last = FIGURE_ROWS.first + figureIndex({ sum, phase: 'supervision' });
  return `${figureCell({ sum, phase: PHASES[0] }, place)}:${at(last, place.column)}`;
}

function derivedFormula(derived: Derived, column: FigureColumn, context: ExportContext): string {
  const figure = (name: FigureName) => figureCell(name, column);
  const sum = (name: PhaseSum) => `SUM(${phaseCells(name, column)})`;
  const formulas: Record<Derived, () => string> = {
    unanswered: () =>
      `${figure('services')}-${figure('outside')}-${figure('none')}-${figure('planned')}-${figure('inUse')}`,
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
  const summary = t('workbook-sheet:sheet.summary-tab');
  const verdict = (row: number, word: 'yes' | 'unknown' | 'na') =>
    `${cellOn(summary, row, column.column)}=${literal(t(`workbook-sheet:summary.verdict-${word}`))}`;

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
