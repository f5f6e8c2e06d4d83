import { answerInTime } from '../answer-in-time.ts';
import { connect, masters, type RedisConnection } from './connection.ts';
import { parseRedisAddress } from './redis-address.ts';

/** What makes a Redis unfit to be trusted with answers. Production refuses to start with any; development warns. */
export type RedisFinding =
  /** When memory is full this policy drops conversations without a word. Wanted: noeviction. */
  | { kind: 'evicting-policy'; policy: string }
  /** Without the append-only file a crash loses what was acknowledged. */
  | { kind: 'no-append-only-file' }
  | { kind: 'too-old'; version: string; needed: string }
  /** The server does not tell: its INFO lacks the field. */
  | { kind: 'not-told'; what: 'maxmemory_policy' | 'aof_enabled' | 'redis_version' };

const NEEDED_VERSION = '6.2';

/**
 * Asks every server that holds data whether it can be trusted with it. Each kind of finding is told once.
 * Throws StoreUnavailable when Redis does not answer, and a plain Error for a URL that cannot be read.
 */
export async function inspectRedis(url: string): Promise<readonly RedisFinding[]> {
  const parsed = parseRedisAddress(url);
  if (parsed.kind === 'invalid') throw new Error(`Redis URL: ${parsed.problem}`);
  const connection = connect(parsed.address, () => undefined);
  try {
    const infos = await answerInTime(() => infoOfAll(connection));
    const findings = infos.flatMap(judge);
    return findings.filter((one, i) => findings.findIndex(other => other.kind === one.kind) === i);
  } finally {
    connection.disconnect();
  }
}

async function infoOfAll(connection: RedisConnection): Promise<readonly string[]> {
  await connection.ping();
  return Promise.all(masters(connection).map(server => server.info()));
}

/** Judges what one server tells of itself (the text of INFO). */
export function judge(info: string): readonly RedisFinding[] {
  return [
    check(info, 'maxmemory_policy', policy =>
      policy === 'noeviction' ? undefined : { kind: 'evicting-policy', policy },
    ),
    check(info, 'aof_enabled', enabled => (enabled === '1' ? undefined : { kind: 'no-append-only-file' })),
    check(info, 'redis_version', version =>
      isOlder(version, NEEDED_VERSION) ? { kind: 'too-old', version, needed: NEEDED_VERSION } : undefined,
    ),
  ].filter(finding => finding !== undefined);
}

function check(
  info: string,
  what: Extract<RedisFinding, { kind: 'not-told' }>['what'],
  judgeValue: (value: string) => RedisFinding | undefined,
): RedisFinding | undefined {
  const value = new RegExp(`^${what}:(\\S+)`, 'm').exec(info)?.[1];
  return value === undefined ? { kind: 'not-told', what } : judgeValue(value);
}

function isOlder(version: string, needed: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number);
  return major < neededMajor || (major === neededMajor && minor < neededMinor);
}
