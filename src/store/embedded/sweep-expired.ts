import { eraseIfStill } from './erase-conversation.ts';
import { lookAgain, partOfCommit, type Tables } from './tables.ts';

/** How many rows one sweep looks at: it must not hold up a turn. */
const ROWS_AT_ONCE = 500;

/**
 * Deletes expired conversations among the next rows from `from` on, and expired shared values. Returns where the
 * next sweep begins; undefined: at the beginning.
 */
export async function sweepExpired(
  tables: Tables,
  now: number,
  from: string | undefined,
): Promise<string | undefined> {
  lookAgain(tables);
  const range = { ...(from !== undefined && { start: from }), limit: ROWS_AT_ONCE + 1 };
  const rows = [...tables.conversations.getRange(range)];
  const expired = rows.slice(0, ROWS_AT_ONCE).filter(({ value }) => value.expiresAt <= now);
  await Promise.all(expired.map(({ key, value }) => eraseIfStill(tables, key, value)));
  await sweepShared(tables, now);
  return rows[ROWS_AT_ONCE]?.key;
}

async function sweepShared(tables: Tables, now: number): Promise<void> {
  const { shared } = tables;
  lookAgain(tables);
  const rows = [...shared.getRange({ versions: true, limit: ROWS_AT_ONCE })];
  const expired = rows.filter(({ value }) => value.expiresAt <= now);
  const remove = ({ key, version = 0 }: { key: string; version?: number }) =>
    shared.ifVersion(key, version, () => partOfCommit(shared.remove(key)));
  await Promise.all(expired.map(remove));
}
