import { LRUCache } from 'lru-cache';

/** Codes that one conversation may try in an hour. */
const MOST_TRIES = 10;
const HOUR_MS = 3_600_000;

/**
 * Counts the codes tried in each conversation, in the memory of this process: false once those were enough. What a channel
 * counts of its callers (`mayGuess`) comes beside it.
 */
export function createCodeTries(): (conversation: string) => boolean {
  const tried = new LRUCache<string, number>({ max: 10_000, ttl: HOUR_MS, noUpdateTTL: true });
  return conversation => {
    const count = (tried.get(conversation) ?? 0) + 1;
    tried.set(conversation, count);
    return count <= MOST_TRIES;
  };
}
