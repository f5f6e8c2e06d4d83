import type { Database } from 'lmdb';
import { problemDetail, type ReportProblem } from '../problem.ts';
import { sweepCollections } from './collections.ts';
import { failingWithCause, partOfCommit } from './lmdb-failure.ts';
import { rowVersion } from './row-version.ts';
import { type Conversation, lookAgain, removeEntries, type Tables } from './tables.ts';

/** How many rows one sweep looks at: it must not hold up a turn. */
const ROWS_AT_ONCE = 500;

const SWEEP_EVERY_MS = 30_000;

/** Sweeps now and then, until the function returned is called. `now`: epoch milliseconds. */
export function startSweeping(
  tables: Tables,
  { now, onProblem }: { now: () => number; onProblem: ReportProblem },
): () => void {
  let from: string | undefined;
  let state: 'going' | 'ended' = 'going';
  const sweep = async () => {
    try {
      tables.room.check('freeing');
      from = await failingWithCause(onProblem, () => sweepExpired(tables, now(), from));
    } catch (error) {
      if (state === 'going') onProblem('sweep-failed', problemDetail(error));
    }
  };
  const sweeping = setInterval(() => void sweep(), SWEEP_EVERY_MS).unref();
  return () => {
    state = 'ended';
    clearInterval(sweeping);
  };
}

/**
 * Deletes expired conversations among the next rows from `from` on, and expired values, claims, reminders and
 * collections. Returns where the next sweep begins; undefined: at the beginning.
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
  for (const table of [tables.shared, tables.claims, tables.reminders]) await sweepNames(tables, table, now);
  await sweepCollections(tables, now, ROWS_AT_ONCE);
  return rows[ROWS_AT_ONCE]?.key;
}

/** Removes the conversation on the condition that nobody has committed since the row was read. */
function eraseIfStill(tables: Tables, name: string, row: Conversation): Promise<boolean> {
  return tables.conversations.ifVersion(name, rowVersion(row.version), () => {
    partOfCommit(tables.conversations.remove(name));
    removeEntries(tables, name);
  });
}

/** There are few of these beside the conversations. */
async function sweepNames(
  tables: Tables,
  table: Database<{ expiresAt: number }, string>,
  now: number,
): Promise<void> {
  lookAgain(tables);
  const rows = table.getRange({ versions: true }).filter(({ value }) => value.expiresAt <= now);
  const expired = [...rows].slice(0, ROWS_AT_ONCE);
  const remove = ({ key, version = 0 }: { key: string; version?: number }) =>
    table.ifVersion(key, version, () => partOfCommit(table.remove(key)));
  await Promise.all(expired.map(remove));
}
