/** Loaded when monitoring asks for the first time: counting needs none of the library. */
import { Counter, Registry } from 'prom-client';

export interface Counted {
  readonly event: string;
  readonly step: string;
  readonly times: number;
}

/** All counts in the Prometheus text format. */
export async function countsAsMetrics(counts: readonly Counted[]): Promise<string> {
  const registry = new Registry();
  const counter = new Counter({
    name: 'porrasbotti_events_total',
    help: 'What happened in conversations: started, asked, answered, reprompted, finished, contact, feedback-up, feedback-down.',
    labelNames: ['event', 'step'] as const,
    registers: [registry],
  });
  for (const { event, step, times } of counts) counter.inc({ event, step }, times);
  return registry.metrics();
}
