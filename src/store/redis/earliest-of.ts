import { parseKey } from '../conversation-key.ts';
import type { ConversationKey } from '../port.ts';
import type { RedisConnection } from './connection.ts';

/** A conversation in a sorted set of Redis, with its score. */
export interface TimedKey {
  readonly key: ConversationKey;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The conversations of a sorted set whose time is not after `before`, the earliest first; at most `limit`. */
async function earliestIn(
  redis: RedisConnection,
  set: string,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<readonly TimedKey[]> {
  // Members and scores in turn.
  const reply = await redis.zrangebyscore(set, '-inf', before, 'WITHSCORES', 'LIMIT', 0, limit);
  return reply.flatMap((member, i) => {
    const key = i % 2 === 0 ? parseKey(member) : undefined;
    return key ? [{ key, at: Number(reply[i + 1]) }] : [];
  });
}

/** The earliest of several sorted sets, as of one. */
export async function earliestOf(
  redis: RedisConnection,
  sets: readonly string[],
  wanted: { readonly before: number; readonly limit: number },
): Promise<readonly TimedKey[]> {
  const found = await Promise.all(sets.map(set => earliestIn(redis, set, wanted)));
  return found
    .flat()
    .sort((a, b) => a.at - b.at)
    .slice(0, wanted.limit);
}
