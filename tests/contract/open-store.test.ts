import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { startRedisServer } from '../support/redis-server.ts';

const KEY = { channel: 'directline', conversation: 'opened' };

describe('openStore', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'store-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('keeps everything in the folder when no Redis is given', async () => {
    const store = await open(undefined);
    await store.commit(KEY, { expected: undefined, record: '1' });
    await store.close();
    expect(readdirSync(dataDir)).toContain('data.mdb');
  });

  it('keeps nothing in the folder when Redis is given', async () => {
    const server = await startRedisServer();
    const store = await open(server.url);
    expect(await store.commit(KEY, { expected: undefined, record: '1' })).toMatchObject({
      kind: 'committed',
    });
    await store.close();
    await server.stop();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('lets the process end by itself once closed', async () => {
    const server = await startRedisServer();
    for (const redisUrl of [undefined, server.url]) expect(await exitCodeOfUse(redisUrl)).toBe(0);
    await server.stop();
  });

  function open(redisUrl: string | undefined) {
    return openStore({ redisUrl, dataDir, ttlDays: 1, now: Date.now, onProblem: () => undefined });
  }

  function exitCodeOfUse(redisUrl: string | undefined): Promise<number | null> {
    const script = new URL('./use-and-close.ts', import.meta.url).pathname;
    const args = ['--import', 'tsx', script, dataDir, ...(redisUrl === undefined ? [] : [redisUrl])];
    const child = spawn(process.execPath, args, { stdio: 'inherit', timeout: 20_000 });
    return new Promise(resolve => child.once('exit', resolve));
  }
});
