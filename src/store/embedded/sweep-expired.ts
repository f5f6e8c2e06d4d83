import { eraseIfStill } from './erase-conversation.ts';
import type { Tables } from './tables.ts';

/** How many rows one sweep looks at: it must not hold up a turn. */
const ROWS_AT_ONCE = 500;

/**
 * Deletes expired conversations among the next rows after `from`. Returns where the next sweep begins,
 * undefined for the beginning.
 */
export async function sweepExpired(
  tables: Tables,
  now: number,
  from: string | undefined,
): Promise<string | undefined> {
  const range = from === undefined ? {} : { start: from };
  let next: string | undefined;
  let seen = 0;
  for (const { key: name, value: row } of tables.conversations.getRange({
    ...range,
    limit: ROWS_AT_ONCE + 1,
  })) {
    seen += 1;
    next = seen > ROWS_AT_ONCE ? name : undefined;
    if (next === undefined && row.expiresAt <= now) await eraseIfStill(tables, name, row);
  }
  for (const { key: name, value } of tables.shared.getRange({ limit: ROWS_AT_ONCE })) {
    if (value.expiresAt <= now) await tables.shared.remove(name);
  }
  return next;
}
