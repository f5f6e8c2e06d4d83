import type { Computed } from './xlsx/draft.ts';

const NOTHING = '–';

/** The value of another cell, or a dash where that one has nothing to show. */
export function orNothing(cell: string, value: string | number | null | undefined): Computed {
  // Not `cell=""`: some programs hold 0 to be equal to an empty text.
  return { formula: `IF(LEN(${cell})=0,"${NOTHING}",${cell})`, value: value ?? NOTHING };
}
