import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Commit, type Store, StoreUnavailable } from '../../src/store/port.ts';
import { openRedisStore } from '../../src/store/redis/redis-store.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { deliver, expectExactlyOnce, numbered } from './store-workload.ts';

const KEY = { channel: 'msteams', conversation: 'lost replies' };
const TTL_MS = 60_000;

describe('when replies are lost on the wire', () => {
  let server: RedisServer;
  let proxy: FaultProxy;
  let store: Store;
  let straight: Store;

  beforeEach(async () => {
    server = await startRedisServer();
    proxy = await startFaultProxy(server.port);
    store = open(proxy.port);
    straight = open(server.port);
    // the script is known from here on: what is lost later is its reply
    await straight.commit({ ...KEY, channel: 'another' }, { expected: undefined, record: '' });
  });
  afterEach(async () => {
    await Promise.all([store.close(), straight.close()]);
    await proxy.close();
    await server.stop();
  });

  it('applies each of 50 commits once and answers as if nothing had happened', async () => {
    let version: string | undefined;
    const ids: string[] = [];
    for (let i = 0; i < 50; i++) {
      await store.load(KEY);
      proxy.loseNextReply();
      const outcome = await store.commit(KEY, {
        expected: version,
        record: String(i),
        log: [`a${i}`, `b${i}`],
      });
      if (outcome.kind !== 'committed') throw new Error(outcome.kind);
      version = outcome.version;
      ids.push(...outcome.logIds);
    }
    expect(proxy.lost()).toBe(50);
    expect(await straight.load(KEY)).toMatchObject({ record: '49', version });
    expect((await straight.readLog(KEY, undefined, 200)).map(({ id }) => id)).toEqual(ids);
  });

  it('tells the outbox ids of the first time, and none that is delivered already', async () => {
    await store.commit(KEY, { expected: undefined, record: '0', outbox: ['earlier'] });
    const { version: expected, outbox } = await store.load(KEY);
    const commit: Commit = { expected, record: '1', outbox: ['a', 'b'] };
    await failToHear(commit);
    const waiting = (await straight.load(KEY)).outbox;
    expect(waiting.map(({ value }) => value)).toEqual(['earlier', 'a', 'b']);
    await straight.acknowledge(KEY, [waiting[1]?.id ?? '']);
    expect(await store.commit(KEY, commit)).toMatchObject({ kind: 'committed', outboxIds: [waiting[2]?.id] });
    expect(outbox).toHaveLength(1);
  });

  it('takes the same commit again after an outage without applying it again', async () => {
    const commit: Commit = { expected: undefined, record: '1', log: ['a'], outbox: ['a'] };
    await failToHear(commit);
    expect(await store.commit(KEY, commit)).toMatchObject({ kind: 'committed' });
    expect(await straight.readLog(KEY, undefined, 10)).toHaveLength(1);
    expect((await straight.load(KEY)).outbox).toHaveLength(1);
  });

  it('tells a conflict after all when another has committed since, and the record tells the rest', async () => {
    const commit: Commit = { expected: undefined, record: 'mine', log: ['mine'] };
    await failToHear(commit);
    const { version: expected } = await straight.load(KEY);
    await straight.commit(KEY, { expected, record: 'mine and theirs', log: ['theirs'] });
    expect(await store.commit(KEY, commit)).toEqual({ kind: 'conflict' });
    expect((await store.load(KEY)).record).toBe('mine and theirs');
    expect(await store.readLog(KEY, undefined, 10)).toHaveLength(2);
  });

  it('loses and doubles nothing of 100 deliveries that two processes make', async () => {
    const [mine, theirs] = [numbered('m', 50), numbered('t', 50)];
    const troubled = async () => {
      for (const [i, id] of mine.entries()) {
        setTimeout(() => proxy.loseNextReply(), i % 5);
        await deliver(store, KEY, id);
      }
    };
    const untroubled = async () => {
      for (const id of theirs) await deliver(straight, KEY, id);
    };
    await Promise.all([troubled(), untroubled()]);
    expect(proxy.lost()).toBeGreaterThan(10);
    await expectExactlyOnce(straight, KEY, [...mine, ...theirs]);
  });

  /** The commit is applied, its reply is lost, and Redis cannot be reached again for as long as the store tries. */
  async function failToHear(commit: Commit): Promise<void> {
    await store.load(KEY);
    proxy.loseNextReply();
    const failing = expect(store.commit(KEY, commit)).rejects.toThrow(StoreUnavailable);
    await expect.poll(() => proxy.lost()).toBe(1);
    proxy.down();
    await failing;
    expect((await straight.load(KEY)).record).toBe(commit.record);
    proxy.up();
    await expect.poll(() => store.health(), { timeout: 10_000 }).toEqual({ kind: 'ok' });
  }

  function open(port: number): Store {
    return openRedisStore({ url: `redis://127.0.0.1:${port}`, ttlMs: TTL_MS, onProblem: () => undefined });
  }
});
