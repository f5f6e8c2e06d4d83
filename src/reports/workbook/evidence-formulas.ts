import { TOLERANCE } from '../../assessment/scoring/cells.ts';
import type { Workbook } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import type { ExportContext } from './export-context.ts';
import { type FigureColumn, figureCell, phaseCells } from './figure-formulas.ts';
import type { FigureName } from './figures.ts';
import { SUMMARY_COLUMNS, TARGET_ROWS } from './summary-layout.ts';
import { fixed, literal } from './xlsx/reference.ts';

export const CONDITIONS = ['adopted', 'used', 'started', 'full'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** The share that each condition of the stairs asks for: 0.8 for 80 %. */
export function conditionBounds({ scoring }: Workbook): Readonly<Record<Condition, number>> {
  const { adoptedShare, usageAbove, phaseShares } = scoring;
  return { adopted: adoptedShare, used: usageAbove / 100, ...phaseShares };
}

/** The verdict on one condition of a stair, as the workbook's rules give it from the figures of a column. */
export function verdictFormula(condition: Condition, column: FigureColumn, context: ExportContext): string {
  const judge = createJudge(column, context);
  const judged = { adopted: adoptedFormula, used: usedFormula, started: startedFormula, full: fullFormula }[
    condition
  ];
  const { figure, word } = judge;
  const answered = `${figure('unanswered')}=${figure('services')}`;
  return `IF(${answered},${word('na')},${judged(judge)})`;
}

type Judge = ReturnType<typeof createJudge>;

function createJudge(column: FigureColumn, { t, workbook }: ExportContext) {
  const word = (verdict: 'yes' | 'no' | 'unknown' | 'na') =>
    literal(t(`workbook-sheet:summary.verdict-${verdict}`));
  const figure = (name: FigureName) => figureCell(name, column);
  return {
    scoring: workbook.scoring,
    scope: column.source === 'sum-of-areas' ? 'whole' : 'area',
    word,
    figure,
    sum: (name: 'manual' | 'full') => `SUM(${phaseCells(name, column)})`,
    /** Yes when the low end holds, unknown when only the high end does. */
    between: (low: string, high: string, holds: (value: string) => string) =>
      `IF(${holds(low)},${word('yes')},IF(${holds(high)},${word('unknown')},${word('no')}))`,
    /** Nothing to judge, unless nothing is in use yet and a service not answered may turn out to be. */
    nothing: `IF(AND(${figure('inUse')}=0,${figure('unanswered')}>0),${word('unknown')},${word('na')})`,
  } as const;
}

const MARGIN = TOLERANCE.toFixed(9);

/** The comparisons of the model, with its margin for rounding errors. */
const over = (bound: number) => (value: string) => `${value}-${bound}>${MARGIN}`;
const reaches = (bound: number) => (value: string) => `${value}-${bound}>-${MARGIN}`;

function adoptedFormula({ figure, word, between, scoring, scope }: Judge): string {
  const most = `(${figure('services')}-${figure('outside')})`;
  const all = `(${figure('inUse')}+${figure('unanswered')})`;
  const share = between(`${figure('inUse')}/${most}`, `${all}/${most}`, reaches(scoring.adoptedShare));
  const byShare = `IF(${most}=0,${word('na')},${share})`;
  if (scope === 'area') return byShare;
  const target = fixed(TARGET_ROWS.services, SUMMARY_COLUMNS.first);
  const byTarget = between(figure('inUse'), all, count => `${count}>=${target}`);
  return `IF(ISNUMBER(${target}),${byTarget},${byShare})`;
}

function usedFormula({ figure, between, nothing, scoring }: Judge): string {
  const low = figure('usage-low');
  const verdict = between(low, figure('usage-high'), over(scoring.usageAbove / 100));
  return `IF(ISNUMBER(${low}),${verdict},${nothing})`;
}

function startedFormula({ figure, sum, between, nothing, scoring }: Judge): string {
  const all = figure('phases-all');
  const low = `(${all}-${sum('manual')}-${figure('phases-missing')})/${all}`;
  const high = `(${all}-${sum('manual')})/${all}`;
  return `IF(${all}=0,${nothing},${between(low, high, reaches(scoring.phaseShares.started))})`;
}

function fullFormula({ figure, sum, between, nothing, scoring }: Judge): string {
  const all = figure('phases-all');
  const low = `${sum('full')}/${all}`;
  const high = `(${sum('full')}+${figure('phases-missing')})/${all}`;
  return `IF(${all}=0,${nothing},${between(low, high, reaches(scoring.phaseShares.full))})`;
}
