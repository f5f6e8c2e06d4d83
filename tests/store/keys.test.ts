/** The keys in Redis, letter by letter: what earlier versions keep is found under these. */
import { expect, it } from 'vitest';
import { judge } from '../../src/store/redis/inspect-redis.ts';
import {
  claimKey,
  collectionKey,
  conversationKeys,
  dueKeys,
  healthKey,
  sharedKey,
  timesKeys,
} from '../../src/store/redis/keys.ts';

it('of a conversation lie in its bucket, and its name is in each', () => {
  expect(conversationKeys('pb', { channel: 'msteams', conversation: 'a' })).toEqual({
    record: 'pb:{109}:msteams/a:s',
    log: 'pb:{109}:msteams/a:l',
    outbox: 'pb:{109}:msteams/a:o',
    due: 'pb:{109}:due',
    reminder: 'pb:{109}:msteams/a:r',
    times: 'pb:{109}:reminders',
    member: '["msteams","a"]',
    wakeUps: 'pb:{109}:msteams/a:w',
  });
});

it('spread evenly over 256 buckets', () => {
  const buckets = Array.from({ length: 5_120 }, (_, at) => {
    const { due } = conversationKeys('pb', { channel: 'directline', conversation: `conversation ${at}` });
    return Number(/\{(\d+)\}/.exec(due)?.[1]);
  });
  const counts = Array.from({ length: 256 }, (_, bucket) => buckets.filter(one => one === bucket).length);
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(5_120);
  // Twenty each on average.
  expect([Math.min(...counts) > 2, Math.max(...counts) < 50]).toEqual([true, true]);
});

it('of names and of all buckets', () => {
  expect([sharedKey('pb', 'n'), claimKey('pb', 'n'), collectionKey('pb', 'n'), healthKey('pb')]).toEqual([
    'pb:shared:n',
    'pb:claim:n',
    'pb:collection:{n}',
    'pb:health',
  ]);
  for (const [keys, name] of [
    [dueKeys('pb'), 'due'],
    [timesKeys('pb'), 'reminders'],
  ] as const) {
    expect([keys.length, keys[0], keys[255]]).toEqual([256, `pb:{0}:${name}`, `pb:{255}:${name}`]);
  }
});

it.each([
  ['allkeys-lru', '1', [{ kind: 'evicting-policy', policy: 'allkeys-lru' }]],
  ['noeviction', '0', [{ kind: 'no-append-only-file' }]],
  [
    'volatile-ttl',
    '0',
    [{ kind: 'evicting-policy', policy: 'volatile-ttl' }, { kind: 'no-append-only-file' }],
  ],
])('a server with the policy %s and the append-only file %s is told to be %j', (policy, file, findings) => {
  const info = `redis_version:7.2.4\r\nmaxmemory_policy:${policy}\r\naof_enabled:${file}\r\n`;
  expect(judge(info)).toEqual(findings);
});
