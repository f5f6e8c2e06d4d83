/** What only Redis can be asked: its times to live, its slots, its scripts, its replicas, its settings. */
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Commit, type CommitOutcome, type Store, StoreUnavailable } from '../../src/store/port.ts';
import { inspectRedis } from '../../src/store/redis/inspect-redis.ts';
import { openRedisStore, type RedisStoreOptions } from '../../src/store/redis/redis-store.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { until } from '../support/until.ts';

const KEY = { channel: 'msteams', conversation: 'manners' };
const OTHER = { channel: 'directline', conversation: 'manners' };
const TTL_MS = 60_000;

describe('towards a Redis server', () => {
  let server: RedisServer;
  let redis: Redis;
  let store: Store;
  let opened: Store[] = [];
  const problem = vi.fn();

  beforeAll(async () => {
    server = await startRedisServer();
    redis = new Redis(server.url);
  });
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });
  beforeEach(async () => {
    await redis.flushall();
    problem.mockClear();
    store = open({});
  });
  afterEach(async () => {
    await Promise.all(opened.map(one => one.close()));
    opened = [];
  });

  it('leaves no key without a time to live, whatever is done', async () => {
    const first = await store.commit(KEY, {
      expected: undefined,
      record: '1',
      log: ['a'],
      outbox: ['a', 'b'],
    });
    if (first.kind !== 'committed') throw new Error(first.kind);
    await store.acknowledge(KEY, first.outboxIds.slice(0, 1));
    await store.commit({ ...KEY, channel: 'directline' }, { expected: undefined, record: '1', log: ['a'] });
    await store.shared('name', () => 'value');
    for (const member of ['a', 'b']) await store.collect('name', member, { value: 'v', ttlMs: TTL_MS });
    await store.withdraw('name', 'a');
    await store.withdraw('never', 'a');
    await store.health();
    await store.undelivered(0, 10);
    await store.acknowledge({ ...KEY, conversation: 'never seen' }, ['1-1']);
    const keys = await redis.keys('*');
    const left = await Promise.all(keys.map(async key => [key, await redis.pttl(key)] as const));
    expect(keys.length).toBeGreaterThanOrEqual(9);
    expect(left.filter(([, ms]) => ms < TTL_MS - 30_000 || ms > TTL_MS)).toEqual([]);
  });

  it('keeps all keys of a conversation in one slot of a cluster, and nothing of what it is called outside it', async () => {
    const key = { channel: 'a}{b', conversation: '{c}' };
    await store.commit(key, { expected: undefined, record: '1', log: ['a'], outbox: ['a'] });
    const tags = (await redis.keys('*')).map(name => /\{([^}]+)\}/.exec(name)?.[1]);
    expect(tags).toHaveLength(4);
    expect(new Set(tags).size).toBe(1);
  });

  it('keeps a collection in one slot of a cluster, and nothing of what it is called outside it', async () => {
    for (const member of ['a', '{b}']) await store.collect('a}{b', member, { value: 'v', ttlMs: TTL_MS });
    await store.collect('plain', 'a', { value: 'v', ttlMs: TTL_MS });
    const keys = (await redis.keys('*')).sort();
    expect(keys).toEqual(['pb:collection:{plain}', expect.stringMatching(/^pb:collection:\{~[\w-]{43}\}$/)]);
  });

  it('reads a conversation with nothing undelivered in a single command', async () => {
    await store.commit(KEY, { expected: undefined, record: '1', outbox: ['a'] });
    await store.acknowledge(
      KEY,
      (await store.load(KEY)).outbox.map(({ id }) => id),
    );
    const before = await commandsSoFar();
    for (let i = 0; i < 10; i++) await store.load(KEY);
    expect((await commandsSoFar()) - before - 1).toBe(10);
  });

  it('gives the scripts again to a server that has forgotten them', async () => {
    await store.commit(KEY, { expected: undefined, record: '1', outbox: ['a'] });
    await redis.script('FLUSH');
    const { version, outbox } = await store.load(KEY);
    await redis.script('FLUSH');
    await store.acknowledge(
      KEY,
      outbox.map(({ id }) => id),
    );
    await redis.script('FLUSH');
    expect(await store.commit(KEY, { expected: version, record: '2' })).toMatchObject({ kind: 'committed' });
    await redis.script('FLUSH');
    const { version: latest } = await store.load(KEY);
    await store.commit(KEY, { expected: latest, record: '3', erasure: 'done' });
    expect(await store.load(KEY)).toMatchObject({ record: '3', outbox: [] });
    await redis.script('FLUSH');
    await store.collect('name', 'a', { value: 'v', ttlMs: TTL_MS });
    await redis.script('FLUSH');
    await store.withdraw('name', 'a');
    expect(await store.gather('name')).toEqual(new Map());
  });

  it('lives with a clock that was set back', async () => {
    const future = `${Date.now() + 3_600_000}-5`;
    await store.commit(KEY, { expected: undefined, record: '1', log: ['a'] });
    const [log = ''] = await redis.keys('*:l');
    await redis.xadd(log, future, 'v', 'from the future');
    const { version } = await store.load(KEY);
    await store.commit(KEY, { expected: version, record: '2', log: ['b', 'c'] });
    const after = await store.readLog(KEY, future, 10);
    expect(after.map(({ value }) => value)).toEqual(['b', 'c']);
  });

  it('refuses writes to a full server honestly and keeps what it has', async () => {
    await store.commit(KEY, { expected: undefined, record: 'kept' });
    await redis.config('SET', 'maxmemory', '1mb');
    try {
      const { version } = await store.load(KEY);
      await expect(store.commit(KEY, { expected: version, record: 'x', log: ['x'] })).rejects.toThrow('OOM');
      expect(await store.health()).toEqual({ kind: 'down', reason: 'OOM' });
      expect(await store.load(KEY)).toMatchObject({ record: 'kept', version });
      expect(await store.readLog(KEY, undefined, 10)).toEqual([]);
    } finally {
      await redis.config('SET', 'maxmemory', '0');
    }
  });

  it('erases on a full server: what the question and the word of it add finds room', async () => {
    const before = { record: 'x'.repeat(1_000), log: ['a'], outbox: ['a'] };
    const expected = await versionAfter(store.commit(KEY, { expected: undefined, ...before }));
    await store.remind(KEY, { at: 0, value: 'a', ttlMs: TTL_MS });
    await redis.config('SET', 'maxmemory', '1mb');
    try {
      const asking = { expected, record: 'sure?', log: ['sure?'], erasure: 'asked' } as const;
      const asked = await versionAfter(store.commit(KEY, asking));
      const word = { record: 'gone', log: ['gone'], outbox: ['gone'], erasure: 'done' } as const;
      await versionAfter(store.commit(KEY, { expected: asked, ...word }));
      expect(await store.load(KEY)).toMatchObject({ record: 'gone', outbox: [{ value: 'gone' }] });
      expect(await store.readLog(KEY, undefined, 10)).toMatchObject([{ value: 'gone' }]);
      expect(await redis.keys('*:r')).toEqual([]);
      await store.acknowledge(
        KEY,
        (await store.load(KEY)).outbox.map(({ id }) => id),
      );
      expect((await store.load(KEY)).outbox).toEqual([]);
      await expect(store.commit(OTHER, { expected: undefined, record: 'x' })).rejects.toThrow('OOM');
      const nothing = { expected: undefined, record: 'gone', erasure: 'done' } as const;
      await versionAfter(store.commit(OTHER, nothing));
    } finally {
      await redis.config('SET', 'maxmemory', '0');
    }
  });

  it('withdraws on a full server, the last member as well, and says so where it cannot collect', async () => {
    const collected = { value: 'x'.repeat(1_000), ttlMs: TTL_MS };
    for (const member of ['a', 'b']) await store.collect('name', member, collected);
    await redis.config('SET', 'maxmemory', '1mb');
    try {
      await expect(store.collect('name', 'c', collected)).rejects.toThrow('OOM');
      expect((await store.gather('name')).size).toBe(2);
      await store.withdraw('name', 'a');
      await store.withdraw('name', 'a');
      expect([...(await store.gather('name')).keys()]).toEqual(['b']);
      await store.withdraw('name', 'b');
      await store.withdraw('never', 'b');
      expect(await redis.keys('*')).toEqual([]);
    } finally {
      await redis.config('SET', 'maxmemory', '0');
    }
  });

  it('throws at once for an address that cannot be read, without repeating it', () => {
    expect(() => open({ url: 'redis://u:secret@a/zero' })).toThrow(/^Redis URL: (?!.*secret)/);
  });

  describe('over a line that is cut', () => {
    let proxy: FaultProxy;
    beforeEach(async () => {
      proxy = await startFaultProxy(server.port);
    });
    afterEach(() => proxy.close());

    it('wakes every listener when the line is back, and hears again', async () => {
      const reader = open({ url: `redis://127.0.0.1:${proxy.port}` });
      const heard = [vi.fn(), vi.fn()];
      const keys = [KEY, { ...KEY, conversation: 'another' }];
      for (const [i, key] of keys.entries()) await reader.listen(key, heard[i] ?? vi.fn());
      proxy.down();
      await store.commit(KEY, { expected: undefined, record: '1', log: ['missed'] });
      proxy.up();
      await vi.waitFor(() => expect(heard.every(({ mock }) => mock.calls.length > 0)).toBe(true), 10_000);
      for (const one of heard) one.mockClear();
      const { version } = await store.load(KEY);
      await store.commit(KEY, { expected: version, record: '2', log: ['heard'] });
      await vi.waitFor(() => expect(heard[0]).toHaveBeenCalledTimes(1), 10_000);
      expect(heard[1]).not.toHaveBeenCalled();
      expect(problem).toHaveBeenCalledWith('wake-ups-lost', 'closed');
    });

    it('forgets who could not begin to listen', async () => {
      proxy.down();
      const reader = open({ url: `redis://127.0.0.1:${proxy.port}` });
      const heard = vi.fn();
      await expect(reader.listen(KEY, heard)).rejects.toThrow(StoreUnavailable);
      proxy.up();
      const later = vi.fn();
      await vi.waitFor(() => reader.listen(KEY, later), 10_000);
      await store.commit(KEY, { expected: undefined, record: '1', log: ['a'] });
      await vi.waitFor(() => expect(later).toHaveBeenCalled(), 10_000);
      expect(heard).not.toHaveBeenCalled();
    });
  });

  describe('with a replica to wait for', () => {
    let replica: RedisServer;
    beforeAll(async () => {
      replica = await startRedisServer({ config: [['replicaof', `127.0.0.1 ${server.port}`]] });
      await until(async () => (await redis.info('replication')).includes('state=online'));
    });
    afterAll(() => replica.stop());

    it('has each commit on the replica before it counts', async () => {
      const waiting = open({ waitReplicas: { count: 1, timeoutMs: 500 } });
      await redis.script('FLUSH');
      for (let i = 0; i < 3; i++) {
        const { version } = await waiting.load(KEY);
        const outcome = await waiting.commit(KEY, { expected: version, record: String(i), log: ['a'] });
        expect(outcome).toMatchObject({ kind: 'committed', logIds: [expect.any(String)] });
      }
      expect(await waiting.commit(KEY, { expected: undefined, record: 'stale' })).toEqual({
        kind: 'conflict',
      });
      expect(problem).not.toHaveBeenCalled();
    });

    it('confirms what is on the replica only, and what is still so', async () => {
      const waiting = open({ waitReplicas: { count: 1, timeoutMs: 100 } });
      const commit: Commit = { expected: undefined, record: '1' };
      await waiting.health();
      replica.pause();
      await expect(waiting.commit(KEY, commit)).rejects.toThrow(StoreUnavailable);
      const { version = '' } = await waiting.load(KEY);
      await expect(waiting.confirm(KEY, version)).rejects.toThrow(StoreUnavailable);
      // over a connection that has written nothing, which WAIT alone would be satisfied with
      const fresh = open({ waitReplicas: { count: 1, timeoutMs: 100 } });
      await expect(fresh.confirm(KEY, version)).rejects.toThrow(StoreUnavailable);
      replica.resume();
      await expect.poll(() => fresh.confirm(KEY, version).catch(String)).toBe('kept');
      expect(await fresh.confirm(KEY, 'AAAAAAAAAAAA')).toBe('changed');
      expect(await fresh.confirm(OTHER, version)).toBe('changed');
    });

    it('has what is collected and withdrawn on the replica before it counts, however often it is tried', async () => {
      const collected = { value: 'v', ttlMs: TTL_MS };
      const waiting = open({ waitReplicas: { count: 1, timeoutMs: 100 } });
      await expect.poll(() => waiting.collect('name', 'a', collected).catch(String)).toBe('collected');
      replica.pause();
      await expect(waiting.collect('name', 'b', collected)).rejects.toThrow(StoreUnavailable);
      await expect(waiting.withdraw('name', 'a')).rejects.toThrow(StoreUnavailable);
      for (const call of ['collect', 'withdraw the same', 'withdraw what is gone']) {
        // over a connection that has written nothing, as above
        const fresh = open({ waitReplicas: { count: 1, timeoutMs: 100 } });
        const trying =
          call === 'collect'
            ? fresh.collect('name', 'b', collected)
            : fresh.withdraw(call === 'withdraw the same' ? 'name' : 'gone', 'a');
        await expect(trying, call).rejects.toThrow('replicas-behind');
      }
      replica.resume();
      await expect.poll(() => waiting.withdraw('name', 'a').catch(String)).toBeUndefined();
      expect(await waiting.gather('name')).toEqual(new Map([['b', 'v']]));
    });

    it('cannot say while the replica lags, and the same commit given again is applied once', async () => {
      const waiting = open({ waitReplicas: { count: 1, timeoutMs: 100 } });
      const commit: Commit = { expected: undefined, record: '1', log: ['a'], outbox: ['a'] };
      await waiting.health();
      replica.pause();
      await expect(waiting.commit(KEY, commit)).rejects.toThrow(StoreUnavailable);
      await expect(waiting.commit(KEY, commit)).rejects.toThrow(StoreUnavailable);
      expect(problem).toHaveBeenCalledWith('replicas-behind', '0');
      replica.resume();
      await expect.poll(() => waiting.commit(KEY, commit).catch(String)).toMatchObject({ kind: 'committed' });
      expect(await waiting.readLog(KEY, undefined, 10)).toHaveLength(1);
      expect((await waiting.load(KEY)).outbox).toHaveLength(1);
    });
  });

  function open(options: Partial<RedisStoreOptions>): Store {
    const one = openRedisStore({ url: server.url, ttlMs: TTL_MS, onProblem: problem, ...options });
    opened.push(one);
    return one;
  }

  async function commandsSoFar(): Promise<number> {
    return Number(/total_commands_processed:(\d+)/.exec(await redis.info('stats'))?.[1]);
  }
});

async function versionAfter(committing: Promise<CommitOutcome>): Promise<string> {
  const outcome = await committing;
  if (outcome.kind !== 'committed') throw new Error(outcome.kind);
  return outcome.version;
}

describe('inspectRedis', () => {
  it.each([
    ['a server as it should be', { aof: 'on', policy: 'noeviction' }, []],
    ['one that forgets at a crash', { aof: 'off', policy: 'noeviction' }, [{ kind: 'no-append-only-file' }]],
    [
      'one that drops conversations when full',
      { aof: 'on', policy: 'allkeys-lru' },
      [{ kind: 'evicting-policy', policy: 'allkeys-lru' }],
    ],
  ] as const)('judges %s', async (_, { aof, policy }, findings) => {
    const server = await startRedisServer({ aof, config: [['maxmemory-policy', policy]] });
    try {
      expect(await inspectRedis(server.url)).toEqual(findings);
    } finally {
      await server.stop();
    }
  });

  it('says when nobody answers', async () => {
    const server = await startRedisServer();
    await server.stop();
    await expect(inspectRedis(server.url)).rejects.toThrow(StoreUnavailable);
  });
});
