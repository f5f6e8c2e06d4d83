import type { Interval } from '../assessment/interval.ts';

/** A level, or the levels between which it is, in figures. */
export function levelsText({ low, high }: Interval): string {
  return low === high ? String(low) : `${low}–${high}`;
}
