/** Counts how often something is done under a key, in bounded memory: one number a key, the least recent key goes first. */
export interface Rate {
  /** Counts one and returns undefined, or returns the whole seconds to wait when that would be too many. */
  take(key: string): number | undefined;
}

export interface RateOptions {
  /** So many at once, and so many in each period from then on. */
  readonly count: number;
  readonly periodMs: number;
  /** Keys remembered at a time. */
  readonly keys: number;
  readonly now: () => number;
}

/** A leaky bucket: each take pushes the key's "empty again at" forward, and may not push it beyond one period. */
export function createRate({ count, periodMs, keys, now }: RateOptions): Rate {
  const emptyAt = new Map<string, number>();
  const share = periodMs / count;
  return {
    take: key => {
      const next = Math.max(emptyAt.get(key) ?? 0, now()) + share;
      const excess = next - now() - periodMs;
      if (excess >= 1) return Math.ceil(excess / 1000);
      emptyAt.delete(key);
      emptyAt.set(key, next);
      forgetOldest(emptyAt, keys);
      return undefined;
    },
  };
}

/** Maps keep the order of insertion, and every take inserts anew. */
function forgetOldest(map: Map<string, unknown>, size: number): void {
  for (const key of map.keys()) {
    if (map.size <= size) return;
    map.delete(key);
  }
}
