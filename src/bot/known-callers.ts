import { LRUCache } from 'lru-cache';

/**
 * Callers whose token was verified a moment ago, so that a conversation's next activity needs no signature check.
 * Known by the whole token with the channel and the address it came for: a stolen half opens nothing.
 */
export interface KnownCallers {
  has(caller: Caller): boolean;
  /** Remembers until the token ends (`until`, epoch milliseconds), but never for long. */
  add(caller: Caller, until: number): void;
}

export interface Caller {
  readonly authorization: string;
  readonly channelId: string;
  readonly serviceUrl: string;
}

const REMEMBERED_MS = 5 * 60_000;
const LIMIT = 2000;

export function createKnownCallers(now: () => number): KnownCallers {
  const untilByCaller = new LRUCache<string, number>({ max: LIMIT });
  return {
    has(caller) {
      const until = untilByCaller.peek(keyOf(caller));
      return until !== undefined && now() < until;
    },
    add(caller, until) {
      untilByCaller.set(keyOf(caller), Math.min(until, now() + REMEMBERED_MS));
    },
  };
}

/** A line break separates: no header value holds one. */
function keyOf({ authorization, channelId, serviceUrl }: Caller): string {
  return `${authorization}\n${channelId}\n${serviceUrl}`;
}
