import { formatMember, toCollection } from '../collection.ts';
import type { Collected, Collection, CollectOutcome } from '../port.ts';
import type { RedisContext } from './context.ts';
import { collectionKey } from './keys.ts';
import { type Promised, runPromised } from './run-promised.ts';
import { script } from './run-script.ts';

interface Member extends Promised {
  readonly name: string;
  readonly member: string;
}

/** Sets a member's value in the hash of the collection. Done twice it is the same, so it may be sent again. */
export async function collect(
  context: RedisContext,
  { name, member, ...promised }: Member,
  { value, ttlMs, provided }: Collected,
): Promise<CollectOutcome> {
  const keys = [collectionKey(context.prefix, name)];
  const only = provided ? [formatMember(provided.member), provided.value] : [];
  const args = [formatMember(member), value, ttlMs, ...only];
  const done = await runPromised(context, { script: collectScript, keys, args, ...promised });
  return done === null ? 'left-out' : 'collected';
}

/** The fields are JSON, which begins with a quotation mark: none is `__proto__` or a number to the library's object. */
export async function gather({ redis, prefix }: RedisContext, name: string): Promise<Collection> {
  return toCollection(Object.entries(await redis.hgetall(collectionKey(prefix, name))));
}

/** Redis itself removes a hash with its last field. */
export async function withdraw(context: RedisContext, { name, member, ...promised }: Member): Promise<void> {
  const keys = [collectionKey(context.prefix, name)];
  await runPromised(context, { script: withdrawScript, keys, args: [formatMember(member)], ...promised });
}

/**
 * KEYS collection; ARGV member, value, ttl in ms, and where it depends on another member: that one and its value. Returns
 * nil where that is another. PEXPIRE knows GT from Redis 7 on, and not for a key without an end.
 */
const collectScript = script(`
if ARGV[4] and redis.call('HGET', KEYS[1], ARGV[4]) ~= ARGV[5] then return false end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[3]) then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
return 0
`);

/**
 * KEYS collection; ARGV member. It begins with giving up room, so that a full Redis lets it through. The field that
 * comes and goes is nobody's (a member's begins with a quotation mark): where there was nothing to take out, it gives a
 * WAIT behind this script something to wait for, as it did not see who took it out before.
 */
const withdrawScript = script(`
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('HSET', KEYS[1], '-', '')
redis.call('HDEL', KEYS[1], '-')
return 0
`);
