import { Redis } from 'ioredis';
import { type RedisServer, startRedisServer } from './redis-server.ts';
import { until } from './until.ts';

const SLOTS = 16_384;

export interface RedisCluster {
  readonly url: string;
  /** The three that began as masters. */
  readonly masters: readonly RedisServer[];
  stop(): Promise<void>;
}

/** Six nodes, three of them masters with one replica each, that notice a silent node in a second. */
export async function startRedisCluster(): Promise<RedisCluster> {
  const servers = await Promise.all(Array.from({ length: 6 }, startNode));
  const nodes = servers.map(({ port }) => new Redis({ host: '127.0.0.1', port }));
  await joinAll(nodes, servers);
  const ids = await Promise.all(nodes.map(node => node.cluster('MYID')));
  await Promise.all(nodes.slice(0, 3).map((node, i) => node.cluster('ADDSLOTSRANGE', ...share(i))));
  await until(async () => (await allKnow(nodes, 'cluster_known_nodes:6')) && allKnowMasters(nodes));
  await Promise.all(
    nodes.slice(3).map((node, i) => retry(() => node.call('CLUSTER', 'REPLICATE', String(ids[i])))),
  );
  await until(async () => (await allKnow(nodes, 'cluster_state:ok')) && allReplicate(nodes.slice(3)));
  for (const node of nodes) node.disconnect();
  return {
    url: `redis+cluster://${servers.map(({ port }) => `127.0.0.1:${port}`).join(',')}`,
    masters: servers.slice(0, 3),
    stop: async () => {
      await Promise.all(servers.map(server => server.stop()));
    },
  };
}

function startNode(): Promise<RedisServer> {
  return startRedisServer({
    aof: 'on',
    config: [
      ['cluster-enabled', 'yes'],
      ['cluster-node-timeout', '1000'],
    ],
  });
}

async function joinAll(nodes: readonly Redis[], servers: readonly RedisServer[]): Promise<void> {
  const [first] = nodes;
  for (const { port } of servers.slice(1)) await first?.call('CLUSTER', 'MEET', '127.0.0.1', port);
}

function share(i: number): [number, number] {
  const from = (part: number) => Math.floor((part * SLOTS) / 3);
  return [from(i), from(i + 1) - 1];
}

async function allKnow(nodes: readonly Redis[], line: string): Promise<boolean> {
  const infos = await Promise.all(nodes.map(node => node.call('CLUSTER', 'INFO')));
  return infos.every(info => String(info).includes(line));
}

async function allKnowMasters(nodes: readonly Redis[]): Promise<boolean> {
  return allKnow(nodes, `cluster_slots_assigned:${SLOTS}`);
}

async function allReplicate(replicas: readonly Redis[]): Promise<boolean> {
  const infos = await Promise.all(replicas.map(replica => replica.info('replication')));
  return infos.every(info => info.includes('master_link_status:up'));
}

async function retry(step: () => Promise<unknown>): Promise<void> {
  await until(async () => {
    await step();
    return true;
  });
}
