/** Loaded when monitoring asks for the first time: only this needs prom-client. */
import { AggregatorRegistry } from 'prom-client';
import { BOUNDS, type Kind, LEVELS, SUMS, TIMINGS } from './kinds.ts';
import { parseSeriesKey, type Snapshot } from './snapshot.ts';

/** In the Prometheus text format. */
export function metricsText(snapshot: Snapshot): Promise<string> {
  const metrics = [...sums(snapshot), ...timings(snapshot), ...levels(snapshot)];
  return AggregatorRegistry.aggregate([metrics]).metrics();
}

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly aggregator: 'sum';
  readonly values: readonly Value[];
}

interface Value {
  readonly labels: Readonly<Record<string, string | number>>;
  readonly value: number;
  readonly metricName?: string;
}

function sums(snapshot: Snapshot): readonly Metric[] {
  return Object.entries(SUMS).map(([kind, about]) => ({
    ...head(`porrasbotti_${underlined(kind)}_total`, about, 'counter'),
    values: ofKind(snapshot.sums, kind, about).map(([labels, value]) => ({ labels, value })),
  }));
}

function levels(snapshot: Snapshot): readonly Metric[] {
  return Object.entries(LEVELS).map(([kind, about]) => ({
    ...head(`porrasbotti_${underlined(kind)}`, about, 'gauge'),
    values: ofKind(snapshot.levels, kind, about).map(([labels, value]) => ({ labels, value })),
  }));
}

function timings(snapshot: Snapshot): readonly Metric[] {
  return Object.entries(TIMINGS).map(([kind, about]) => {
    const name = `porrasbotti_${underlined(kind)}_seconds`;
    return {
      ...head(name, about, 'histogram'),
      values: ofKind(snapshot.timings, kind, about).flatMap(([labels, counts]) =>
        bucketsOf(name, labels, counts),
      ),
    };
  });
}

/** Prometheus counts in each bucket what is in the smaller ones too. */
function bucketsOf(name: string, labels: Value['labels'], counts: readonly number[]): readonly Value[] {
  let times = 0;
  const buckets = [...BOUNDS, '+Inf'].map((le, i) => {
    times += counts[i] ?? 0;
    return { metricName: `${name}_bucket`, labels: { ...labels, le }, value: times };
  });
  return [
    ...buckets,
    { metricName: `${name}_sum`, labels, value: counts[BOUNDS.length + 1] ?? 0 },
    { metricName: `${name}_count`, labels, value: times },
  ];
}

function head(name: string, { help }: Kind, type: Metric['type']): Omit<Metric, 'values'> {
  return { name, help, type, aggregator: 'sum' };
}

/** The series of a kind, each with its labels by name. */
function ofKind<Measured>(
  all: Readonly<Record<string, Measured>>,
  wanted: string,
  { labels: names }: Kind,
): readonly (readonly [Record<string, string>, Measured])[] {
  return Object.entries(all).flatMap(([key, measured]) => {
    const { kind, labels } = parseSeriesKey(key);
    if (kind !== wanted) return [];
    return [[Object.fromEntries(names.map((name, i) => [name, labels[i] ?? ''])), measured] as const];
  });
}

function underlined(kind: string): string {
  return kind.replaceAll('-', '_');
}
