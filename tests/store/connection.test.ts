/** How we connect to Redis in each of the ways it is run, and how often an outage is told of. No server is called. */
import { Cluster, type Redis } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import {
  connect,
  connectForWakeUps,
  masters,
  type RedisConnection,
  reconnectDelay,
} from '../../src/store/redis/connection.ts';
import { parseRedisAddress } from '../../src/store/redis/redis-address.ts';

const opened: RedisConnection[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.disconnect();
});

function addressOf(url: string) {
  const parsed = parseRedisAddress(url);
  if (parsed.kind !== 'address') throw new Error(parsed.problem);
  return parsed.address;
}

function connected(url: string, told: string[] = []): RedisConnection {
  const connection = connect(addressOf(url), (problem, detail) => told.push(`${problem} ${detail}`));
  opened.push(connection);
  return connection;
}
function single(url: string): Redis {
  const connection = connected(url);
  if (connection instanceof Cluster) throw new Error(`${url} is no cluster`);
  return connection;
}

describe('the connection for commands', () => {
  it('to one server has its database, and whoever may enter', () => {
    const { options } = single('rediss://bot:secret@a:7000/3');
    expect(options).toMatchObject({
      host: 'a',
      port: 7000,
      db: 3,
      username: 'bot',
      password: 'secret',
      tls: {},
    });
    expect(options).toMatchObject({ lazyConnect: true, commandTimeout: 1_000, maxRetriesPerRequest: 1 });
    const plain = single('redis://a').options;
    expect([plain.username ?? null, plain.password ?? null, plain.tls]).toEqual([null, null, undefined]);
  });

  it('by sentinels asks these for the master, over TLS where that is wished for', () => {
    const { options } = single('rediss+sentinel://:secret@a:1,b/main/2');
    expect(options).toMatchObject({
      sentinels: [
        { host: 'a', port: 1 },
        { host: 'b', port: 26379 },
      ],
      name: 'main',
      db: 2,
      password: 'secret',
      sentinelCommandTimeout: 1_000,
      enableTLSForSentinelMode: true,
      sentinelTLS: {},
      failoverDetector: true,
    });
    const plain = single('redis+sentinel://a/main').options;
    expect(plain.enableTLSForSentinelMode).toBe(false);
    expect(plain.sentinelTLS).toBeUndefined();
  });

  it('to a cluster enters each of its nodes, by the name on its certificate', () => {
    const cluster = connected('rediss+cluster://bot:secret@a:1,b');
    if (!(cluster instanceof Cluster)) throw new Error('it is a cluster');
    expect(cluster.options).toMatchObject({
      lazyConnect: true,
      slotsRefreshTimeout: 1_000,
      redisOptions: { username: 'bot', password: 'secret', tls: {}, connectTimeout: 2_000 },
    });
    const found: unknown[] = [];
    cluster.options.dnsLookup?.('a.example', (error, address) => found.push(error, address));
    expect(found).toEqual([null, 'a.example']);
    expect(masters(cluster)).toEqual([]);
    const one = single('redis://a');
    expect(masters(one)).toEqual([one]);
  });

  it('comes back soon, and after a failover without sending a command again', () => {
    expect([1, 2, 19, 20, 21, 1000].map(reconnectDelay)).toEqual([50, 100, 950, 1000, 1000, 1000]);
    const { reconnectOnError } = single('redis://a').options;
    expect(reconnectOnError?.(new Error("READONLY You can't write"))).toBe(1);
    expect(reconnectOnError?.(new Error('ERR unknown command'))).toBe(false);
  });
});

it('the connection for wake-ups ends instead of mending itself, in a cluster to one of its nodes', () => {
  const forWakeUps = (url: string, commands: RedisConnection) => {
    const line = connectForWakeUps(addressOf(url), commands);
    line.on('error', () => undefined);
    opened.push(line);
    return line.options;
  };
  const once = { autoResubscribe: false, lazyConnect: false, reconnectOnError: null, commandTimeout: 1_000 };
  const one = forWakeUps('redis://127.0.0.1:1/2', connected('redis://127.0.0.1:1/2'));
  expect(one).toMatchObject({ ...once, host: '127.0.0.1', port: 1, db: 2 });
  expect(one.retryStrategy?.(1)).toBeNull();
  const url = 'redis+cluster://:secret@127.0.0.1:1';
  const node = forWakeUps(url, connected(url));
  expect(node).toMatchObject({ ...once, host: '127.0.0.1', port: 1, password: 'secret' });
  expect(node.retryStrategy?.(1)).toBeNull();
});

it('an outage is told of once, and so is its end; another one only after the connection was there', () => {
  const told: string[] = [];
  const connection = connected('redis://a', told);
  connection.emit('reconnecting');
  connection.emit('error', new Error('connect ECONNREFUSED 10.0.0.1:6379'));
  expect(told).toEqual(['connection-lost closed']);
  connection.emit('ready');
  connection.emit('ready');
  connection.emit('error', Object.assign(new Error('no'), { code: 'ECONNRESET' }));
  connection.emit('reconnecting');
  expect(told).toEqual(['connection-lost closed', 'connection-back ready', 'connection-lost ECONNRESET']);
});
