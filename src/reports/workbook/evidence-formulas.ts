import type { ExportContext } from './export-context.ts';
import { type FigureColumn, type FigureName, figureCell, phaseCells } from './figure-formulas.ts';
import { SUMMARY_COLUMNS, TARGET_ROWS } from './summary-layout.ts';
import { fixed } from './xlsx/reference.ts';

export const CONDITIONS = ['adopted', 'used', 'started', 'full'] as const;
export type Condition = (typeof CONDITIONS)[number];

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
  const word = (verdict: 'yes' | 'no' | 'unknown' | 'na') => `"${t(`workbook:summary.verdict-${verdict}`)}"`;
  const figure = (name: FigureName) => figureCell(name, column);
  return {
    scoring: workbook.scoring,
    scope: column.source === 'sum-of-areas' ? 'whole' : 'area',
    word,
    figure,
    sum: (name: 'manual' | 'full') => `SUM(${phaseCells(name, column)})`,
    /** Yes when the low end holds, unknown when only the high end does. */
    between: (low: string, high: string, bound: string) =>
      `IF(${low}${bound},${word('yes')},IF(${high}${bound},${word('unknown')},${word('no')}))`,
    /** Nothing to judge, unless nothing is in use yet and a service not answered may turn out to be. */
    nothing: `IF(AND(${figure('inUse')}=0,${figure('unanswered')}>0),${word('unknown')},${word('na')})`,
  } as const;
}

/** Rounding as in the model: a rate of exactly the bound must not slip over it. */
function rounded(formula: string): string {
  return `ROUND(${formula},9)`;
}

function adoptedFormula({ figure, word, between, scoring, scope }: Judge): string {
  const most = `(${figure('services')}-${figure('none')})`;
  const all = `(${figure('inUse')}+${figure('unanswered')})`;
  const share = between(
    rounded(`${figure('inUse')}/${most}`),
    rounded(`${all}/${most}`),
    `>=${scoring.adoptedShare}`,
  );
  const byShare = `IF(${most}=0,${word('na')},${share})`;
  if (scope === 'area') return byShare;
  const target = fixed(TARGET_ROWS.services, SUMMARY_COLUMNS.first);
  return `IF(ISNUMBER(${target}),${between(figure('inUse'), all, `>=${target}`)},${byShare})`;
}

function usedFormula({ figure, between, nothing, scoring }: Judge): string {
  const low = figure('usage-low');
  const verdict = between(rounded(low), rounded(figure('usage-high')), `>${scoring.usageAbove / 100}`);
  return `IF(ISNUMBER(${low}),${verdict},${nothing})`;
}

function startedFormula({ figure, sum, between, nothing, scoring }: Judge): string {
  const all = figure('phases-all');
  const low = rounded(`(${all}-${sum('manual')}-${figure('phases-missing')})/${all}`);
  const high = rounded(`(${all}-${sum('manual')})/${all}`);
  return `IF(${all}=0,${nothing},${between(low, high, `>=${scoring.phaseShares.started}`)})`;
}

function fullFormula({ figure, sum, between, nothing, scoring }: Judge): string {
  const all = figure('phases-all');
  const low = rounded(`${sum('full')}/${all}`);
  const high = rounded(`(${sum('full')}+${figure('phases-missing')})/${all}`);
  return `IF(${all}=0,${nothing},${between(low, high, `>=${scoring.phaseShares.full}`)})`;
}
