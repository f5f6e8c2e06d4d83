import type { Counted } from './counts-as-metrics.ts';

/**
 * Counts for following the service's quality (digipalvelulaki 306/2019, 6 a §): what happened how often, never to
 * whom. They are of this process, from its start.
 */
export interface Counters {
  count(event: string, step?: string): void;
  /** Every count: the event, the step where it has one, and how often. */
  read(): Promise<readonly Counted[]>;
  /** All counts in the Prometheus text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

export function createCounters(): Counters {
  /** Event → step → times. */
  const events = new Map<string, Map<string, number>>();
  const read = () =>
    [...events].flatMap(([event, steps]) => [...steps].map(([step, times]) => ({ event, step, times })));
  return {
    count(event, step = '') {
      const steps = events.get(event) ?? new Map<string, number>();
      events.set(event, steps.set(step, (steps.get(step) ?? 0) + 1));
    },
    read: async () => read(),
    text: async () => (await import('./counts-as-metrics.ts')).countsAsMetrics(read()),
    contentType: 'text/plain; version=0.0.4; charset=utf-8',
  };
}
