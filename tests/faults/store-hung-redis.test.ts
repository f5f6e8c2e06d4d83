import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Commit, type Store, StoreUnavailable } from '../../src/store/port.ts';
import { openRedisStore } from '../../src/store/redis/redis-store.ts';
import { freePort } from '../support/free-port.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { timed } from './store-workload.ts';

const KEY = { channel: 'msteams', conversation: 'hung' };
const PROMISED_MS = 2_000;

describe('when Redis does not answer', () => {
  let server: RedisServer | undefined;
  let store: Store;
  const problems: string[] = [];

  beforeEach(() => {
    problems.length = 0;
  });
  afterEach(async () => {
    server?.resume();
    await store.close();
    await server?.stop();
    server = undefined;
  });

  it('says so within two seconds while Redis hangs, and works again when it goes on', async () => {
    server = await startRedisServer();
    store = open(server.port);
    const commit: Commit = { expected: undefined, record: '1', log: ['a'], outbox: ['a'] };
    const heard = vi.fn();
    await store.listen(KEY, heard);
    await store.health();
    server.pause();
    await expectHonestAnswers(commit);
    server.resume();
    await expect.poll(() => store.health(), { timeout: 10_000 }).toEqual({ kind: 'ok' });
    expect(await store.commit(KEY, commit)).toMatchObject({ kind: 'committed' });
    expect(await store.load(KEY)).toMatchObject({ record: '1', outbox: [{ value: 'a' }] });
    expect(await store.readLog(KEY, undefined, 10)).toHaveLength(1);
    await vi.waitFor(() => expect(heard).toHaveBeenCalled(), { timeout: 10_000 });
  });

  it('does not let a command that comes late overwrite what was committed meanwhile', async () => {
    server = await startRedisServer();
    store = open(server.port);
    await store.health();
    server.pause();
    const late = store.commit(KEY, { expected: undefined, record: 'late', log: ['late'] });
    await expect(late).rejects.toThrow(StoreUnavailable);
    server.resume();
    await expect.poll(() => store.health(), { timeout: 10_000 }).toEqual({ kind: 'ok' });
    const { record, version } = await store.load(KEY);
    await store.commit(KEY, { expected: version, record: `${record}, then mine`, log: ['mine'] });
    const log = (await store.readLog(KEY, undefined, 10)).map(({ value }) => value);
    expect([['late', 'mine'], ['mine']]).toContainEqual(log);
    expect((await store.load(KEY)).record).toBe(
      log.length === 2 ? 'late, then mine' : 'undefined, then mine',
    );
  });

  it('says so within two seconds while nobody listens, and works when Redis is started at last', async () => {
    const port = await freePort();
    store = open(port);
    await expectHonestAnswers({ expected: undefined, record: '1' });
    await expectHonestAnswers({ expected: undefined, record: '1' });
    expect(problems).toEqual(['connection-lost ECONNREFUSED', 'wake-ups-lost ECONNREFUSED']);
    server = await startRedisServer({ port });
    await expect.poll(() => store.health(), { timeout: 10_000 }).toEqual({ kind: 'ok' });
    expect(await store.load(KEY)).toMatchObject({ record: undefined });
  });

  async function expectHonestAnswers(commit: Commit): Promise<void> {
    const calls = [
      () => store.load(KEY),
      () => store.commit(KEY, commit),
      () => store.acknowledge(KEY, ['1-1']),
      () => store.readLog(KEY, undefined, 10),
      () => store.listen({ ...KEY, channel: 'another' }, () => undefined),
      () => store.undelivered(0, 10),
      () => store.shared('name', () => 'value'),
    ];
    const answers = await Promise.all([...calls.map(timed), timed(() => store.health())]);
    expect(await store.health()).toMatchObject({ kind: 'down' });
    for (const { error } of answers.slice(0, -1)) expect(error).toBeInstanceOf(StoreUnavailable);
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(PROMISED_MS);
  }

  function open(port: number): Store {
    const onProblem = (problem: string, detail: string) => void problems.push(`${problem} ${detail}`);
    return openRedisStore({ url: `redis://127.0.0.1:${port}`, ttlMs: 60_000, onProblem });
  }
});
