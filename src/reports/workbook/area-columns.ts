/** The columns of a service area's tab: their keys, order and widths. Export and import agree here. */
import { findInput } from '../../assessment/places.ts';
import type { Prefilled } from '../../assessment/prefilled.ts';
import { isPlanField, type PlanField } from '../../assessment/scoring/workbook/plan-of.ts';
import {
  PHASES,
  type Phase,
  SAVING_PHASES,
  type SavingPhase,
  type Workbook,
} from '../../assessment/scoring/workbook/workbook-instrument.ts';
import { isNewer } from '../../assessment/version.ts';

export type ColumnKey =
  | 'id'
  | 'name'
  | 'solution'
  | 'ptv'
  | 'cases-kind'
  | 'status'
  | Phase
  | 'usage'
  | 'cases'
  | 'electronic'
  | 'degree'
  | 'develop-first'
  | 'hourly-price'
  | 'yearly-cost'
  | `minutes-${SavingPhase | 'total'}`
  | 'one-off-cost'
  | 'saving'
  | 'payback'
  | 'missing'
  | 'next'
  | 'source'
  | PlanField;

export interface AreaColumn {
  readonly key: ColumnKey;
  readonly width: number;
  /** Who writes in it: the file's maker once, the user, or a formula. */
  readonly kind: 'fixed' | 'input' | 'computed';
  /** The version of the workbook that brought it: files made with an earlier one go without. */
  readonly since?: string;
}

/** The version that brought the plan of a service into the file. */
const PLANS_CAME = '2.1.0';

/**
 * With these, three pages of A4 side by side hold a tab at a size that is read without effort. A change here is seen
 * in the pictures of `npm run test:office`.
 */
const PHASE_WIDTH = 13.5;
const MINUTES_WIDTH = 13;

/** In order from column A. The first is hidden: with the name it ties a row to its service. */
export const AREA_COLUMNS: readonly AreaColumn[] = [
  { key: 'id', width: 3, kind: 'fixed' },
  { key: 'name', width: 28, kind: 'fixed' },
  { key: 'solution', width: 40, kind: 'fixed' },
  { key: 'ptv', width: 8.5, kind: 'fixed' },
  { key: 'status', width: 16, kind: 'input' },
  ...PHASES.map((key): AreaColumn => ({ key, width: PHASE_WIDTH, kind: 'input' })),
  { key: 'usage', width: 13.5, kind: 'input' },
  { key: 'cases', width: 12, kind: 'input' },
  { key: 'degree', width: 15.5, kind: 'computed' },
  { key: 'develop-first', width: 14.5, kind: 'computed' },
  { key: 'electronic', width: 12.5, kind: 'computed' },
  { key: 'hourly-price', width: 11, kind: 'input' },
  { key: 'yearly-cost', width: 13.5, kind: 'input' },
  ...SAVING_PHASES.map(
    (phase): AreaColumn => ({ key: `minutes-${phase}`, width: MINUTES_WIDTH, kind: 'input' }),
  ),
  { key: 'minutes-total', width: MINUTES_WIDTH, kind: 'input' },
  { key: 'one-off-cost', width: 13, kind: 'input' },
  { key: 'saving', width: 12, kind: 'computed' },
  { key: 'payback', width: 13, kind: 'computed' },
  { key: 'missing', width: 26, kind: 'computed' },
  // Last, so that what people know of the other columns stays true.
  { key: 'cases-kind', width: 12, kind: 'fixed' },
  { key: 'next', width: 26, kind: 'computed', since: PLANS_CAME },
  { key: 'owner', width: 20, kind: 'input', since: PLANS_CAME },
  { key: 'deadline', width: 13, kind: 'input', since: PLANS_CAME },
  { key: 'note', width: 34, kind: 'input', since: PLANS_CAME },
  { key: 'source', width: 30, kind: 'fixed', since: PLANS_CAME },
];

interface Exported {
  readonly workbook: Workbook;
  readonly prefilled?: Prefilled | undefined;
}

/** The columns of a file: a workbook that asks for no plan has none for it, answers of people alone have no source. */
export function columnsOf({ workbook: { instrument }, prefilled }: Exported): readonly AreaColumn[] {
  const isSourced = prefilled !== undefined && Object.keys(prefilled.sources).length > 0;
  return AREA_COLUMNS.filter(({ key }) => {
    if (key === 'source') return isSourced;
    return !isPlanField(key) || findInput(instrument, key) !== undefined;
  });
}

/** Whether a file that was made with this version has the column. */
export function isColumnOf({ since }: AreaColumn, made: string): boolean {
  return since === undefined || !isNewer(since, made);
}

/** The field that a column of inputs asks for. */
export function fieldOf(key: ColumnKey): string {
  if (key === 'usage') return 'usage-rate';
  return key === 'minutes-total' ? 'minutes-saved' : key;
}

const NUMBERS = new Map(AREA_COLUMNS.map(({ key }, index) => [key, index + 1]));

/** The number of a column, from 1. */
export function columnOf(key: ColumnKey): number {
  return NUMBERS.get(key) ?? 0;
}

/** Where things are on the tab, as row numbers. The key row is hidden and names the columns for the import. */
export const AREA_ROWS = { title: 1, measureNames: 2, measures: 3, keys: 4, header: 5, first: 6 } as const;

/**
 * The last row that belongs to an area. Formulas, checks and the import all reach as far, so that a row counts in the
 * sheet and in the import alike, wherever above it was typed.
 */
export const LAST_ROW = 200;
