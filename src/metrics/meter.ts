import { BOUNDS, type Level, type Sum, type Timing } from './kinds.ts';
import { type Snapshot, seriesKey } from './snapshot.ts';

/** Counts and measures within one process. It knows of events and operations, never of whose they are. */
export interface Meter {
  add(sum: Sum, labels?: readonly string[]): void;
  /** How long something took. */
  time(timing: Timing, milliseconds: number, labels?: readonly string[]): void;
  /** How to read a level when somebody wants to know. */
  level(level: Level, read: () => number): void;
  /** Everything as it is now. */
  snapshot(): Snapshot;
}

export function createMeter(): Meter {
  const sums = new Map<string, number>();
  const timings = new Map<string, number[]>();
  const levels = new Map<string, () => number>();
  return {
    add(sum, labels = []) {
      const key = seriesKey(sum, labels);
      sums.set(key, (sums.get(key) ?? 0) + 1);
    },
    time(timing, milliseconds, labels = []) {
      const key = seriesKey(timing, labels);
      const counts = timings.get(key) ?? Array.from({ length: BOUNDS.length + 2 }, () => 0);
      timings.set(key, counts);
      const seconds = milliseconds / 1000;
      const within = BOUNDS.findIndex(bound => seconds <= bound);
      increase(counts, within === -1 ? BOUNDS.length : within, 1);
      increase(counts, BOUNDS.length + 1, seconds);
    },
    level: (level, read) => {
      levels.set(level, read);
    },
    snapshot: () => ({
      sums: Object.fromEntries(sums),
      timings: Object.fromEntries(Array.from(timings, ([key, counts]) => [key, [...counts]])),
      levels: Object.fromEntries(Array.from(levels, ([key, read]) => [key, read()])),
    }),
  };
}

function increase(counts: number[], at: number, by: number): void {
  counts[at] = (counts[at] ?? 0) + by;
}
