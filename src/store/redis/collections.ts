import { formatMember, toCollection } from '../collection.ts';
import type { Collected, Collection, CollectOutcome } from '../port.ts';
import type { RedisContext } from './context.ts';
import { collectionKey } from './keys.ts';
import { type Durability, runDurably } from './run-durably.ts';
import { script } from './run-script.ts';

interface Member extends Durability {
  readonly name: string;
  readonly member: string;
}

/** Sets a member's value in the hash of the collection. Done twice it is the same, so it may be sent again. */
export async function collect(
  context: RedisContext,
  { name, member, ...durability }: Member,
  { value, ttlMs, provided }: Collected,
): Promise<CollectOutcome> {
  const keys = [collectionKey(context.prefix, name)];
  const only = provided ? [formatMember(provided.member), provided.value] : [];
  const args = [formatMember(member), value, ttlMs, ...only];
  const done = await runDurably(context, { script: collectScript, keys, args, ...durability });
  return done === null ? 'left-out' : 'collected';
}

/** The fields are JSON, which begins with a quotation mark: none is `__proto__` or a number to the library's object. */
export async function gather({ redis, prefix }: RedisContext, name: string): Promise<Collection> {
  return toCollection(Object.entries(await redis.hgetall(collectionKey(prefix, name))));
}

/** Redis itself removes a hash with its last field. */
export async function withdraw(
  context: RedisContext,
  { name, member, ...durability }: Member,
): Promise<void> {
  const keys = [collectionKey(context.prefix, name)];
  await runDurably(context, { script: withdrawScript, keys, args: [formatMember(member)], ...durability });
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
 * KEYS collection; ARGV member. HDEL comes first: a Redis whose memory is full refuses a script that begins by adding.
 * The field '-' is nobody's (a member's begins with a quotation mark). It is set and removed so that this script always
 * writes: where another call has removed the member already, WAIT then waits until the replicas have that, too.
 */
const withdrawScript = script(`
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('HSET', KEYS[1], '-', '')
redis.call('HDEL', KEYS[1], '-')
return 0
`);
