import type { Database } from 'lmdb';
import { formatKey } from '../conversation-key.ts';
import { type EntryId, formatEntryId } from '../entry-id.ts';
import {
  type CollectWith,
  type Commit,
  type CommitOutcome,
  type ConversationKey,
  LOG_KEPT,
} from '../port.ts';
import { collectWithin } from './collections.ts';
import { partOfCommit } from './lmdb-failure.ts';
import { rowVersion } from './row-version.ts';
import {
  type Conversation,
  type EntryKey,
  entriesOf,
  entryKey,
  lookAgain,
  removeEntries,
  type Tables,
} from './tables.ts';

const NO_ID: EntryId = { ms: 0, seq: 0 };

export interface CommitCall {
  readonly name: string;
  readonly key: ConversationKey;
  readonly commit: Commit;
  readonly token: string;
  readonly now: number;
  readonly ttlMs: number;
}

/**
 * Works out the new row from the one read, and writes everything on the condition that the row is still that
 * one: LMDB checks it inside the write transaction, which only one process at a time can be in.
 */
export async function commitConversation(tables: Tables, call: CommitCall): Promise<CommitOutcome> {
  lookAgain(tables);
  const found = tables.conversations.get(call.name);
  const live = found && found.expiresAt > call.now ? found : undefined;
  if (live?.version === call.token) return committed(live);
  if (live?.version !== call.commit.expected) return { kind: 'conflict' };
  const anew = !live || call.commit.erasure === 'done';
  const logCount = anew ? 0 : live.logCount;
  const row = nextRow(tables, call, { lastId: found?.lastId ?? NO_ID, logCount });
  const write = () => {
    if (anew) removeEntries(tables, call.name);
    if (call.commit.erasure === 'done') partOfCommit(tables.reminders.remove(call.name));
    writeRow(tables, call, row);
  };
  const { collect } = call.commit;
  if (collect) return collecting(tables, { ...call, collect, found, row }, write);
  const written = found
    ? await tables.conversations.ifVersion(call.name, rowVersion(found.version), write)
    : await tables.conversations.ifNoExists(call.name, write);
  return written ? committed(row) : { kind: 'conflict' };
}

interface Collecting extends Pick<CommitCall, 'name' | 'now'> {
  readonly collect: CollectWith;
  readonly found: Conversation | undefined;
  readonly row: Conversation;
}

/**
 * `ifVersion` of lmdb looks at one row of one table. A ballot depends on a member of another table as well (the round it
 * is given in), so both conditions are looked at within a transaction.
 */
function collecting(
  tables: Tables,
  { name, now, collect, found, row }: Collecting,
  write: () => void,
): Promise<CommitOutcome> {
  return tables.root.transaction(() => {
    if (tables.conversations.get(name)?.version !== found?.version) return { kind: 'conflict' };
    const asked = { name: collect.name, member: collect.member, now };
    if (collectWithin(tables, asked, collect) === 'left-out') return { kind: 'left-out' };
    write();
    return committed(row);
  });
}

function nextRow(
  { ids }: Tables,
  { key, commit, token, now, ttlMs }: CommitCall,
  before: Pick<Conversation, 'lastId' | 'logCount'>,
): Conversation {
  const { record, log = [], outbox = [] } = commit;
  const taken = ids.take(log.length + outbox.length, before.lastId, now);
  return {
    key: formatKey(key),
    version: token,
    record,
    expiresAt: now + ttlMs,
    lastId: taken.at(-1) ?? before.lastId,
    logCount: before.logCount + log.length,
    logIds: taken.slice(0, log.length),
    outboxIds: taken.slice(log.length),
  };
}

function writeRow(tables: Tables, { name, commit }: CommitCall, row: Conversation): void {
  const tooMany = Math.max(0, row.logCount - LOG_KEPT);
  const oldest = [...tables.log.getKeys({ ...entriesOf(name), limit: tooMany })];
  for (const entry of oldest) partOfCommit(tables.log.remove(entry));
  const trimmed = { ...row, logCount: row.logCount - oldest.length };
  partOfCommit(tables.conversations.put(name, trimmed, rowVersion(row.version)));
  append(tables.log, { name, ids: row.logIds, values: commit.log ?? [] });
  append(tables.outbox, { name, ids: row.outboxIds, values: commit.outbox ?? [] });
}

interface Appended {
  readonly name: string;
  readonly ids: readonly EntryId[];
  readonly values: readonly string[];
}

function append(table: Database<string, EntryKey>, { name, ids, values }: Appended): void {
  for (const [i, id] of ids.entries()) partOfCommit(table.put(entryKey(name, id), values[i] ?? ''));
}

function committed({ version, logIds, outboxIds }: Conversation): CommitOutcome {
  return {
    kind: 'committed',
    version,
    logIds: logIds.map(formatEntryId),
    outboxIds: outboxIds.map(formatEntryId),
  };
}
