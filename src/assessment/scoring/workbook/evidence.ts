/**
 * Stairs 2 and 3 from evidence instead of opinion. What was not answered is read both as a no and as a yes, so
 * that a verdict is `unknown` only when the missing answers could turn it.
 */
import { addCells, type Cells, enoughCells, reaches, TOLERANCE } from '../cells.ts';
import type { PhaseTally, Tally } from './tally.ts';
import type { Workbook } from './workbook-instrument.ts';

/** `na`: nothing here to judge, so the condition is left out. */
export type Verdict = 'yes' | 'no' | 'unknown' | 'na';

export interface Evidence {
  /** Stair 2: enough of the market's digital services in use; usage rate strictly over the bound. */
  readonly adopted: Verdict;
  readonly used: Verdict;
  /** Stair 3: phases of services in use begun; enough of them fully digital. */
  readonly started: Verdict;
  readonly full: Verdict;
  /** The highest stair the evidence supports; 1 = stair 2 is not reached. null: nothing to judge. */
  readonly stair: EvidenceStair | null;
}

/** `low` with missing answers read as a no, `high` as a yes. */
export interface EvidenceStair {
  readonly low: 1 | 2 | 3;
  readonly high: 1 | 2 | 3;
}

/** Judges the sums of an area or of the whole; `target` is the municipality's own number of digital services. */
export function evidenceOf(workbook: Workbook, tally: Tally, target?: number): Evidence {
  if (unansweredOf(tally) === tally.services) return NOTHING_TO_JUDGE;
  const conditions = {
    adopted: target === undefined ? adoptedShare(workbook, tally) : adoptedTarget(tally, target),
    used: used(workbook, tally),
    started: shareOfCells(tally, { what: 'started', bound: workbook.scoring.phaseShares.started }),
    full: shareOfCells(tally, { what: 'met', bound: workbook.scoring.phaseShares.full }),
  };
  return { ...conditions, stair: stairOf(conditions) };
}

const NOTHING_TO_JUDGE: Evidence = { adopted: 'na', used: 'na', started: 'na', full: 'na', stair: null };

/** Services of which nothing was said. */
export function unansweredOf({ services, outside, none, planned, inUse }: Tally): number {
  return services - outside - none - planned - inUse;
}

/** Nothing to judge, unless nothing is in use yet and a service not answered may turn out to be. */
function nothingApplies(tally: Tally): Verdict {
  return tally.inUse === 0 && unansweredOf(tally) > 0 ? 'unknown' : 'na';
}

/** The stair that all of these reach: the lowest, low and high ends apart. */
export function lowestStair(stairs: readonly (EvidenceStair | null)[]): EvidenceStair | null {
  const judged = stairs.filter(stair => stair !== null);
  return judged.reduce<EvidenceStair | null>(
    (lowest, { low, high }) =>
      lowest === null ? { low, high } : { low: lower(lowest.low, low), high: lower(lowest.high, high) },
    null,
  );
}

/** Whether a share is strictly over a bound, sums' rounding errors aside. */
export function isOver(share: number, bound: number): boolean {
  return share - bound > TOLERANCE;
}

function lower(a: 1 | 2 | 3, b: 1 | 2 | 3): 1 | 2 | 3 {
  return a < b ? a : b;
}

function adoptedShare({ scoring }: Workbook, tally: Tally): Verdict {
  const { services, outside, inUse } = tally;
  const most = services - outside;
  if (most === 0) return 'na';
  return between(inUse / most, (inUse + unansweredOf(tally)) / most, share =>
    reaches(share, scoring.adoptedShare),
  );
}

function adoptedTarget(tally: Tally, target: number): Verdict {
  return between(tally.inUse, tally.inUse + unansweredOf(tally), count => count >= target);
}

function used({ scoring }: Workbook, tally: Tally): Verdict {
  const bounds = usageBounds(tally);
  if (!bounds) return nothingApplies(tally);
  return between(bounds.low, bounds.high, rate => isOver(rate, scoring.usageAbove / 100));
}

/** The usage rate (0–1) if every rate not known were 0 %, and if it were 100 %. null: no rate applies. */
export function usageBounds(tally: Tally): { readonly low: number; readonly high: number } | null {
  const { rated, unrated, unratedCases } = tally;
  const [services, cases] = [rated + unrated, tally.ratedCases + unratedCases];
  if (services === 0) return null;
  const weighted = tally.ratedWithCases + tally.unratedWithCases === services && cases > 0;
  return weighted
    ? { low: tally.electronicCases / cases, high: (tally.electronicCases + unratedCases) / cases }
    : { low: tally.rates / services, high: (tally.rates + unrated) / services };
}

/** Stair 3 by the rule that the quick check goes by, too. */
function shareOfCells(tally: Tally, { what, bound }: { what: 'started' | 'met'; bound: number }): Verdict {
  const cells = addCells(Object.values(tally.phases).map(phase => cellsOf(tally.inUse, phase)));
  if (cells.all === 0) return nothingApplies(tally);
  if (enoughCells(cells, { what, bound, unknown: 'as-no' })) return 'yes';
  return enoughCells(cells, { what, bound, unknown: 'as-yes' }) ? 'unknown' : 'no';
}

/** One phase of all services in use; those that do not have it are no cells. */
export function cellsOf(inUse: number, { manual, partial, full, na }: PhaseTally): Cells {
  const started = partial + full;
  return { all: inUse - na, started, met: full, unknown: inUse - na - manual - started };
}

function between(low: number, high: number, holds: (value: number) => boolean): Verdict {
  if (holds(low)) return 'yes';
  return holds(high) ? 'unknown' : 'no';
}

function stairOf({ adopted, used, started, full }: Omit<Evidence, 'stair'>): EvidenceStair | null {
  if (adopted === 'na') return null;
  const second = [adopted, used];
  const third = [started, full];
  return { low: climb(second, third, ['yes']), high: climb(second, third, ['yes', 'unknown']) };
}

/** A condition left out does not hold a stair down, but a stair needs at least one condition to stand on. */
function climb(
  second: readonly Verdict[],
  third: readonly Verdict[],
  accepted: readonly Verdict[],
): 1 | 2 | 3 {
  const stands = (verdicts: readonly Verdict[]) => {
    const judged = verdicts.filter(verdict => verdict !== 'na');
    return judged.length > 0 && judged.every(verdict => accepted.includes(verdict));
  };
  if (!stands(second)) return 1;
  return stands(third) ? 3 : 2;
}
