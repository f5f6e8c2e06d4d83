import { answerInTime } from '../answer-in-time.ts';
import { CommitTokens } from '../commit-tokens.ts';
import type { ConversationKey, Store, StoreHealth } from '../port.ts';
import { StoreUnavailable } from '../port.ts';
import type { ReportProblem } from '../problem.ts';
import { newVersionToken } from '../version-token.ts';
import { claim, claimed, release } from './claims.ts';
import { collect, gather, withdraw } from './collections.ts';
import { commitOnce, confirmCommit } from './commit-once.ts';
import { connect, connectForWakeUps } from './connection.ts';
import type { RedisContext } from './context.ts';
import { findUndelivered } from './find-undelivered.ts';
import { keepShared } from './keep-shared.ts';
import { conversationKeys, healthKey } from './keys.ts';
import { acknowledge, load, readLog } from './read-and-acknowledge.ts';
import { parseRedisAddress } from './redis-address.ts';
import { findDueReminders, setReminder } from './reminders.ts';
import type { Durability, WaitForReplicas } from './run-durably.ts';
import { WakeUps } from './wake-ups.ts';

export interface RedisStoreOptions {
  /** See parseRedisAddress for the forms: one server, Sentinel or Cluster. */
  readonly url: string;
  /** How long a conversation is kept after its last commit. */
  readonly ttlMs: number;
  /** Begins every key. Several bots may share one Redis under different prefixes. */
  readonly keyPrefix?: string | undefined;
  /** Wait after each commit until so many replicas have it; without it a failover may lose the last moments. */
  readonly waitReplicas?: WaitForReplicas | undefined;
  readonly onProblem: ReportProblem;
}

/**
 * The store for production. Connects at the first call; every call answers or throws StoreUnavailable within
 * two seconds, and the next one after Redis is back works. Throws a plain Error for a URL that cannot be read.
 */
export function openRedisStore(options: RedisStoreOptions): Store {
  const { url, ttlMs, keyPrefix: prefix = 'pb', waitReplicas, onProblem } = options;
  const parsed = parseRedisAddress(url);
  if (parsed.kind === 'invalid') throw new Error(`Redis URL: ${parsed.problem}`);
  const redis = connect(parsed.address, onProblem);
  const context: RedisContext = { redis, prefix, ttlMs, origin: newVersionToken() };
  const wakeUps = new WakeUps(() => connectForWakeUps(parsed.address, redis), {
    origin: context.origin,
    report: onProblem,
  });
  return {
    ...ofConversations(context, { waitReplicas, onProblem }),
    ...ofNames(context, { waitReplicas, onProblem }),
    listen: (key, listener) =>
      answerInTime(() => wakeUps.listen(conversationKeys(prefix, key).wakeUps, listener)),
    health: () => health(context),
    close: async () => {
      wakeUps.close();
      redis.disconnect();
    },
  };
}

type OfNames = 'shared' | 'claim' | 'claimed' | 'release' | 'collect' | 'gather' | 'withdraw';

function ofConversations(
  context: RedisContext,
  durability: Durability,
): Omit<Store, OfNames | 'listen' | 'health' | 'close'> {
  const { redis, prefix } = context;
  const tokens = new CommitTokens();
  const keysOf = (key: ConversationKey) => conversationKeys(prefix, key);
  return {
    load: (key, what = 'all') => answerInTime(() => load(redis, keysOf(key), what)),
    commit: (key, commit) =>
      tokens.use(commit, token =>
        answerInTime(() => commitOnce(context, { keys: keysOf(key), commit, token, ...durability })),
      ),
    confirm: (key, version) =>
      answerInTime(() => confirmCommit(context, { keys: keysOf(key), version, ...durability })),
    acknowledge: (key, ids) => answerInTime(() => acknowledge(context, keysOf(key), ids)),
    readLog: (key, after, limit) => answerInTime(() => readLog(redis, keysOf(key), { after, limit })),
    undelivered: (olderThanMs, limit) => answerInTime(() => findUndelivered(context, olderThanMs, limit)),
    remind: (key, reminder) => answerInTime(() => setReminder(context, key, reminder)),
    dueReminders: (now, limit) => answerInTime(() => findDueReminders(context, now, limit)),
  };
}

/** What is kept beside the conversations, under names of their own. */
function ofNames(context: RedisContext, durability: Durability): Pick<Store, OfNames> {
  return {
    shared: (name, create) => answerInTime(() => keepShared(context, name, create)),
    claim: (name, value, ttlMs) => answerInTime(() => claim(context, { name, value, ttlMs })),
    claimed: name => answerInTime(() => claimed(context, name)),
    release: (name, value) => answerInTime(() => release(context, name, value)),
    collect: (name, member, collected) =>
      answerInTime(() => collect(context, { name, member, ...durability }, collected)),
    gather: name => answerInTime(() => gather(context, name)),
    withdraw: (name, member) => answerInTime(() => withdraw(context, { name, member, ...durability })),
  };
}

/** A write, because a Redis that is full, read-only or cannot save still answers PING. */
async function health({ redis, prefix }: RedisContext): Promise<StoreHealth> {
  try {
    await answerInTime(() => redis.set(healthKey(prefix), '1', 'PX', 60_000));
    return { kind: 'ok' };
  } catch (error) {
    return { kind: 'down', reason: error instanceof StoreUnavailable ? error.message : 'unknown' };
  }
}
