import { Counter, Registry } from 'prom-client';

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

export interface Counted {
  readonly event: string;
  readonly step: string;
  readonly times: number;
}

export function createCounters(): Counters {
  const registry = new Registry();
  const events = new Counter({
    name: 'porrasbotti_events_total',
    help: 'What happened in conversations: started, asked, answered, reprompted, finished, contact, feedback-up, feedback-down.',
    labelNames: ['event', 'step'] as const,
    registers: [registry],
  });
  return {
    count: (event, step = '') => events.inc({ event, step }),
    read: async () => {
      const { values } = await events.get();
      return values.map(({ labels, value }) => ({
        event: String(labels.event),
        step: String(labels.step),
        times: value,
      }));
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
