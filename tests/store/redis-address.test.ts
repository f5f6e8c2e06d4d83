import { describe, expect, it } from 'vitest';
import { parseRedisAddress } from '../../src/store/redis/redis-address.ts';

const SINGLE = { kind: 'single', tls: 'off', db: 0 };
const HOST = { host: 'redis.example', port: 6379 };

describe('parseRedisAddress', () => {
  it.each([
    ['redis://redis.example', { ...SINGLE, endpoint: HOST }],
    ['redis://redis.example/', { ...SINGLE, endpoint: HOST }],
    ['redis://redis.example:7000/3', { ...SINGLE, endpoint: { ...HOST, port: 7000 }, db: 3 }],
    ['rediss://redis.example', { ...SINGLE, endpoint: HOST, tls: 'on' }],
    ['redis://[::1]:7000', { ...SINGLE, endpoint: { host: '::1', port: 7000 } }],
    ['redis://@redis.example', { ...SINGLE, endpoint: HOST }],
    ['redis://bot@redis.example', { ...SINGLE, endpoint: HOST, username: 'bot' }],
    ['redis://bot:@redis.example', { ...SINGLE, endpoint: HOST, username: 'bot', password: '' }],
    ['redis://a_b-c.d:1', { ...SINGLE, endpoint: { host: 'a_b-c.d', port: 1 } }],
    ['redis://a:65535/9999', { ...SINGLE, endpoint: { host: 'a', port: 65_535 }, db: 9999 }],
    ['redis+cluster://a/', { kind: 'cluster', tls: 'off', nodes: [{ host: 'a', port: 6379 }] }],
    ['redis://:secret@redis.example', { ...SINGLE, endpoint: HOST, password: 'secret' }],
    [
      'redis://bot:s%40f%3Ae@redis.example',
      { ...SINGLE, endpoint: HOST, username: 'bot', password: 's@f:e' },
    ],
    [
      'redis+sentinel://bot:secret@a:1,b/main/2',
      {
        kind: 'sentinel',
        tls: 'off',
        username: 'bot',
        password: 'secret',
        sentinels: [
          { host: 'a', port: 1 },
          { host: 'b', port: 26379 },
        ],
        master: 'main',
        db: 2,
      },
    ],
    [
      'rediss+cluster://a:1,b',
      {
        kind: 'cluster',
        tls: 'on',
        nodes: [
          { host: 'a', port: 1 },
          { host: 'b', port: 6379 },
        ],
      },
    ],
  ])('reads %s', (url, address) => {
    expect(parseRedisAddress(url)).toEqual({ kind: 'address', address });
  });

  it.each([
    ['', 'expected redis://'],
    ['localhost:6379', 'expected redis://'],
    ['http://a', 'expected redis://'],
    ['redis://', 'expected redis://'],
    ['redis+cluster+sentinel://a', 'expected redis://'],
    ['redis://a:0', 'host:port'],
    ['redis://a:70000', 'host:port'],
    ['redis://a:65536', 'host:port'],
    ['redis://[a:1', 'host:port'],
    ['redis://a?db=1', 'expected redis://'],
    ['redis://a#1', 'expected redis://'],
    [' redis://a', 'expected redis://'],
    ['redis://a/12345', 'database number'],
    ['redis+sentinel://a/', "master's name"],
    ['redis+sentinel://a//1', "master's name"],
    ['redis://a b', 'host:port'],
    ['redis://a/zero', 'database number'],
    ['redis://a,b', 'names one server'],
    ['redis+sentinel://a', "master's name"],
    ['redis+sentinel://a/main/x', 'database number'],
    ['redis+sentinel://a/main/1/2', 'database number'],
    ['redis+cluster://a,b/0', 'no database numbers'],
    ['redis+cluster://a,,b', 'host:port'],
    ['redis://bot:%zz@a', 'percent-encoded'],
  ])('refuses %j and says what is expected', (url, expected) => {
    expect(parseRedisAddress(url)).toMatchObject({
      kind: 'invalid',
      problem: expect.stringContaining(expected),
    });
  });

  it('never repeats a password in what it says', () => {
    const urls = [
      'redis://u:secret@a/zero',
      'redis://u:secret@',
      'redis+sentinel://u:secret@a',
      'redis://u:secret@a,b',
    ];
    for (const url of urls) expect(JSON.stringify(parseRedisAddress(url))).not.toContain('secret');
  });
});
