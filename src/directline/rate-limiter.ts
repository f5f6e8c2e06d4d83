import { createExpiringMap } from './expiring-map.ts';

/** Counts how often something is done under a key (an address, a conversation), in bounded memory: one number a key. */
export interface RateLimiter {
  /** Counts one and returns undefined, or returns the whole seconds to wait when that would be too many. */
  take(key: string): number | undefined;
  /** What `take` would return, without counting. */
  wait(key: string): number | undefined;
  /** Keys counted at this moment. */
  readonly size: number;
}

export interface RateLimiterOptions {
  /** So many at once, and so many in each period from then on. */
  readonly count: number;
  readonly periodMs: number;
  /** Keys remembered at a time. */
  readonly keys: number;
  readonly now: () => number;
}

/** A leaky bucket: each take pushes the key's "empty again at" forward, and may not push it beyond one period. */
export function createRateLimiter({ count, periodMs, keys, now }: RateLimiterOptions): RateLimiter {
  const emptyAt = createExpiringMap<number>({ most: keys, isOver: at => at <= now() });
  const share = periodMs / count;
  const after = (key: string) => Math.max(emptyAt.get(key) ?? 0, now()) + share;
  const wait = (key: string) => {
    const excess = after(key) - now() - periodMs;
    return excess >= 1 ? Math.ceil(excess / 1000) : undefined;
  };
  return {
    wait,
    take: key => {
      const tooMany = wait(key);
      if (tooMany !== undefined) return tooMany;
      const next = after(key);
      emptyAt.set(key, next);
      return undefined;
    },
    get size() {
      return emptyAt.size;
    },
  };
}
