/** What one process has measured as OTLP's JSON: the body of `POST /v1/metrics` (opentelemetry-proto 1). */
import { BOUNDS, type Kind, LEVELS, SUMS, TIMINGS } from './kinds.ts';
import { parseSeriesKey, type Snapshot } from './snapshot.ts';

export interface OtlpOptions {
  /** What describes the process: `service.name` and the like. */
  readonly resource: Readonly<Record<string, string>>;
  /** Epoch milliseconds: since when has been counted, and until when. */
  readonly from: number;
  readonly to: number;
}

export function otlpMetrics(snapshot: Snapshot, { resource, from, to }: OtlpOptions): object {
  const time = { startTimeUnixNano: nanoseconds(from), timeUnixNano: nanoseconds(to) };
  const metrics = [
    ...metricsOf(snapshot.sums, SUM, time),
    ...metricsOf(snapshot.levels, GAUGE, time),
    ...metricsOf(snapshot.timings, HISTOGRAM, time),
  ];
  const scopeMetrics = [{ scope: { name: 'porrasbotti' }, metrics }];
  return { resourceMetrics: [{ resource: { attributes: attributes(resource) }, scopeMetrics }] };
}

/** How one form of metric is written. */
interface Form<Measured> {
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly unit: string;
  readonly point: (measured: Measured) => object;
  readonly metric: (dataPoints: readonly object[]) => object;
}

/** Counted since the start of the process. */
const CUMULATIVE = { aggregationTemporality: 2 };

const SUM: Form<number> = {
  kinds: SUMS,
  unit: '1',
  point: times => ({ asInt: String(times) }),
  metric: dataPoints => ({ sum: { ...CUMULATIVE, isMonotonic: true, dataPoints } }),
};

const GAUGE: Form<number> = {
  kinds: LEVELS,
  unit: '1',
  point: level => ({ asDouble: level }),
  metric: dataPoints => ({ gauge: { dataPoints } }),
};

const HISTOGRAM: Form<readonly number[]> = {
  kinds: TIMINGS,
  unit: 's',
  point: counts => {
    const bucketCounts = counts.slice(0, BOUNDS.length + 1);
    return {
      count: String(bucketCounts.reduce((sum, times) => sum + times, 0)),
      sum: counts[BOUNDS.length + 1] ?? 0,
      bucketCounts: bucketCounts.map(String),
      explicitBounds: BOUNDS,
    };
  },
  metric: dataPoints => ({ histogram: { ...CUMULATIVE, dataPoints } }),
};

function metricsOf<Measured>(
  all: Readonly<Record<string, Measured>>,
  { kinds, unit, point, metric }: Form<Measured>,
  time: object,
): readonly object[] {
  return Object.entries(kinds).flatMap(([kind, { help, labels }]) => {
    const dataPoints = Object.entries(all).flatMap(([key, measured]) => {
      const series = parseSeriesKey(key);
      if (series.kind !== kind) return [];
      const named = Object.fromEntries(labels.map((name, i) => [name, series.labels[i] ?? '']));
      return [{ attributes: attributes(named), ...time, ...point(measured) }];
    });
    if (dataPoints.length === 0) return [];
    return [{ name: `porrasbotti.${kind}`, description: help, unit, ...metric(dataPoints) }];
  });
}

function attributes(named: Readonly<Record<string, string>>): readonly object[] {
  return Object.entries(named).map(([key, value]) => ({ key, value: { stringValue: value } }));
}

/** As text: JSON has no room for so large a whole number. */
function nanoseconds(milliseconds: number): string {
  return `${Math.floor(milliseconds)}000000`;
}
