import { Counter, Registry } from 'prom-client';

/** Counts for following the service's quality (digipalvelulaki 6 a §): what happened how often, never to whom. */
export interface Counters {
  count(event: string, step?: string): void;
  /** All counts in the Prometheus text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

export function createCounters(): Counters {
  const registry = new Registry();
  const events = new Counter({
    name: 'porrasbotti_events_total',
    help: 'What happened in conversations: started, answered, reprompted, finished, contact, feedback-up, feedback-down.',
    labelNames: ['event', 'step'],
    registers: [registry],
  });
  return {
    count: (event, step = '') => events.inc({ event, step }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
