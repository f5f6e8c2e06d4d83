/** Sends what this process measures to a collector of OpenTelemetry, now and then. */
import type { Meter } from './meter.ts';
import { otlpMetrics } from './otlp.ts';

export interface TelemetryOptions {
  readonly meter: Pick<Meter, 'snapshot'>;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly resource: Readonly<Record<string, string>>;
  /** Tells this process from the others. */
  readonly instance: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told once an outage of the collector, by the status or the kind of failure. */
  readonly onTrouble: (reason: string) => void;
}

export interface Telemetry {
  /** Sends everything counted so far. Never rejects: sums only grow, so the next sending makes up for one that failed. */
  send(): Promise<void>;
}

const TIMEOUT_MS = 10_000;

export function createTelemetry(options: TelemetryOptions): Telemetry {
  const { meter, url, headers, now, onTrouble } = options;
  const from = now();
  const resource = { ...options.resource, 'service.instance.id': options.instance };
  let last: 'sent' | 'failed' = 'sent';
  return {
    async send() {
      const body = JSON.stringify(otlpMetrics(meter.snapshot(), { resource, from, to: now() }));
      const problem = await post(url, { ...headers, 'content-type': 'application/json' }, body);
      if (problem !== undefined && last === 'sent') onTrouble(problem);
      last = problem === undefined ? 'sent' : 'failed';
    },
  };
}

/** What went wrong, in a word; undefined when it was taken. */
async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
    await response.arrayBuffer();
    return response.ok ? undefined : String(response.status);
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown';
  }
}
