import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Database, open as openDatabase, type RootDatabase } from 'lmdb';
import type { EntryId } from '../entry-id.ts';
import { StoreUnavailable } from '../port.ts';
import { createDiskRoom, type DiskRoom } from './disk-room.ts';
import { EntryIds } from './entry-ids.ts';
import { partOfCommit } from './lmdb-failure.ts';

/** One conversation. Its version is also the row's LMDB version, which every write is made conditional on. */
export interface Conversation {
  /** `[channel, conversation]` as JSON, in which any text survives. */
  readonly key: string;
  readonly version: string;
  readonly record: string;
  /** Epoch milliseconds. Log and outbox live and die with the row. */
  readonly expiresAt: number;
  /** The last id given to an entry of the log or the outbox. */
  readonly lastId: EntryId;
  readonly logCount: number;
  /** What the commit of this version appended: the answer for a commit that is given again. */
  readonly logIds: readonly EntryId[];
  readonly outboxIds: readonly EntryId[];
}

export interface SharedValue {
  readonly value: string;
  readonly expiresAt: number;
}

/** The reminder of the conversation whose name it is under. */
export interface ReminderRow {
  /** As in Conversation. */
  readonly key: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly value: string;
  readonly expiresAt: number;
}

/** A member of a collection. */
interface MemberRow {
  /** As formatMember wrote it: the key holds only a safe name. */
  readonly member: string;
  readonly value: string;
}

/** The safe names of the collection and of the member: all of one collection lie side by side. */
export type MemberKey = [collection: string, member: string];

/** The conversation's name, then the two numbers of the entry's id: so entries lie in their order. */
export type EntryKey = [name: string, ms: number, seq: number];

export interface Tables {
  readonly root: RootDatabase;
  readonly conversations: Database<Conversation, string>;
  readonly log: Database<string, EntryKey>;
  readonly outbox: Database<string, EntryKey>;
  readonly shared: Database<SharedValue, string>;
  /** Names taken for a while. */
  readonly claims: Database<SharedValue, string>;
  readonly reminders: Database<ReminderRow, string>;
  /** When each collection ends; its members live and die with this row. */
  readonly collections: Database<{ expiresAt: number }, string>;
  readonly members: Database<MemberRow, MemberKey>;
  readonly ids: EntryIds;
  readonly room: DiskRoom;
}

/** LMDB must not be opened twice in one process: whoever opens the same folder again shares what is open. */
const openFolders = new Map<string, { tables: Tables; users: number }>();

/** Opens the folder's database, making both when missing; only this user may read them. */
export function openTables(dataDir: string, keptFree?: number): Tables {
  const folder = resolve(dataDir);
  const opened = openFolders.get(folder) ?? { tables: open(folder, keptFree), users: 0 };
  opened.users += 1;
  openFolders.set(folder, opened);
  return opened.tables;
}

/** Ends one use of the tables; the last one waits for the writes under way and closes the database. */
export async function closeTables(tables: Tables): Promise<void> {
  for (const [folder, opened] of openFolders) {
    if (opened.tables !== tables) continue;
    opened.users -= 1;
    if (opened.users > 0) return;
    openFolders.delete(folder);
    await tables.root.close();
  }
}

/**
 * To be called before reading: LMDB shows the state as of some moment ago until told to look again, and a commit
 * of another process would go unseen. After closing it throws, where LMDB would bring down the process.
 */
export function lookAgain(tables: Tables): void {
  const isOpen = [...openFolders.values()].some(opened => opened.tables === tables);
  if (!isOpen) throw new StoreUnavailable('closed');
  tables.root.resetReadTxn();
}

function open(folder: string, keptFree: number | undefined): Tables {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // lmdb would open a batch for each turn of the event loop, whose own promise nobody could catch when the disk is full.
  const root = openDatabase({ path: folder, noSubdir: false, eventTurnBatching: false });
  return {
    root,
    conversations: root.openDB({ name: 'conversations-1', useVersions: true }),
    log: root.openDB({ name: 'log-1', encoding: 'string' }),
    outbox: root.openDB({ name: 'outbox-1', encoding: 'string' }),
    shared: root.openDB({ name: 'shared-1', useVersions: true }),
    claims: root.openDB({ name: 'claims-1', useVersions: true }),
    reminders: root.openDB({ name: 'reminders-1', useVersions: true }),
    collections: root.openDB({ name: 'collections-1' }),
    members: root.openDB({ name: 'members-1' }),
    ids: new EntryIds(),
    room: createDiskRoom(folder, keptFree),
  };
}

/** All entries of one conversation, or those after an id. */
export function entriesOf(name: string, after?: EntryId): { start: EntryKey; end: EntryKey } {
  const start: EntryKey = after ? [name, after.ms, after.seq + 1] : [name, 0, 0];
  return { start, end: [name, Number.MAX_SAFE_INTEGER, 0] };
}

/** Removes a conversation's entries; part of whatever conditional write it is called in. */
export function removeEntries({ log, outbox }: Tables, name: string): void {
  for (const entry of log.getKeys(entriesOf(name))) partOfCommit(log.remove(entry));
  for (const entry of outbox.getKeys(entriesOf(name))) partOfCommit(outbox.remove(entry));
}

export function entryKey(name: string, { ms, seq }: EntryId): EntryKey {
  return [name, ms, seq];
}
