/**
 * The one door to what is remembered. Two stores stand behind it, held to the same contract suite: Redis for
 * production, LMDB embedded for a machine with nothing installed. Values are opaque strings: no store looks
 * inside, so none can change them.
 */

/** Which conversation: the channel and the channel's own id for it, both taken as they come from outside. */
export interface ConversationKey {
  readonly channel: string;
  readonly conversation: string;
}

export interface Loaded {
  /** The record last committed, or undefined when there is none (or it has expired). */
  readonly record: string | undefined;
  /** Random token of that commit; undefined when there is no record. Compare it, never order it. */
  readonly version: string | undefined;
  /** Outbox entries not yet acknowledged, oldest first. */
  readonly outbox: readonly OutboxEntry[];
}

export interface OutboxEntry {
  /** Given by the store, unique in the conversation, growing. */
  readonly id: string;
  readonly value: string;
}

export interface LogEntry {
  /** Given by the store, unique in the conversation, growing: the watermark of a reader who has seen it. */
  readonly id: string;
  readonly value: string;
}

/** So many of a conversation's log entries are kept, or a few more: Redis drops the older ones a block at a time. */
export const LOG_KEPT = 400;

export interface Commit {
  /** The version that was loaded; undefined when there was no record. */
  readonly expected: string | undefined;
  readonly record: string;
  /** Appended to the conversation's log for readers (our own channel). */
  readonly log?: readonly string[];
  /** Appended to the replies still to be delivered (channels that we send to). */
  readonly outbox?: readonly string[];
  /**
   * `done`: whatever was kept of the conversation until now (log, outbox, reminder) goes in this same step. `asked`:
   * the person wishes for that and is asked once more. Redis takes both also when its memory is full.
   */
  readonly erasure?: 'asked' | 'done';
  /** Put into a collection in this same step; right before it where the two lie apart, in a cluster of servers. */
  readonly collect?: CollectWith;
}

export interface CollectWith extends Collected {
  readonly name: string;
  readonly member: string;
}

export type CommitOutcome =
  | { kind: 'committed'; version: string; logIds: readonly string[]; outboxIds: readonly string[] }
  /** Somebody else committed in between: nothing was written of the conversation. Load and run the turn again. */
  | { kind: 'conflict' }
  /** What is to be collected was provided for what is not so: nothing was written. */
  | { kind: 'left-out' };

/** When to come back to a conversation, and what is needed for it. */
export interface Reminder {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly value: string;
  /** After this time it is gone, whether it was due or not. */
  readonly ttlMs: number;
}

export interface DueReminder {
  readonly key: ConversationKey;
  readonly at: number;
  readonly value: string;
}

/** The last value of each member collected under a name, in no order. Whoever is given one may do with it as they like. */
export type Collection = Map<string, string>;

/** What is put into a collection for one member. */
export interface Collected {
  readonly value: string;
  /** The whole collection is kept at least so long from now on. */
  readonly ttlMs: number;
  /** It is put in only while another member has this very value; looked at and done in one atomic step. */
  readonly provided?: { readonly member: string; readonly value: string };
}

export type CollectOutcome = 'collected' | 'left-out';

/** A conversation's log grew (or may have): read on from your watermark. */
export interface LogNews {
  /** Whose commit it was: who made it knows from its outcome what it added. */
  readonly by: 'this-store' | 'perhaps-another';
  /** The id of the last entry, where that is known: who has read as far has read all. */
  readonly upTo?: string | undefined;
}

export type LogListener = (news: LogNews) => void;

export type StoreHealth = { kind: 'ok' } | { kind: 'down'; reason: string };

/** The store did not do what was asked within its time. Nothing can be said of whether it will. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

export interface Store {
  /**
   * One round trip, and a second one where something is undelivered, unless the record alone is asked for: then no
   * outbox is looked into. Throws StoreUnavailable when no answer comes in time (≤ 2 s).
   */
  load(key: ConversationKey, what?: 'all' | 'record'): Promise<Loaded>;

  /**
   * One atomic step: compares the version and, only if it is still `expected`, writes the record under a new
   * version and appends the log and outbox entries. Every key written gets its time to live anew.
   *
   * A commit that throws StoreUnavailable may have been applied, or may be later. Giving the very same Commit
   * object again is safe while nobody else has committed: it is applied once and has the same outcome. After
   * another's commit it is a conflict, and what was applied can be told from the record loaded then.
   */
  commit(key: ConversationKey, commit: Commit): Promise<CommitOutcome>;

  /**
   * For a commit that is known from a record just loaded, whoever made it and whatever came of it: resolves to `kept`
   * once it is as safe as a commit that has answered. `changed`: the record is of another version by now (another's
   * commit, or a failover); load again. Throws StoreUnavailable when it cannot be said in time.
   */
  confirm(key: ConversationKey, version: string): Promise<'kept' | 'changed'>;

  /** Removes delivered outbox entries. Removing what is gone already is no error. */
  acknowledge(key: ConversationKey, ids: readonly string[]): Promise<void>;

  /** Log entries after a watermark (undefined: from the oldest kept), oldest first, at most `limit`. */
  readLog(key: ConversationKey, after: string | undefined, limit: number): Promise<readonly LogEntry[]>;

  /**
   * Calls the listener after commits of this conversation by any process that shares the store. A call may come
   * with nothing new, and a loss of connection ends in a call, so that a reader who reads on misses nothing.
   */
  listen(key: ConversationKey, listener: LogListener): Promise<() => Promise<void>>;

  /** Conversations with undelivered outbox entries older than `olderThanMs`, for the sweeper; at most `limit`. */
  undelivered(olderThanMs: number, limit: number): Promise<readonly ConversationKey[]>;

  /** Keeps the first value ever set under a name (a signing key, say) and returns it; its time to live is renewed. */
  shared(name: string, create: () => string): Promise<string>;

  /**
   * Takes a name for a while, for all processes: true for whoever holds it with this very value. Its time is not
   * renewed. A claim that throws StoreUnavailable may hold or not; claiming again with the same value tells.
   */
  claim(name: string, value: string, ttlMs: number): Promise<boolean>;

  /** The value that a name is claimed with at this moment. */
  claimed(name: string): Promise<string | undefined>;

  /** Gives a name up before its time, if it is held with this value. */
  release(name: string, value: string): Promise<void>;

  /** Sets the one reminder of a conversation, in the place of an earlier one; undefined takes it away. */
  remind(key: ConversationKey, reminder: Reminder | undefined): Promise<void>;

  /** Reminders whose time is not after `now` (epoch milliseconds), the longest waiting first; at most `limit`. */
  dueReminders(now: number, limit: number): Promise<readonly DueReminder[]>;

  /**
   * Sets a member's value in the collection of a name, in the place of an earlier one, whoever set it: a ballot, a
   * resident's answer. The time to live is the collection's: set anew here, never made shorter, and gone with it are
   * all members. Names and members may hold anything. A call that throws StoreUnavailable may have been done, or may be
   * later; giving it again does no harm. `left-out`: what it was to be provided for is not so, and nothing was done.
   */
  collect(name: string, member: string, collected: Collected): Promise<CollectOutcome>;

  /** What is collected under a name at this moment; an empty map where nothing is. */
  gather(name: string): Promise<Collection>;

  /**
   * Takes a member out, if it is in; its time to live is not renewed by that, and the collection goes with its last
   * member. Redis does so also when its memory is full. May be given again as `collect` may.
   */
  withdraw(name: string, member: string): Promise<void>;

  /** Asks the store something real. */
  health(): Promise<StoreHealth>;

  close(): Promise<void>;
}
