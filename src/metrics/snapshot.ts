/** What one process, or all of them together, have counted: plain numbers that can be added up and kept in the store. */
import * as z from 'zod';
import { BOUNDS } from './kinds.ts';

/**
 * Keys are a kind and its labels with spaces between, such as `events asked plan`. A timing is the number of times
 * within each of the bounds, then beyond them, then the sum of seconds.
 */
export interface Snapshot {
  readonly sums: Readonly<Record<string, number>>;
  readonly timings: Readonly<Record<string, readonly number[]>>;
  readonly levels: Readonly<Record<string, number>>;
}

export const NOTHING: Snapshot = { sums: {}, timings: {}, levels: {} };

/** Of the timings only those with our bounds: another version may have others. */
export const snapshotSchema = z.object({
  sums: z.record(z.string(), z.number()),
  timings: z
    .record(z.string(), z.array(z.number()))
    .transform(timings =>
      Object.fromEntries(Object.entries(timings).filter(([, counts]) => counts.length === BOUNDS.length + 2)),
    ),
  levels: z.record(z.string(), z.number()),
});

/** The key of a series. A space in a label, which only somebody else's name for a thing could hold, becomes `_`. */
export function seriesKey(kind: string, labels: readonly string[]): string {
  return [kind, ...labels.map(label => label.replaceAll(' ', '_'))].join(' ');
}

/** The kind and the labels of a key. */
export function parseSeriesKey(key: string): { kind: string; labels: readonly string[] } {
  const [kind = '', ...labels] = key.split(' ');
  return { kind, labels };
}

export function addUp(snapshots: readonly Snapshot[]): Snapshot {
  return snapshots.reduce((all, one) => combine(all, one, (a, b) => a + b), NOTHING);
}

/** What has been counted since an earlier snapshot of the same process; levels stay as they are. */
export function since(earlier: Snapshot, now: Snapshot): Snapshot {
  return { ...combine(now, { ...earlier, levels: {} }, (a, b) => a - b), levels: now.levels };
}

type Join = (a: number, b: number) => number;

function combine(a: Snapshot, b: Snapshot, join: Join): Snapshot {
  return {
    sums: joined(a.sums, b.sums, (x = 0, y = 0) => join(x, y)),
    levels: joined(a.levels, b.levels, (x = 0, y = 0) => join(x, y)),
    timings: joined(a.timings, b.timings, (x = [], y = []) =>
      Array.from({ length: BOUNDS.length + 2 }, (_, i) => join(x[i] ?? 0, y[i] ?? 0)),
    ),
  };
}

function joined<Value>(
  a: Readonly<Record<string, Value>>,
  b: Readonly<Record<string, Value>>,
  join: (x?: Value, y?: Value) => Value,
): Record<string, Value> {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries(Array.from(keys, key => [key, join(a[key], b[key])]));
}
