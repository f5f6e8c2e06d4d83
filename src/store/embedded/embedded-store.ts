import { answerInTime } from '../answer-in-time.ts';
import { CommitTokens } from '../commit-tokens.ts';
import { formatEntryId, parseEntryId } from '../entry-id.ts';
import type {
  Collected,
  Collection,
  CollectOutcome,
  Commit,
  CommitOutcome,
  ConversationKey,
  DueReminder,
  Loaded,
  LogEntry,
  LogListener,
  Reminder,
  Store,
  StoreHealth,
  StoreUnavailable,
} from '../port.ts';
import type { ReportProblem } from '../problem.ts';
import { safeName } from '../safe-name.ts';
import { claim, claimed, release } from './claims.ts';
import { collect, gather, withdraw } from './collections.ts';
import { commitConversation } from './commit-conversation.ts';
import { type DiskRoom, telling } from './disk-room.ts';
import { findUndelivered } from './find-undelivered.ts';
import { keepShared } from './keep-shared.ts';
import { failingWithCause } from './lmdb-failure.ts';
import { LogWatch } from './log-watch.ts';
import { findDueReminders, setReminder } from './reminders.ts';
import { startSweeping } from './sweep-expired.ts';
import {
  type Conversation,
  closeTables,
  entriesOf,
  entryKey,
  lookAgain,
  openTables,
  type Tables,
} from './tables.ts';

export interface EmbeddedStoreOptions {
  /** A folder on a local disk. Several processes of one machine may share it. */
  readonly dataDir: string;
  readonly ttlMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Bytes of the disk that are left to others; below that nothing is taken in. */
  readonly keptFree?: number;
  readonly onProblem: ReportProblem;
}

/**
 * The store for a machine with nothing installed. What is committed survives the death of the process at any
 * moment. Throws at once when the folder cannot be made or is no database.
 */
export function openEmbeddedStore(options: EmbeddedStoreOptions): Store {
  return new EmbeddedStore(options);
}

class EmbeddedStore implements Store {
  readonly #options: EmbeddedStoreOptions;
  readonly #tables: Tables;
  readonly #room: DiskRoom;
  readonly #watch: LogWatch;
  readonly #tokens = new CommitTokens();
  readonly #endSweeping: () => void;
  #closing: Promise<void> | undefined;

  constructor(options: EmbeddedStoreOptions) {
    this.#options = options;
    this.#tables = openTables(options.dataDir, options.keptFree);
    this.#room = telling(this.#tables.room, options.onProblem);
    this.#watch = new LogWatch(name => this.#live(name)?.version);
    this.#endSweeping = startSweeping(this.#tables, options);
  }

  load(key: ConversationKey, what: 'all' | 'record' = 'all'): Promise<Loaded> {
    return answerInTime(async () => {
      const name = nameOf(key);
      const row = this.#live(name);
      if (!row) return { record: undefined, version: undefined, outbox: [] };
      const outbox = what === 'all' ? [...this.#tables.outbox.getRange(entriesOf(name)).map(toEntry)] : [];
      return { record: row.record, version: row.version, outbox };
    });
  }

  async commit(key: ConversationKey, commit: Commit): Promise<CommitOutcome> {
    const name = nameOf(key);
    const { ttlMs, now } = this.#options;
    const outcome = await this.#tokens.use(commit, token =>
      this.#write(commit.erasure ? 'freeing' : 'adding', () =>
        commitConversation(this.#tables, { name, key, commit, token, now: now(), ttlMs }),
      ),
    );
    if (outcome.kind === 'committed' && commit.log?.length)
      this.#watch.wake(name, { by: 'this-store', upTo: outcome.logIds.at(-1) });
    return outcome;
  }

  /** Here a commit that can be read has nothing more to wait for. */
  async confirm(): Promise<'kept'> {
    return 'kept';
  }

  async acknowledge(key: ConversationKey, ids: readonly string[]): Promise<void> {
    const name = nameOf(key);
    await this.#write('freeing', async () => {
      lookAgain(this.#tables);
      const known = ids.map(parseEntryId).filter(id => id !== undefined);
      await Promise.all(known.map(id => this.#tables.outbox.remove(entryKey(name, id))));
    });
  }

  readLog(key: ConversationKey, after: string | undefined, limit: number): Promise<readonly LogEntry[]> {
    return answerInTime(async () => {
      const name = nameOf(key);
      if (!this.#live(name)) return [];
      const range = entriesOf(name, after === undefined ? undefined : parseEntryId(after));
      return [...this.#tables.log.getRange({ ...range, limit }).map(toEntry)];
    });
  }

  listen(key: ConversationKey, listener: LogListener): Promise<() => Promise<void>> {
    return answerInTime(async () => {
      const leave = this.#watch.listen(nameOf(key), listener);
      return async () => leave();
    });
  }

  undelivered(olderThanMs: number, limit: number): Promise<readonly ConversationKey[]> {
    const now = this.#options.now();
    return answerInTime(async () => findUndelivered(this.#tables, { now, before: now - olderThanMs, limit }));
  }

  shared(name: string, create: () => string): Promise<string> {
    const { now, ttlMs, onProblem } = this.#options;
    const wanted = { create, now: now(), ttlMs, onProblem };
    return answerInTime(() => keepShared(this.#tables, safeName(name), wanted));
  }

  claim(name: string, value: string, ttlMs: number): Promise<boolean> {
    const now = this.#options.now();
    return this.#write('adding', () => claim(this.#tables, { name: safeName(name), value, now, ttlMs }));
  }

  claimed(name: string): Promise<string | undefined> {
    return answerInTime(async () => claimed(this.#tables, safeName(name), this.#options.now()));
  }

  release(name: string, value: string): Promise<void> {
    return this.#write('freeing', () => release(this.#tables, safeName(name), value));
  }

  remind(key: ConversationKey, reminder: Reminder | undefined): Promise<void> {
    const conversation = { name: nameOf(key), key, now: this.#options.now() };
    return this.#write(reminder ? 'adding' : 'freeing', () =>
      setReminder(this.#tables, conversation, reminder),
    );
  }

  dueReminders(before: number, limit: number): Promise<readonly DueReminder[]> {
    const now = this.#options.now();
    return answerInTime(async () => findDueReminders(this.#tables, { now, before, limit }));
  }

  collect(name: string, member: string, collected: Collected): Promise<CollectOutcome> {
    const asked = { name, member, now: this.#options.now() };
    return this.#write('adding', () => collect(this.#tables, asked, collected));
  }

  gather(name: string): Promise<Collection> {
    return answerInTime(async () => gather(this.#tables, name, this.#options.now()));
  }

  withdraw(name: string, member: string): Promise<void> {
    return this.#write('freeing', () => withdraw(this.#tables, name, member));
  }

  /** A write, because a full disk can still be read. */
  health(): Promise<StoreHealth> {
    const write = async (): Promise<StoreHealth> => {
      lookAgain(this.#tables);
      await this.#tables.root.put('health', this.#options.now());
      return { kind: 'ok' };
    };
    return this.#write('adding', write).catch((error: StoreUnavailable) => ({
      kind: 'down',
      reason: error.message,
    }));
  }

  close(): Promise<void> {
    this.#endSweeping();
    this.#watch.close();
    this.#closing ??= closeTables(this.#tables);
    return this.#closing;
  }

  #live(name: string): Conversation | undefined {
    lookAgain(this.#tables);
    const row = this.#tables.conversations.get(name);
    return row && row.expiresAt > this.#options.now() ? row : undefined;
  }

  #write<T>(what: 'adding' | 'freeing', work: () => Promise<T>): Promise<T> {
    return answerInTime(async () => {
      this.#room.check(what);
      return failingWithCause(this.#options.onProblem, work);
    });
  }
}

function nameOf({ channel, conversation }: ConversationKey): string {
  return safeName(channel, conversation);
}

function toEntry({ key: [, ms, seq], value }: { key: [string, number, number]; value: string }): LogEntry {
  return { id: formatEntryId({ ms, seq }), value };
}
