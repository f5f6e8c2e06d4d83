/** How figures stand in the table. */
import { type Spread, spreadOf } from './statistics.ts';

/** The median with the least and the greatest. */
export function told({ median, min, max }: Spread): string {
  const digits = median < 10 ? 2 : 0;
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

/** The same of figures. */
export function toldOf(values: readonly number[]): string {
  return told(spreadOf(values));
}

/** One over the other, round by round, so that a slow minute of the machine hits both. */
export function ratios(ones: readonly number[], others: readonly number[]): Spread {
  return spreadOf(ones.map((one, round) => one / (others[round] ?? Number.NaN)));
}

/** Megabytes of bytes. */
export function megabytes(bytes: number): number {
  return bytes / 1024 / 1024;
}
