/** The plain sums on the last tab: one row each, a column for every area and one for the whole. */
import { addCells } from '../../assessment/scoring/cells.ts';
import {
  cellsOf,
  type EvidenceStair,
  unansweredOf,
  usageBounds,
} from '../../assessment/scoring/workbook/evidence.ts';
import { manualLoad } from '../../assessment/scoring/workbook/measures.ts';
import {
  PHASE_SUMS,
  type PhaseSum,
  SUMS,
  type Sum,
  type Tally,
} from '../../assessment/scoring/workbook/tally.ts';
import { PHASES, type Phase, type Workbook } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import type { Translate } from '../../conversation/translate.ts';

const DERIVED = [
  'unanswered',
  'phases-all',
  'phases-missing',
  'usage-low',
  'usage-high',
  'stair-low',
  'stair-high',
  'bound',
] as const;
export type Derived = (typeof DERIVED)[number];

/** A row: a sum that adds up over areas, or something computed from the sums of its own column. */
export type Figure =
  | { readonly kind: 'sum'; readonly sum: Sum }
  | { readonly kind: 'phase-sum'; readonly sum: PhaseSum; readonly phase: Phase }
  | { readonly kind: 'load'; readonly phase: Phase }
  | { readonly kind: 'derived'; readonly derived: Derived };

/** Every row in order. The seven phases of one sum are next to each other, as charts need them. */
export const FIGURES: readonly Figure[] = [
  ...SUMS.map((sum): Figure => ({ kind: 'sum', sum })),
  ...PHASE_SUMS.flatMap(sum => PHASES.map((phase): Figure => ({ kind: 'phase-sum', sum, phase }))),
  ...PHASES.map((phase): Figure => ({ kind: 'load', phase })),
  ...DERIVED.map((derived): Figure => ({ kind: 'derived', derived })),
];

export type FigureName = Sum | Derived | { readonly sum: PhaseSum | 'load'; readonly phase: Phase };

/** The place of a row among the figures, from 0. */
export function figureIndex(wanted: FigureName): number {
  return INDEXES.get(keyOf(wanted)) ?? -1;
}

const INDEXES = new Map(FIGURES.map((figure, index) => [keyOf(nameOf(figure)), index]));

function nameOf(figure: Figure): FigureName {
  if (figure.kind === 'sum') return figure.sum;
  if (figure.kind === 'derived') return figure.derived;
  return { sum: figure.kind === 'load' ? 'load' : figure.sum, phase: figure.phase };
}

function keyOf(name: FigureName): string {
  return typeof name === 'string' ? name : `${name.sum} ${name.phase}`;
}

export function figureName(figure: Figure, t: Translate): string {
  if (figure.kind === 'sum') return t(`workbook-sheet:figures.${figure.sum}`);
  if (figure.kind === 'derived') return t(`workbook-sheet:figures.${figure.derived}`);
  const sum = figure.kind === 'load' ? 'load' : figure.sum;
  return t(`workbook-sheet:figures.phase-${sum}`, { phase: t(`workbook:inputs.${figure.phase}.short`) });
}

/** Sums of shares and of halves need decimals; counts and euros do not. */
export function figureFormat(figure: Figure): 'number' | 'decimals' {
  if (figure.kind === 'load') return 'decimals';
  const key = keyOf(nameOf(figure));
  return ['degrees', 'rates', 'usage-low', 'usage-high', 'bound'].includes(key) ? 'decimals' : 'number';
}

/** What a column of figures is computed from. */
export interface FigureInput {
  readonly workbook: Workbook;
  readonly tally: Tally;
  readonly stair: EvidenceStair | null;
}

/** The value of a figure. An empty text stands for "nothing to compute from". */
export function figureValue(figure: Figure, { workbook, tally, stair }: FigureInput): number | '' {
  if (figure.kind === 'sum') return tally[figure.sum];
  if (figure.kind === 'phase-sum') return tally.phases[figure.phase][figure.sum];
  if (figure.kind === 'load') {
    const weighting = tally.gradedWithCases === tally.graded ? 'cases' : 'plain';
    return manualLoad(workbook, tally.phases[figure.phase], weighting);
  }
  return derivedValue(figure.derived, { workbook, tally, stair });
}

function derivedValue(derived: Derived, { workbook, tally, stair }: FigureInput): number | '' {
  const cells = addCells(Object.values(tally.phases).map(phase => cellsOf(tally.inUse, phase)));
  const bounds = usageBounds(tally);
  const values: Record<Derived, number | ''> = {
    unanswered: unansweredOf(tally),
    'phases-all': cells.all,
    'phases-missing': cells.unknown,
    'usage-low': bounds?.low ?? '',
    'usage-high': bounds?.high ?? '',
    'stair-low': stair?.low ?? '',
    'stair-high': stair?.high ?? '',
    bound: workbook.scoring.usageAbove / 100,
  };
  return values[derived];
}
