export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

interface Access {
  readonly username?: string;
  readonly password?: string;
  readonly tls: 'on' | 'off';
}

/** Where Redis is, in one of the three ways it is run. */
export type RedisAddress = Access &
  (
    | { readonly kind: 'single'; readonly endpoint: Endpoint; readonly db: number }
    | {
        readonly kind: 'sentinel';
        readonly sentinels: readonly Endpoint[];
        readonly master: string;
        readonly db: number;
      }
    | { readonly kind: 'cluster'; readonly nodes: readonly Endpoint[] }
  );

export type ParsedRedisAddress =
  | { kind: 'address'; address: RedisAddress }
  /** What is wrong, in words for whoever sets it up; never repeats the address, which may hold a password. */
  | { kind: 'invalid'; problem: string };

// scheme :// [user:password@] hosts [/path]
const FORM = /^(rediss?)(\+sentinel|\+cluster)?:\/\/(?:([^@/]*)@)?([^@/?#]+)(?:\/([^?#]*))?$/;

/**
 * Reads REDIS_URL:
 * `redis://[user:pass@]host[:6379][/db]`,
 * `redis+sentinel://[user:pass@]host[:26379],host/master-name[/db]` (the password is the data nodes'),
 * `redis+cluster://[user:pass@]host[:6379],host`; `rediss…` for TLS.
 */
export function parseRedisAddress(url: string): ParsedRedisAddress {
  const match = FORM.exec(url);
  if (!match)
    return invalid('expected redis://, redis+sentinel:// or redis+cluster:// (rediss for TLS) and a host');
  const [, scheme, mode, login, hosts = '', path = ''] = match;
  const access = readAccess(login, scheme === 'rediss' ? 'on' : 'off');
  if (!access) return invalid('the user name or password is not percent-encoded properly');
  const endpoints = hosts.split(',').map(host => readEndpoint(host, mode === '+sentinel' ? 26379 : 6379));
  const known = endpoints.filter(endpoint => endpoint !== undefined);
  if (known.length < endpoints.length) return invalid('expected host or host:port, separated by commas');
  if (mode === '+sentinel') return sentinel(access, known, path);
  if (mode === '+cluster') return cluster(access, known, path);
  return single(access, known, path);
}

function single(access: Access, endpoints: readonly Endpoint[], path: string): ParsedRedisAddress {
  const [endpoint, another] = endpoints;
  if (!endpoint || another)
    return invalid('redis:// names one server; for several use redis+sentinel or redis+cluster');
  const db = readDb(path);
  if (db === undefined)
    return invalid('after the host only a database number may follow, as in redis://host/0');
  return valid({ ...access, kind: 'single', endpoint, db });
}

function sentinel(access: Access, sentinels: readonly Endpoint[], path: string): ParsedRedisAddress {
  const [master = '', dbPath = '', ...rest] = path.split('/');
  if (master === '')
    return invalid("the master's name is missing, as in redis+sentinel://host:26379/mymaster");
  const db = readDb(dbPath);
  if (db === undefined || rest.length > 0)
    return invalid("after the master's name only a database number may follow");
  return valid({ ...access, kind: 'sentinel', sentinels, master, db });
}

function cluster(access: Access, nodes: readonly Endpoint[], path: string): ParsedRedisAddress {
  if (path !== '') return invalid('a cluster has no database numbers: nothing may follow the hosts');
  return valid({ ...access, kind: 'cluster', nodes });
}

function readAccess(login: string | undefined, tls: 'on' | 'off'): Access | undefined {
  if (login === undefined || login === '') return { tls };
  const [username = '', ...password] = login.split(':');
  try {
    const access = { tls, ...(username && { username: decodeURIComponent(username) }) };
    return password.length > 0 ? { ...access, password: decodeURIComponent(password.join(':')) } : access;
  } catch {
    return undefined;
  }
}

// a name, an IPv4 address, or an IPv6 address in brackets
const HOST_PORT = /^(?:\[([\da-fA-F:.]+)\]|([\w.-]+))(?::(\d{1,5}))?$/;

function readEndpoint(text: string, defaultPort: number): Endpoint | undefined {
  const match = HOST_PORT.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = match?.[3] === undefined ? defaultPort : Number(match[3]);
  return host === undefined || port < 1 || port > 65_535 ? undefined : { host, port };
}

function readDb(path: string): number | undefined {
  if (path === '') return 0;
  return /^\d{1,4}$/.test(path) ? Number(path) : undefined;
}

function valid(address: RedisAddress): ParsedRedisAddress {
  return { kind: 'address', address };
}

function invalid(problem: string): ParsedRedisAddress {
  return { kind: 'invalid', problem };
}
