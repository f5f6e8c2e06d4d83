import type { Store } from './port.ts';
import type { ReportProblem } from './problem.ts';

export interface OpenStoreOptions {
  /** Given: Redis (see parseRedisAddress for the forms). Not given: embedded, in `dataDir`. */
  readonly redisUrl?: string | undefined;
  readonly dataDir: string;
  readonly ttlDays: number;
  /** Epoch milliseconds. Redis keeps its own time. */
  readonly now: () => number;
  /** Replicas that must have a commit before it counts; only for Redis. */
  readonly waitReplicas?: number | undefined;
  readonly keyPrefix?: string | undefined;
  readonly onProblem: ReportProblem;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
const WAIT_FOR_REPLICAS_MS = 200;

/** Opens the store that the settings ask for; the other one's library is not even loaded. */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { redisUrl, dataDir, now, waitReplicas = 0, keyPrefix, onProblem } = options;
  const ttlMs = options.ttlDays * DAY_MS;
  if (redisUrl === undefined) {
    const { openEmbeddedStore } = await import('./embedded/embedded-store.ts');
    return openEmbeddedStore({ dataDir, ttlMs, now, onProblem });
  }
  const { openRedisStore } = await import('./redis/redis-store.ts');
  const wait = waitReplicas > 0 ? { count: waitReplicas, timeoutMs: WAIT_FOR_REPLICAS_MS } : undefined;
  return openRedisStore({ url: redisUrl, ttlMs, keyPrefix, waitReplicas: wait, onProblem });
}
