import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { problemDetail, type ReportProblem } from '../problem.ts';
import type { Endpoint, RedisAddress } from './redis-address.ts';

export type RedisConnection = Redis | Cluster;

type Options = Omit<RedisOptions, 'replyMapping'>;

const RECONNECT_AT_MOST_MS = 1_000;

/**
 * How we behave towards Redis: the library's own defaults wait for minutes, or for ever. Commands that were cut
 * off are sent again after a reconnect (switching that off leaves promises unsettled), so every write is one
 * that may run twice. No automatic pipelines: they group wrongly in a cluster and make single commands slower.
 */
const MANNERS = {
  lazyConnect: true,
  connectTimeout: 2_000,
  commandTimeout: 1_000,
  /** A server that hangs without closing (or a network that swallows) is left, and its successor looked for. */
  socketTimeout: 1_500,
  maxRetriesPerRequest: 1,
  retryStrategy: reconnectDelay,
  /** After a failover the old master answers READONLY: reconnect, but do not send the command again. */
  reconnectOnError: (error: Error) => (error.message.startsWith('READONLY') ? 1 : false),
  protocol: 2,
  disableClientInfo: true,
} satisfies Options;

/** Opens the connection for commands; it connects at the first command and mends itself. */
export function connect(address: RedisAddress, report: ReportProblem): RedisConnection {
  const connection = address.kind === 'cluster' ? connectCluster(address) : connectRedis(address, {});
  new OutageReport('connection', report).watch(connection);
  return connection;
}

/**
 * Opens a connection for wake-ups. It does not mend itself: it ends, and the owner opens another, in a cluster
 * perhaps to another node (any node passes on what any other was told).
 */
export function connectForWakeUps(address: RedisAddress, commands: RedisConnection): Redis {
  const once = {
    retryStrategy: () => null,
    reconnectOnError: null,
    autoResubscribe: false,
    lazyConnect: false,
  };
  if (address.kind !== 'cluster') return connectRedis(address, once);
  const endpoint = anyOf(commands instanceof Cluster ? liveNodes(commands) : []) ?? anyOf(address.nodes);
  return new Redis({ ...MANNERS, ...access(address), ...once, ...endpoint });
}

/** One connection to each server that holds data of its own. */
export function masters(connection: RedisConnection): readonly Redis[] {
  return connection instanceof Cluster ? connection.nodes('master') : [connection];
}

/** The delay before the next attempt: short at first, so that a cut line goes unnoticed. */
export function reconnectDelay(attempt: number): number {
  return Math.min(attempt * 50, RECONNECT_AT_MOST_MS);
}

/** Tells of an outage once, not of every attempt to end it, and of its end; and listens, so that no error event is unhandled. */
export class OutageReport {
  readonly #line: 'connection' | 'wake-ups';
  readonly #report: ReportProblem;
  #state: 'connected' | 'told' = 'connected';

  constructor(line: 'connection' | 'wake-ups', report: ReportProblem) {
    this.#line = line;
    this.#report = report;
  }

  watch(connection: RedisConnection): void {
    connection.on('error', (error: unknown) => this.lost(problemDetail(error)));
    connection.on('reconnecting', () => this.lost('closed'));
    connection.on('ready', () => this.#back());
  }

  lost(detail: string): void {
    if (this.#state === 'connected') this.#report(`${this.#line}-lost`, detail);
    this.#state = 'told';
  }

  #back(): void {
    if (this.#state === 'told') this.#report(`${this.#line}-back`, 'ready');
    this.#state = 'connected';
  }
}

function connectRedis(address: Exclude<RedisAddress, { kind: 'cluster' }>, options: Options): Redis {
  const common = { ...MANNERS, ...access(address), ...options, db: address.db };
  if (address.kind === 'single') return new Redis({ ...common, ...address.endpoint });
  return new Redis({
    ...common,
    sentinels: [...address.sentinels],
    name: address.master,
    sentinelCommandTimeout: 1_000,
    sentinelRetryStrategy: reconnectDelay,
    enableTLSForSentinelMode: address.tls === 'on',
    ...(address.tls === 'on' && { sentinelTLS: {} }),
    /** Tells of a promotion at once, when the old master hangs without closing its connections. */
    failoverDetector: true,
  });
}

function connectCluster(address: Extract<RedisAddress, { kind: 'cluster' }>): Cluster {
  return new Cluster([...address.nodes], {
    lazyConnect: true,
    clusterRetryStrategy: reconnectDelay,
    slotsRefreshTimeout: 1_000,
    redisOptions: { ...MANNERS, ...access(address) },
    // a certificate names the host, not its address
    ...(address.tls === 'on' && { dnsLookup: (host, done) => done(null, host) }),
  });
}

function access({ username, password, tls }: RedisAddress): Options {
  return {
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(tls === 'on' && { tls: {} }),
  };
}

function liveNodes(cluster: Cluster): readonly Endpoint[] {
  return cluster
    .nodes('all')
    .filter(node => node.status === 'ready')
    .map(({ options }) => ({ host: options.host ?? '', port: options.port ?? 0 }));
}

function anyOf(endpoints: readonly Endpoint[]): Endpoint | undefined {
  return endpoints[Math.floor(Math.random() * endpoints.length)];
}
