import { StoreUnavailable } from '../port.ts';
import type { RedisContext } from './context.ts';
import { sharedKey } from './keys.ts';

/** The first value set under the name wins, for all processes; reading it renews its time to live. */
export async function keepShared(
  { redis, prefix, ttlMs }: RedisContext,
  name: string,
  create: () => string,
): Promise<string> {
  const key = sharedKey(prefix, name);
  const kept = await redis.getex(key, 'PX', ttlMs);
  if (kept !== null) return kept;
  await redis.set(key, create(), 'PX', ttlMs, 'NX');
  const agreed = await redis.getex(key, 'PX', ttlMs);
  if (agreed === null) throw new StoreUnavailable('shared-value-lost');
  return agreed;
}
