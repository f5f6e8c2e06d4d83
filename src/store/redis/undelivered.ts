import { parseKey } from '../conversation-key.ts';
import type { ConversationKey } from '../port.ts';
import type { RedisContext } from './context.ts';
import { conversationKeys, dueKeys } from './keys.ts';
import { settleOutbox } from './read-and-acknowledge.ts';

interface Candidate {
  readonly key: ConversationKey;
  readonly since: number;
}

/**
 * Conversations whose oldest undelivered entry is older than that, the longest waiting first. Time is Redis'
 * own, as in the entries' ids. What turns out to have expired meanwhile is struck off the list.
 */
export async function findUndelivered(
  context: RedisContext,
  olderThanMs: number,
  limit: number,
): Promise<readonly ConversationKey[]> {
  const [seconds, microseconds] = await context.redis.time();
  const before = Number(seconds) * 1_000 + Math.floor(Number(microseconds) / 1_000) - olderThanMs;
  const buckets = await Promise.all(
    dueKeys(context.prefix).map(due => dueBefore(context, due, { before, limit })),
  );
  const waiting = buckets
    .flat()
    .sort((a, b) => a.since - b.since)
    .slice(0, limit);
  const settled = await Promise.all(waiting.map(({ key }) => stillWaiting(context, key)));
  return waiting.filter((_, i) => settled[i]).map(({ key }) => key);
}

async function dueBefore(
  { redis }: RedisContext,
  due: string,
  { before, limit }: { before: number; limit: number },
): Promise<readonly Candidate[]> {
  const reply = await redis.zrangebyscore(due, '-inf', before, 'WITHSCORES', 'LIMIT', 0, limit);
  return reply.flatMap((member, i) => {
    const key = i % 2 === 0 ? parseKey(member) : undefined;
    return key ? [{ key, since: Number(reply[i + 1]) }] : [];
  });
}

async function stillWaiting(context: RedisContext, key: ConversationKey): Promise<boolean> {
  return (await settleOutbox(context, conversationKeys(context.prefix, key), [])) === 'waiting';
}
