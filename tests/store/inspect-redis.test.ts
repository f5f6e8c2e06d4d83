import { describe, expect, it } from 'vitest';
import { inspectRedis, judge } from '../../src/store/redis/inspect-redis.ts';

const info = (version: string) =>
  ['# Server', `redis_version:${version}`, 'maxmemory_policy:noeviction', 'aof_enabled:1', ''].join('\r\n');

describe('judge', () => {
  it.each(['6.2.0', '6.10.1', '7.0.15', '8.2.1', '10.0.0'])('is content with version %s', version => {
    expect(judge(info(version))).toEqual([]);
  });

  it.each(['2.8.24', '5.0.14', '6.0.20'])('finds version %s too old', version => {
    expect(judge(info(version))).toEqual([{ kind: 'too-old', version, needed: '6.2' }]);
  });

  it('says what a server does not tell', () => {
    expect(judge('redis_version:7.0.0\r\n')).toEqual([
      { kind: 'not-told', what: 'maxmemory_policy' },
      { kind: 'not-told', what: 'aof_enabled' },
    ]);
  });
});

it('of an address that cannot be read says what is wrong with it', async () => {
  await expect(inspectRedis('http://redis')).rejects.toThrow('Redis URL: expected redis://');
});
