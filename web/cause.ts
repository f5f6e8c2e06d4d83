import type { Cause } from './show-arrived.ts';

/** Keeps in mind why the next messages come. */
export interface CauseKeeper {
  /** The person pressed or wrote: what comes next is the answer. */
  readonly act: (by: 'press' | 'words') => void;
  /** What was said before comes next; calls back once it has all come. */
  readonly replay: (settled: () => void) => void;
  /** Why these messages came. */
  readonly take: () => Cause;
}

/** A replayed conversation comes in sets, one right after another. */
const SETTLE_MS = 250;

export function createCause(): CauseKeeper {
  let next: Cause = 'other';
  let settled: () => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    if (next === 'replay') next = 'other';
    settled();
  };
  return {
    act: by => {
      clearTimeout(timer);
      next = by;
    },
    replay: whenSettled => {
      next = 'replay';
      settled = whenSettled;
    },
    take: () => {
      const now = next;
      if (now === 'replay') {
        clearTimeout(timer);
        timer = setTimeout(settle, SETTLE_MS);
      } else next = 'other';
      return now;
    },
  };
}
