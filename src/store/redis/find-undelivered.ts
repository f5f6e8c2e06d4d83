import type { ConversationKey } from '../port.ts';
import type { RedisContext } from './context.ts';
import { earliestOf } from './earliest-of.ts';
import { conversationKeys, dueKeys } from './keys.ts';
import { settleOutbox } from './read-and-acknowledge.ts';

/**
 * Conversations whose oldest undelivered entry is older than that, the longest waiting first. Time is Redis'
 * own, as in the entries' ids. A conversation that has expired meanwhile is struck off the list.
 */
export async function findUndelivered(
  context: RedisContext,
  olderThanMs: number,
  limit: number,
): Promise<readonly ConversationKey[]> {
  const [seconds, microseconds] = await context.redis.time();
  const before = Number(seconds) * 1_000 + Math.floor(Number(microseconds) / 1_000) - olderThanMs;
  const waiting = await earliestOf(context.redis, dueKeys(context.prefix), { before, limit });
  const settled = await Promise.all(waiting.map(({ key }) => stillWaiting(context, key)));
  return waiting.filter((_, i) => settled[i]).map(({ key }) => key);
}

async function stillWaiting(context: RedisContext, key: ConversationKey): Promise<boolean> {
  return (await settleOutbox(context, conversationKeys(context.prefix, key), [])) === 'waiting';
}
