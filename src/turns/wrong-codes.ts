import { LRUCache } from 'lru-cache';

/** Counts wrong codes by where they come from, in the memory of this process alone. */
export interface WrongCodes {
  /** Whether so many came from there of late that none is looked up. */
  tooMany(from: string): boolean;
  add(from: string): void;
}

/** A whole council sits behind one address, and some of it mistypes. Of a thousand million codes thirty are nothing. */
const MOST = 30;
const PERIOD_MS = 10 * 60_000;
const PLACES = 50_000;

/** `now` is epoch milliseconds. */
export function countWrongCodes(now: () => number): WrongCodes {
  const counted = new LRUCache<string, { since: number; count: number }>({ max: PLACES });
  const current = (from: string) => {
    const found = counted.get(from);
    return found && now() - found.since < PERIOD_MS ? found : { since: now(), count: 0 };
  };
  return {
    tooMany: from => current(from).count >= MOST,
    add: from => {
      const { since, count } = current(from);
      counted.set(from, { since, count: count + 1 });
    },
  };
}
