/** The conditions of the stairs for the whole municipality: where it is today, where it should be, whether it is there. */
import { computedText } from './computed-text.ts';
import { CONDITIONS, type Condition, conditionBounds } from './evidence-formulas.ts';
import type { ExportContext } from './export-context.ts';
import { figureCell, phaseCells } from './figure-formulas.ts';
import { EVIDENCE_ROWS, SUMMARY_COLUMNS, TARGET_ROWS } from './summary-layout.ts';
import {
  DASH,
  mainCell,
  onSummary,
  orDash,
  percent,
  type SummaryColumn,
  type SummaryInput,
} from './summary-tables.ts';
import type { Computed } from './xlsx/draft.ts';
import { fixed, literal } from './xlsx/reference.ts';

export interface TargetRow {
  readonly name: string;
  readonly today: Computed;
  readonly goal: string | Computed;
  readonly reached: Computed;
}

/** A row a condition, in the order of the stairs. */
export function targetRows({ columns }: SummaryInput, context: ExportContext): readonly TargetRow[] {
  const [whole] = columns.slice(-1);
  if (!whole) return [];
  const { t, result, workbook } = context;
  const bounds = conditionBounds(workbook);
  return CONDITIONS.map(condition => ({
    name: t(`workbook-sheet:summary.${condition}`, { bound: percent(bounds[condition], context) }),
    today: todayOf(condition, whole, context),
    goal: goalOf(condition, bounds[condition], context),
    reached: {
      formula: onSummary(fixed(EVIDENCE_ROWS[condition], whole.column), context),
      value: t(`workbook-sheet:summary.verdict-${result.evidence[condition]}`),
    },
  }));
}

function todayOf(condition: Condition, whole: SummaryColumn, context: ExportContext): Computed {
  const { result } = context;
  const main = (key: string) => onSummary(mainCell(key, whole, context), context);
  if (condition === 'adopted') return adoptedToday(main, context);
  if (condition === 'used') return orDash(main('usage'), result.usage?.rate);
  const all = figureCell('phases-all', whole);
  const sums = condition === 'full' ? (['full'] as const) : (['partial', 'full'] as const);
  const begun = sums.map(sum => `SUM(${phaseCells(sum, whole)})`).join('+');
  const phases = Object.values(result.phases);
  const cells = phases.reduce(
    (sum, { manual, partial, full, missing }) => sum + manual + partial + full + missing,
    0,
  );
  const met = phases.reduce((sum, phase) => sum + sums.reduce((more, state) => more + phase[state], 0), 0);
  return {
    formula: `IF(${all}=0,${literal(DASH)},(${begun})/${all})`,
    value: cells === 0 ? DASH : met / cells,
  };
}

/** Services where the target is a number of them, a share otherwise. */
function adoptedToday(main: (key: string) => string, context: ExportContext): Computed {
  const { t, result } = context;
  const share = orDash(main('coverage'), result.coverage);
  const target = onSummary(fixed(TARGET_ROWS.services, SUMMARY_COLUMNS.first), context);
  const count = { cell: main('in-use'), value: result.counts.inUse };
  const services = computedText(t, 'workbook-sheet:page.goal-services', { count });
  return {
    formula: `IF(ISNUMBER(${target}),${services.formula},${share.formula})`,
    value: result.target.services ? services.value : share.value,
  };
}

/** Where the municipality has a target number of its own, it stands in place of the share. */
function goalOf(condition: Condition, bound: number, context: ExportContext): string | Computed {
  const { t, result } = context;
  const share = t(`workbook-sheet:page.goal-${condition === 'used' ? 'above' : 'least'}`, {
    bound: percent(bound, context),
  });
  if (condition !== 'adopted') return share;
  const cell = onSummary(fixed(TARGET_ROWS.services, SUMMARY_COLUMNS.first), context);
  const { services } = result.target;
  const count = { cell, value: services?.target ?? 0 };
  const own = computedText(t, 'workbook-sheet:page.goal-services', { count });
  return {
    formula: `IF(ISNUMBER(${cell}),${own.formula},${literal(share)})`,
    value: services ? own.value : share,
  };
}
