import { LRUCache } from 'lru-cache';

/** Counts how often something was tried, by who or where from, in the memory of this process alone. */
export interface Tries {
  /** Whether so much was tried from there of late that nothing more may be. */
  tooMany(from: string): boolean;
  add(from: string): void;
}

interface Limit {
  readonly most: number;
  /** After so many milliseconds from the first of them, tries are forgotten. */
  readonly periodMs: number;
}

/** How many are counted at a time; then those that were counted longest ago are forgotten. */
const PLACES = 50_000;

/** `now` is epoch milliseconds. */
export function countTries({ most, periodMs }: Limit, now: () => number): Tries {
  const counted = new LRUCache<string, { since: number; count: number }>({ max: PLACES });
  const current = (from: string) => {
    const found = counted.get(from);
    return found && now() - found.since < periodMs ? found : { since: now(), count: 0 };
  };
  return {
    tooMany: from => current(from).count >= most,
    add: from => {
      const { since, count } = current(from);
      counted.set(from, { since, count: count + 1 });
    },
  };
}
