import { parseEntryId } from '../entry-id.ts';
import type { Loaded, LogEntry, OutboxEntry } from '../port.ts';
import { TOKEN_LENGTH } from '../version-token.ts';
import type { RedisConnection } from './connection.ts';
import type { RedisContext } from './context.ts';
import { gatherWrites } from './gather-writes.ts';
import type { ConversationKeys } from './keys.ts';
import { runScript } from './run-script.ts';
import { acknowledgeScript, SOMETHING_DUE } from './scripts.ts';

/** One GET. Only while something is undelivered, which the record's mark tells, a second round trip reads it. */
export async function load(
  redis: RedisConnection,
  keys: ConversationKeys,
  what: 'all' | 'record',
): Promise<Loaded> {
  gatherWrites(redis);
  const stored = await redis.get(keys.record);
  if (stored === null) return { record: undefined, version: undefined, outbox: [] };
  return {
    record: stored.slice(TOKEN_LENGTH + 1),
    version: stored.slice(0, TOKEN_LENGTH),
    outbox: what === 'all' && stored[TOKEN_LENGTH] === SOMETHING_DUE ? await readOutbox(redis, keys) : [],
  };
}

/** Entries after a watermark, oldest first; from the oldest where it is none of ours. */
export async function readLog(
  redis: RedisConnection,
  keys: ConversationKeys,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<readonly LogEntry[]> {
  const from = after !== undefined && parseEntryId(after) ? `(${after}` : '-';
  return entries(await redis.xrange(keys.log, from, '+', 'COUNT', limit));
}

export async function acknowledge(
  context: RedisContext,
  keys: ConversationKeys,
  ids: readonly string[],
): Promise<void> {
  await settleOutbox(context, keys, ids);
}

/** Removes what was delivered and puts the record's mark and the list of due conversations right. */
export async function settleOutbox(
  { redis, ttlMs }: RedisContext,
  { record, outbox, due, member }: ConversationKeys,
  delivered: readonly string[],
): Promise<'empty' | 'waiting'> {
  const ids = delivered.filter(parseEntryId);
  const left = await runScript(redis, acknowledgeScript, {
    keys: [record, outbox, due],
    args: [member, ttlMs, ...ids],
  });
  return left === 0 ? 'empty' : 'waiting';
}

async function readOutbox(redis: RedisConnection, keys: ConversationKeys): Promise<readonly OutboxEntry[]> {
  return entries(await redis.xrange(keys.outbox, '-', '+'));
}

function entries(stream: readonly (readonly [id: string, fields: readonly string[]])[]): LogEntry[] {
  return stream.map(([id, [, value = '']]) => ({ id, value }));
}
