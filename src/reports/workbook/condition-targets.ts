/** The conditions of the stairs for the whole municipality: where it is today, where it should be, whether it is there. */
import { CONDITIONS, type Condition } from './evidence-formulas.ts';
import type { ExportContext } from './export-context.ts';
import { figureCell, phaseCells } from './figure-formulas.ts';
import { EVIDENCE_ROWS, SUMMARY_COLUMNS, TARGET_ROWS } from './summary-layout.ts';
import type { SummaryInput } from './summary-sheet.ts';
import { mainCell, orNothing, percent } from './summary-tables.ts';
import type { Computed } from './xlsx/draft.ts';
import { fixed, quoted } from './xlsx/reference.ts';

export interface TargetRow {
  readonly name: string;
  readonly today: Computed;
  readonly goal: string | Computed;
  readonly reached: Computed;
}

type Whole = SummaryInput['columns'][number];

export function targetRows({ columns }: SummaryInput, context: ExportContext): readonly TargetRow[] {
  const [whole] = columns.slice(-1);
  if (!whole) return [];
  const { t, result, workbook } = context;
  const { usageAbove, phaseShares } = workbook.scoring;
  const bounds = { used: usageAbove / 100, ...phaseShares, adopted: workbook.scoring.adoptedShare };
  return CONDITIONS.map(condition => ({
    name: t(`workbook-sheet:summary.${condition}`, { bound: percent(bounds[condition], context) }),
    today: todayOf(condition, whole, context),
    goal: goalOf(condition, bounds[condition], context),
    reached: {
      formula: summaryCell(fixed(EVIDENCE_ROWS[condition], whole.column), context),
      value: t(`workbook-sheet:summary.verdict-${result.evidence[condition]}`),
    },
  }));
}

function summaryCell(cell: string, { t }: ExportContext): string {
  return `${quoted(t('workbook-sheet:sheet.summary-tab'))}!${cell}`;
}

function todayOf(condition: Condition, whole: Whole, context: ExportContext): Computed {
  const { result } = context;
  const main = (key: string) => summaryCell(mainCell(key, whole, context), context);
  if (condition === 'adopted') return adoptedToday(main, context);
  if (condition === 'used') return orNothing(main('usage'), result.usage?.rate);
  const all = figureCell('phases-all', whole);
  const sums = condition === 'full' ? (['full'] as const) : (['partial', 'full'] as const);
  const begun = sums.map(sum => `SUM(${phaseCells(sum, whole)})`).join('+');
  const phases = Object.values(result.phases);
  const cells = phases.reduce(
    (sum, { manual, partial, full, missing }) => sum + manual + partial + full + missing,
    0,
  );
  const met = phases.reduce((sum, phase) => sum + sums.reduce((more, state) => more + phase[state], 0), 0);
  return { formula: `IF(${all}=0,"–",(${begun})/${all})`, value: cells === 0 ? '–' : met / cells };
}

/** Services where the target is a number of them, a share otherwise. */
function adoptedToday(main: (key: string) => string, context: ExportContext): Computed {
  const { t, result } = context;
  const own = (count: string | number) => t('workbook-sheet:page.goal-services', { count });
  const share = orNothing(main('coverage'), result.coverage);
  const target = summaryCell(fixed(TARGET_ROWS.services, SUMMARY_COLUMNS.first), context);
  return {
    formula: `IF(ISNUMBER(${target}),"${own(`"&${main('in-use')}&"`)}",${share.formula})`,
    value: result.target.services ? own(result.counts.inUse) : share.value,
  };
}

/** Where the municipality has a target number of its own, it stands in place of the share. */
function goalOf(condition: Condition, bound: number, context: ExportContext): string | Computed {
  const { t, result } = context;
  const share = t(`workbook-sheet:page.goal-${condition === 'used' ? 'above' : 'least'}`, {
    bound: percent(bound, context),
  });
  if (condition !== 'adopted') return share;
  const cell = summaryCell(fixed(TARGET_ROWS.services, SUMMARY_COLUMNS.first), context);
  const own = (count: string | number) => t('workbook-sheet:page.goal-services', { count });
  const { services } = result.target;
  return {
    formula: `IF(ISNUMBER(${cell}),"${own(`"&${cell}&"`)}","${share}")`,
    value: services ? own(services.target) : share,
  };
}
