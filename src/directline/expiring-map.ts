/** A table of those heard of lately: it grows with how many there are at a time, not with how many there ever were. */
export interface ExpiringMap<T> {
  get(key: string): T | undefined;
  /** Keeps the value and counts the key as heard of just now. */
  set(key: string, value: T): void;
  readonly size: number;
}

export interface ExpiringMapOptions<T> {
  /** Entries at a time; beyond that the one unheard of longest goes. */
  readonly most: number;
  /** Whether an entry has nothing to tell any more. */
  readonly isOver: (value: T) => boolean;
}

/** So many that are over go with each that comes: the table shrinks, and nobody waits for it. */
const GONE_AT_ONCE = 2;

export function createExpiringMap<T>({ most, isOver }: ExpiringMapOptions<T>): ExpiringMap<T> {
  // Maps keep the order of insertion, and every set inserts anew.
  const entries = new Map<string, T>();
  const forget = () => {
    let gone = 0;
    for (const [key, value] of entries) {
      if (entries.size <= most && (gone === GONE_AT_ONCE || !isOver(value))) return;
      entries.delete(key);
      gone += 1;
    }
  };
  return {
    get: key => entries.get(key),
    set: (key, value) => {
      entries.delete(key);
      entries.set(key, value);
      forget();
    },
    get size() {
      return entries.size;
    },
  };
}
