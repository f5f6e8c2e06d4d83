/** Figures for following the service's quality (digipalvelulaki 306/2019, 6 a §): what happened how often, never to whom. */
import { type Store, StoreUnavailable } from '../store/port.ts';
import type { Meter } from './meter.ts';
import { createSharedCounts } from './shared-counts.ts';
import { NOTHING, parseSeriesKey, type Snapshot } from './snapshot.ts';

/** How often something happened, at a step where it has one. */
export interface Counted {
  readonly event: string;
  readonly step: string;
  readonly times: number;
}

export interface Metrics {
  /** What this process counts with. */
  readonly meter: Meter;
  /** What has happened in conversations, in all processes. Throws StoreUnavailable. */
  events(): Promise<readonly Counted[]>;
  /** All that is measured, of all processes; where the store does not answer, `store-up: 0` alone. */
  read(): Promise<Snapshot>;
  /** `read` in the Prometheus text format. */
  text(): Promise<string>;
  readonly contentType: string;
  /** How to find out, when somebody asks, for how many seconds the oldest unsent reply has waited; undefined: there is none. */
  setOldestUnsent(read: () => Promise<number | undefined>): void;
  /** Writes down for the other processes what this one has counted; to be called every PUBLISH_MS. Never rejects. */
  publish(): Promise<void>;
  /** The same for the last time, when the process stops: it no longer counts as one that serves. Never rejects. */
  leave(): Promise<void>;
}

export interface MetricsOptions {
  readonly meter: Meter;
  readonly store: Pick<Store, 'collect' | 'gather' | 'withdraw' | 'claim'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

export function createMetrics(options: MetricsOptions): Metrics {
  const shared = createSharedCounts(options);
  let oldestUnsent: () => Promise<number | undefined> = async () => undefined;
  const read = async (): Promise<Snapshot> => {
    try {
      const [all, oldest] = await Promise.all([shared.read(), oldestUnsent()]);
      const levels = { ...all.levels, ...leftOpen(all), 'store-up': 1, 'oldest-unsent-seconds': oldest ?? 0 };
      return { ...all, levels };
    } catch (error) {
      if (error instanceof StoreUnavailable) return { ...NOTHING, levels: { 'store-up': 0 } };
      throw error;
    }
  };
  return {
    meter: options.meter,
    events: async () => eventsOf(await shared.read()),
    read,
    text: async () => (await import('./metrics-text.ts')).metricsText(await read()),
    contentType: 'text/plain; version=0.0.4; charset=utf-8',
    setOldestUnsent: given => {
      oldestUnsent = given;
    },
    publish: () => shared.publish().catch(() => undefined),
    leave: () => shared.leave().catch(() => undefined),
  };
}

function eventsOf({ sums }: Snapshot): readonly Counted[] {
  return Object.entries(sums).flatMap(([key, times]) => {
    const { kind, labels } = parseSeriesKey(key);
    const [event = '', step = ''] = labels;
    return kind === 'events' ? [{ event, step, times }] : [];
  });
}

/** Where people stop: step by step, how often it was asked and not answered. Some of them are still on their way. */
function leftOpen(snapshot: Snapshot): Record<string, number> {
  const open = new Map<string, number>();
  for (const { event, step, times } of eventsOf(snapshot)) {
    if (step === '') continue;
    const sign = event === 'asked' ? 1 : event === 'answered' ? -1 : 0;
    open.set(step, (open.get(step) ?? 0) + sign * times);
  }
  return Object.fromEntries(
    Array.from(open, ([step, times]) => [`steps-left-open ${step}`, Math.max(0, times)]),
  );
}
