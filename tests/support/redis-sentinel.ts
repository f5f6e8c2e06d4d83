import { Redis } from 'ioredis';
import { freePort } from './free-port.ts';
import { type RedisServer, startRedisServer } from './redis-server.ts';
import { until } from './until.ts';

const MASTER = 'porrasmaster';

export interface SentinelSet {
  readonly url: string;
  /** The data server that the Sentinels call the master now. */
  master(): Promise<RedisServer>;
  /** Waits until the master has both its replicas in step again. */
  whole(): Promise<void>;
  stop(): Promise<void>;
}

/** One master, two replicas and three Sentinels that notice a silent master in a second. */
export async function startSentinelSet(): Promise<SentinelSet> {
  const first = await startRedisServer({ aof: 'on' });
  const replicaOf = ['replicaof', `127.0.0.1 ${first.port}`] as const;
  const replicas = await Promise.all([1, 2].map(() => startRedisServer({ aof: 'on', config: [replicaOf] })));
  const sentinels = await Promise.all([1, 2, 3].map(() => startSentinel(first.port)));
  const servers = [first, ...replicas];
  const ask = new Redis({ host: '127.0.0.1', port: sentinels[0]?.port ?? 0 });
  ask.on('error', () => undefined);
  const serverOf = (port: number) => servers.find(candidate => candidate.port === port);
  const whole = () => until(() => isWhole(ask));
  await whole();
  return {
    url: `redis+sentinel://${sentinels.map(({ port }) => `127.0.0.1:${port}`).join(',')}/${MASTER}`,
    master: async () => {
      const server = serverOf(Number((await masterState(ask)).port));
      if (!server) throw new Error('the Sentinels name a master that is not ours');
      return server;
    },
    whole,
    stop: async () => {
      ask.disconnect();
      await Promise.all([...sentinels, ...servers].map(server => server.stop()));
    },
  };
}

async function startSentinel(masterPort: number): Promise<RedisServer> {
  const port = await freePort();
  return startRedisServer({
    port,
    sentinel: 'yes',
    config: [
      ['sentinel', `monitor ${MASTER} 127.0.0.1 ${masterPort} 2`],
      ['sentinel', `down-after-milliseconds ${MASTER} 1000`],
      ['sentinel', `failover-timeout ${MASTER} 5000`],
    ],
  });
}

async function isWhole(ask: Redis): Promise<boolean> {
  const state = await masterState(ask);
  const master = new Redis({ host: '127.0.0.1', port: Number(state.port) });
  master.on('error', () => undefined);
  try {
    const info = await master.info('replication');
    return state['num-other-sentinels'] === '2' && (info.match(/state=online/g) ?? []).length === 2;
  } finally {
    master.disconnect();
  }
}

async function masterState(ask: Redis): Promise<Record<string, string>> {
  const reply: unknown = await ask.call('SENTINEL', 'MASTER', MASTER);
  const texts = Array.isArray(reply) ? reply.map(String) : [];
  return Object.fromEntries(texts.flatMap((name, i) => (i % 2 === 0 ? [[name, texts[i + 1] ?? '']] : [])));
}
