import { parseKey } from '../conversation-key.ts';
import type { ConversationKey } from '../port.ts';
import { type EntryKey, lookAgain, type Tables } from './tables.ts';

interface Wanted {
  /** Epoch milliseconds, as all times here. */
  readonly now: number;
  /** The time from which on an entry is too fresh. */
  readonly before: number;
  readonly limit: number;
}

interface Waiting {
  readonly key: string;
  readonly since: number;
}

/**
 * Conversations whose oldest outbox entry is from before that time, the longest waiting first. Entries are removed once
 * delivered, so few conversations have any, and this leaps from one to the next.
 */
export function findUndelivered(tables: Tables, { now, before, limit }: Wanted): readonly ConversationKey[] {
  lookAgain(tables);
  const waiting: Waiting[] = [];
  for (let oldest = nextOldest(tables); oldest; oldest = nextOldest(tables, oldest[0])) {
    const [name, since] = oldest;
    const row = tables.conversations.get(name);
    if (row && row.expiresAt > now && since <= before) waiting.push({ key: row.key, since });
  }
  return waiting
    .sort((a, b) => a.since - b.since)
    .slice(0, limit)
    .flatMap(({ key }) => parseKey(key) ?? []);
}

/** The oldest entry of the next conversation after a name, of which none is empty. */
function nextOldest({ outbox }: Tables, after = ''): EntryKey | undefined {
  const start: EntryKey = [after, Number.MAX_SAFE_INTEGER, 0];
  return [...outbox.getKeys({ start, limit: 1 })][0];
}
