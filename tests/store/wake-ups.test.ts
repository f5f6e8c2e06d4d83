/** The one line for wake-ups, on a real Redis that hangs or goes: that it is noticed, told of, and what is heard after it. */
import type { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LogNews } from '../../src/store/port.ts';
import { connect, connectForWakeUps, type RedisConnection } from '../../src/store/redis/connection.ts';
import { parseRedisAddress } from '../../src/store/redis/redis-address.ts';
import { WakeUps } from '../../src/store/redis/wake-ups.ts';
import { type RedisServer, startRedisServer } from '../support/redis-server.ts';

const PING_EVERY_MS = 5_000;
/** Longer than a second, which an unanswered question is waited for. */
const PATIENTLY = { timeout: 20_000 };

let server: RedisServer;
let commands: RedisConnection;
let wakeUps: WakeUps;
let lines: Redis[];
let told: string[];
let heard: LogNews[];

beforeEach(async () => {
  server = await startRedisServer();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  [lines, told, heard] = [[], [], []];
  const parsed = parseRedisAddress(server.url);
  if (parsed.kind !== 'address') throw new Error(parsed.problem);
  commands = connect(parsed.address, () => undefined);
  const open = () => {
    const line = connectForWakeUps(parsed.address, commands);
    lines.push(line);
    return line;
  };
  const report = (problem: string, detail: string) => void told.push(`${problem} ${detail}`);
  wakeUps = new WakeUps(open, { origin: 'us', report });
  await wakeUps.listen('channel', news => heard.push(news));
});
afterEach(async () => {
  wakeUps.close();
  vi.useRealTimers();
  commands.disconnect();
  server.resume();
  await server.stop();
});

it('is asked now and then whether it is there, and left where it does not answer', async () => {
  vi.advanceTimersByTime(PING_EVERY_MS);
  await commands.ping();
  expect(lines).toHaveLength(1);
  server.pause();
  vi.advanceTimersByTime(PING_EVERY_MS);
  await expect.poll(() => told, PATIENTLY).toEqual([expect.stringMatching(/^wake-ups-lost /)]);
  server.resume();
  await expect.poll(() => heard, PATIENTLY).toEqual([{ by: 'perhaps-another' }]);
  await commands.publish('channel', '7-0 us');
  await expect.poll(() => heard.slice(1), PATIENTLY).toEqual([{ by: 'this-store', upTo: '7-0' }]);
});

it('is told to be lost once while it is away, and to be back, and again when it is lost again', async () => {
  for (const outage of [1, 2]) {
    lines.at(-1)?.disconnect();
    await expect.poll(() => heard, PATIENTLY).toHaveLength(outage);
    expect(told).toEqual(
      Array.from({ length: outage }, () => ['wake-ups-lost closed', 'wake-ups-back ready']).flat(),
    );
  }
});
