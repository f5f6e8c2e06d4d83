import { LRUCache } from 'lru-cache';

/** Teams takes seven messages a second in a thread, and refuses more for a while. */
const MOST = 7;
const WINDOW_MS = 1000;
/** Threads written to lately; of the others nothing needs to be known. */
const THREADS = 5000;

/** The returned function books the next message of a thread: how many milliseconds to wait before it is sent. */
export function createThreadThrottle(now: () => number): (thread: string) => number {
  const booked = new LRUCache<string, readonly number[]>({ max: THREADS });
  return thread => {
    const times = booked.get(thread) ?? [];
    const seventh = times.length < MOST ? undefined : times[0];
    const at = seventh === undefined ? now() : Math.max(now(), seventh + WINDOW_MS);
    booked.set(thread, [...times, at].slice(-MOST));
    return at - now();
  };
}
