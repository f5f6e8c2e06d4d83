/** A fault test proves only what its Redis was told: the settings that a test names are the ones that it runs with. */
import { Redis } from 'ioredis';
import { expect, it } from 'vitest';
import { type RedisServerOptions, startRedisServer } from '../support/redis-server.ts';

it.each<[string, RedisServerOptions, Record<string, string>]>([
  ['nothing', {}, { appendonly: 'no', appendfsync: 'everysec', save: '' }],
  ['an append-only file', { aof: 'on' }, { appendonly: 'yes', appendfsync: 'everysec', save: '' }],
  [
    'a write-through file',
    { aof: 'on', config: [['appendfsync', 'always']] },
    { appendonly: 'yes', appendfsync: 'always' },
  ],
  ['a careless file', { aof: 'on', config: [['appendfsync', 'no']] }, { appendfsync: 'no' }],
  ['snapshots', { config: [['save', '900 1']] }, { appendonly: 'no', save: '900 1' }],
  ['the file by its own name', { config: [['appendonly', 'yes']] }, { appendonly: 'yes' }],
])('a Redis asked for %s has it, after a crash as well', async (_, options, wanted) => {
  const server = await startRedisServer(options);
  try {
    expect(await settings(server.url, Object.keys(wanted))).toEqual(wanted);
    await server.kill();
    await server.start();
    expect(await settings(server.url, Object.keys(wanted))).toEqual(wanted);
  } finally {
    await server.stop();
  }
});

async function settings(url: string, names: readonly string[]): Promise<Record<string, string>> {
  const redis = new Redis(url);
  const found = new Map<string, string>();
  for (const name of names) {
    const reply: unknown = await redis.config('GET', name);
    if (Array.isArray(reply)) found.set(String(reply[0]), String(reply[1]));
  }
  redis.disconnect();
  return Object.fromEntries(found);
}
