/** A map whose entries lapse: of a million addresses that called last week it holds those whose count is not yet over. */
export interface ExpiringMap<T> {
  get(key: string): T | undefined;
  /** Keeps the value, and makes the key the latest one. */
  set(key: string, value: T): void;
  readonly size: number;
}

export interface ExpiringMapOptions<T> {
  /** Entries at a time; beyond that the one set longest ago goes. */
  readonly most: number;
  /** Whether an entry has lapsed. */
  readonly isOver: (value: T) => boolean;
}

/** Each new entry removes up to so many lapsed ones: the map shrinks without ever being gone through as a whole. */
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
