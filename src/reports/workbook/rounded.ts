/** Decimals that an answer may have. */
export type Decimals = 0 | 2;

/** More decimals than anybody types: the number was computed, and only its value was pasted. */
const TYPED_DECIMALS = 6;

/**
 * The number of a cell. A computed one has more decimals than its cell shows, so it is rounded to those an answer may
 * have; one that a person typed is left as it is, for the check of the answers to judge.
 * @param share the cell holds 0.85 for 85 %
 */
export function rounded(
  { number, computed }: { readonly number: number; readonly computed?: true },
  { decimals, share }: { readonly decimals: Decimals; readonly share?: true },
): number {
  const isComputed = computed || Number(number.toFixed(TYPED_DECIMALS)) !== number;
  // Multiplying leaves a tail that was never there, and rounding a negative zero.
  const value = share ? Number((number * 100).toFixed(8)) : number;
  return isComputed ? Number(value.toFixed(decimals)) + 0 : value;
}
