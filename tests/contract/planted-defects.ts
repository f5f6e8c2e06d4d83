/**
 * Stores that are broken in one way each, as real ones have been. The contract suite must tell every one of them
 * from a good store; run-planted-defects.ts shows that it does.
 */
import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Commit, CommitOutcome, ConversationKey, Loaded, Store } from '../../src/store/port.ts';
import { claimKey, collectionKey, conversationKeys } from '../../src/store/redis/keys.ts';
import { acknowledgeScript, commitScript } from '../../src/store/redis/scripts.ts';
import { newVersionToken } from '../../src/store/version-token.ts';
import { type Backend, TTL_MS } from './backend.ts';
import { PLANTED_COLLECTION_DEFECTS } from './planted-collection-defects.ts';
import type { Defect, Raw } from './planted-defect.ts';
import { redisBackend } from './redis-backend.ts';

const COMPARE = 'if current ~= ARGV[1] then return false end';

export const PLANTED_DEFECTS: readonly Defect[] = [
  { name: 'no version check', spoil: withScript(without(COMPARE)) },
  { name: 'read, then write', spoil: readThenWrite },
  { name: 'WATCH on a shared connection', spoil: watchOnSharedConnection },
  { name: 'value decoded and encoded again (cjson)', spoil: withScript(recode) },
  {
    name: 'counter as version',
    spoil: withVersion(async (store, key) => counterAfter(await store.load(key))),
  },
  { name: 'hash of the content as version', spoil: withVersion(async (_, __, { record }) => hashOf(record)) },
  { name: 'no time to live: record', spoil: withScript(without(", 'PX', ttl")) },
  { name: 'no time to live: log', spoil: withScript(without("redis.call('PEXPIRE', KEYS[2], ttl)")) },
  { name: 'no time to live: outbox', spoil: withScript(without("redis.call('PEXPIRE', KEYS[3], ttl)")) },
  { name: 'no time to live: list of undelivered', spoil: noEndToTheList },
  { name: 'the cached object itself is handed out', spoil: sharedObject },
  { name: '__proto__ and constructor as keys of an object', spoil: plainObject },
  { name: 'names joined without care', spoil: joinedNames },
  { name: 'right within one process only', spoil: lockInProcess },
  { name: 'log without an end', spoil: withScript(without("if logs > 0 then redis.call('XTRIM'", 'end')) },
  { name: 'ids begin again in an outbox made anew', spoil: withScript(idsFromOne) },
  { name: 'nobody is woken', spoil: withScript(without("if logs > 0 then redis.call('PUBLISH'", 'end')) },
  { name: 'acknowledging one forgets all', spoil: acknowledgeAll },
  { name: 'erasing leaves the log', spoil: withScript(unlinkAllBut('KEYS[2]')) },
  {
    name: 'undelivered conversations not listed',
    spoil: store => ({ ...store, undelivered: async () => [] }),
  },
  { name: 'claim: read, then write', spoil: claimReadThenWrite },
  { name: 'a claim that ends never', spoil: endlessClaim },
  {
    name: 'anybody may give a claim up',
    spoil: (store, { redis, prefix }) => ({
      ...store,
      release: async name => void (await redis.del(claimKey(prefix, name))),
    }),
  },
  { name: 'erasing leaves the reminder', spoil: withScript(unlinkAllBut('KEYS[5]')) },
  ...PLANTED_COLLECTION_DEFECTS,
];

/** A backend whose stores have the defect; without one, the control that must pass. */
export function spoiledBackend(url: string, defect: Defect | undefined): Backend {
  const backend = redisBackend(url);
  if (!defect || backend.address.kind !== 'redis') return backend;
  const redis = new Redis(url);
  const raw = { redis, prefix: backend.address.keyPrefix };
  return {
    ...backend,
    open: async () => defect.spoil(await backend.open(), raw),
    close: async () => {
      redis.disconnect();
      await backend.close();
    },
  };
}

type Spoil = Defect['spoil'];

/** The real commit script with something changed in it. */
function withScript(change: (source: string) => string): Spoil {
  const source = change(commitScript.source);
  if (source === commitScript.source) throw new Error('the change does not fit the script any more');
  return (store, raw) => ({
    ...store,
    commit: (key, commit) => runCommit(raw, { key, commit, source, token: newVersionToken() }),
  });
}

function withVersion(
  version: (store: Store, key: ConversationKey, commit: Commit) => Promise<string>,
): Spoil {
  return (store, raw) => ({
    ...store,
    commit: async (key, commit) =>
      runCommit(raw, { key, commit, source: commitScript.source, token: await version(store, key, commit) }),
  });
}

interface RunCommit {
  readonly key: ConversationKey;
  readonly commit: Commit;
  readonly source: string;
  readonly token: string;
}

async function runCommit(
  { redis, prefix }: Raw,
  { key, commit, source, token }: RunCommit,
): Promise<CommitOutcome> {
  const { log: logs = [] } = commit;
  const ids: unknown = await redis.eval(source, ...scriptInput(prefix, { key, commit, token }));
  if (ids === 0) return { kind: 'left-out' };
  if (!Array.isArray(ids)) return { kind: 'conflict' };
  const given = ids.map(String);
  const outcome = { logIds: given.slice(0, logs.length), outboxIds: given.slice(logs.length) };
  return { kind: 'committed', version: token, ...outcome };
}

/** As the real store hands it over, under an origin of its own. */
function scriptInput(
  prefix: string,
  { key, commit, token }: Omit<RunCommit, 'source'>,
): [number, ...(string | number)[]] {
  const { record, log, outbox, due, reminder, times, wakeUps, member } = conversationKeys(prefix, key);
  const { expected = '', log: logs = [], outbox: outs = [], erasure = '' } = commit;
  const stored = `${token}-${commit.record}`;
  const keys = [record, log, outbox, due, reminder, times];
  const args = [expected, TTL_MS, wakeUps, member, stored, logs.length, 'spoiled', erasure, ...logs, ...outs];
  if (!commit.collect) return [keys.length, ...keys, ...args];
  const { name, member: one, value, ttlMs, provided } = commit.collect;
  const only = provided ? [JSON.stringify(provided.member), provided.value] : ['', ''];
  const all = [...keys, collectionKey(prefix, name)];
  return [all.length, ...all, ...args, JSON.stringify(one), value, ttlMs, ...only];
}

function unlinkAllBut(key: string): (source: string) => string {
  const all = 'KEYS[1], KEYS[2], KEYS[3], KEYS[5]';
  return source => source.replace(all, all.replace(`, ${key}`, ''));
}

/** Takes a line out of the script: from the text given to the end given, on that line. */
function without(text: string, end = ''): (source: string) => string {
  return source => {
    const from = source.indexOf(text);
    const to = source.indexOf(end, from + text.length) + end.length;
    return from < 0 ? source : source.slice(0, from) + source.slice(to);
  };
}

function recode(source: string): string {
  const again =
    'local fine, value = pcall(cjson.decode, string.sub(ARGV[5], 14))\nif fine then ARGV[5] = string.sub(ARGV[5], 1, 13) .. cjson.encode(value) end\n';
  return again + source;
}

function idsFromOne(source: string): string {
  return source.replace("redis.pcall('XADD', stream, id,", "redis.pcall('XADD', stream, '1-' .. i,");
}

function readThenWrite(store: Store, raw: Raw): Store {
  const source = without(COMPARE)(commitScript.source);
  return {
    ...store,
    commit: async (key, commit) => {
      const { version } = await store.load(key);
      if (version !== commit.expected) return { kind: 'conflict' };
      return runCommit(raw, { key, commit, source, token: newVersionToken() });
    },
  };
}

function watchOnSharedConnection(store: Store, raw: Raw): Store {
  const source = without(COMPARE)(commitScript.source);
  return {
    ...store,
    commit: async (key, commit) => {
      const { record } = conversationKeys(raw.prefix, key);
      await raw.redis.watch(record);
      const current = (await raw.redis.get(record))?.slice(0, 12);
      if (current !== commit.expected) return { kind: 'conflict' };
      await raw.redis.multi({ pipeline: false });
      const token = newVersionToken();
      const { log: logs = [] } = commit;
      await raw.redis.eval(source, ...scriptInput(raw.prefix, { key, commit, token }));
      const replies = await raw.redis.exec();
      if (replies === null) return { kind: 'conflict' };
      const ids: unknown = replies[0];
      const given = Array.isArray(ids) ? ids.map(String) : [];
      const outcome = { logIds: given.slice(0, logs.length), outboxIds: given.slice(logs.length) };
      return { kind: 'committed', version: token, ...outcome };
    },
  };
}

function lockInProcess(store: Store, raw: Raw): Store {
  const spoiled = readThenWrite(store, raw);
  return {
    ...spoiled,
    commit: (key, commit) => {
      const turn = queue.then(() => spoiled.commit(key, commit));
      queue = turn.catch(() => undefined);
      return turn;
    },
  };
}

let queue: Promise<unknown> = Promise.resolve();

function noEndToTheList(store: Store, raw: Raw): Store {
  return {
    ...store,
    acknowledge: async (key, ids) => {
      const { record, outbox, due, member } = conversationKeys(raw.prefix, key);
      const source = without("redis.call('PEXPIRE', KEYS[3], ARGV[2])")(acknowledgeScript.source);
      await raw.redis.persist(due);
      await raw.redis.eval(source, 3, record, outbox, due, member, TTL_MS, ...ids);
    },
  };
}

function sharedObject(store: Store): Store {
  const cache = new Map<string, Loaded>();
  return {
    ...store,
    load: async key => {
      const fresh = await store.load(key);
      const name = JSON.stringify(key);
      const cached = cache.get(name);
      if (cached?.version === fresh.version) return cached ?? fresh;
      cache.set(name, fresh);
      return fresh;
    },
  };
}

function plainObject(store: Store): Store {
  const absent: Record<string, Loaded> = {};
  return {
    ...store,
    load: async key => {
      const known = absent[key.conversation];
      return known ?? store.load(key);
    },
  };
}

function joinedNames(store: Store): Store {
  const join = ({ channel, conversation }: ConversationKey) => ({
    channel: 'all',
    conversation: `${channel}:${conversation}`,
  });
  return {
    ...store,
    load: key => store.load(join(key)),
    commit: (key, commit) => store.commit(join(key), commit),
    readLog: (key, after, limit) => store.readLog(join(key), after, limit),
    acknowledge: (key, ids) => store.acknowledge(join(key), ids),
    listen: (key, listener) => store.listen(join(key), listener),
  };
}

function acknowledgeAll(store: Store): Store {
  return {
    ...store,
    acknowledge: async key => {
      const { outbox } = await store.load(key);
      await store.acknowledge(
        key,
        outbox.map(({ id }) => id),
      );
    },
  };
}

function claimReadThenWrite(store: Store, { redis, prefix }: Raw): Store {
  return {
    ...store,
    claim: async (name, value, ttlMs) => {
      const held = await store.claimed(name);
      if (held !== undefined) return held === value;
      await redis.set(claimKey(prefix, name), value, 'PX', ttlMs);
      return true;
    },
  };
}

function endlessClaim(store: Store, { redis, prefix }: Raw): Store {
  return {
    ...store,
    claim: async (name, value, ttlMs) => {
      const got = await store.claim(name, value, ttlMs);
      if (got) await redis.persist(claimKey(prefix, name));
      return got;
    },
  };
}

function counterAfter({ version = '0' }: Loaded): string {
  return String(Number(version) + 1).padStart(12, '0');
}

function hashOf(record: string): string {
  return createHash('sha256').update(record).digest('hex').slice(0, 12);
}
