import type { RedisContext } from './context.ts';
import { claimKey } from './keys.ts';
import { runScript, script } from './run-script.ts';

/**
 * A command that was cut off is sent again by the connection: then our own value stands there already, and that
 * is a claim as well.
 */
export async function claim(
  { redis, prefix }: RedisContext,
  { name, value, ttlMs }: { name: string; value: string; ttlMs: number },
): Promise<boolean> {
  const key = claimKey(prefix, name);
  const taken = await redis.set(key, value, 'PX', ttlMs, 'NX');
  return taken !== null || (await redis.get(key)) === value;
}

export async function claimed({ redis, prefix }: RedisContext, name: string): Promise<string | undefined> {
  return (await redis.get(claimKey(prefix, name))) ?? undefined;
}

export async function release({ redis, prefix }: RedisContext, name: string, value: string): Promise<void> {
  await runScript(redis, releaseScript, { keys: [claimKey(prefix, name)], args: [value] });
}

/** KEYS claim; ARGV value. One step, so that nobody else's claim is ever given up. */
const releaseScript = script(`
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 0
`);
