import * as z from 'zod';

/** Both ends included; low = high when nothing is unknown. */
export const intervalSchema = z.object({ low: z.number(), high: z.number() }).readonly();
export type Interval = z.infer<typeof intervalSchema>;

/** What all of these reach: the lowest, low and high ends apart. */
export function lowestOf(intervals: readonly Interval[]): Interval {
  return {
    low: Math.min(...intervals.map(({ low }) => low)),
    high: Math.min(...intervals.map(({ high }) => high)),
  };
}
