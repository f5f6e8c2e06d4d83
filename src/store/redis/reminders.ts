import type { ConversationKey, DueReminder, Reminder } from '../port.ts';
import type { RedisContext } from './context.ts';
import { earliestOf } from './earliest-of.ts';
import { conversationKeys, timesKeys } from './keys.ts';
import { runScript, script } from './run-script.ts';

/** Sets a conversation's reminder, or takes it away. */
export async function setReminder(
  { redis, prefix, ttlMs: longest }: RedisContext,
  key: ConversationKey,
  reminder: Reminder | undefined,
): Promise<void> {
  const { reminder: place, times, member } = conversationKeys(prefix, key);
  if (!reminder) {
    await runScript(redis, forgetScript, { keys: [place, times], args: [member] });
    return;
  }
  const { at, value, ttlMs } = reminder;
  const args = [value, ttlMs, at, member, Math.max(ttlMs, longest)];
  await runScript(redis, remindScript, { keys: [place, times], args });
}

/** Reminders whose time is not after `before` (epoch milliseconds), the longest waiting first; at most `limit`. */
export async function findDueReminders(
  context: RedisContext,
  before: number,
  limit: number,
): Promise<readonly DueReminder[]> {
  const { redis, prefix } = context;
  const due = await earliestOf(redis, timesKeys(prefix), { before, limit });
  const values = await Promise.all(due.map(({ key }) => storedValue(context, key)));
  return due.flatMap((one, i) => {
    const value = values[i];
    return value === undefined ? [] : [{ ...one, value }];
  });
}

async function storedValue(
  { redis, prefix }: RedisContext,
  key: ConversationKey,
): Promise<string | undefined> {
  const { reminder, times, member } = conversationKeys(prefix, key);
  const found = await runScript(redis, valueScript, { keys: [reminder, times], args: [member] });
  return typeof found === 'string' ? found : undefined;
}

/** KEYS reminder, times; ARGV value, its ttl in ms, time, member, ttl of the list in ms. */
const remindScript = script(`
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[4])
redis.call('PEXPIRE', KEYS[2], ARGV[5])
return 0
`);

/** KEYS reminder, times; ARGV member. */
const forgetScript = script(`
redis.call('UNLINK', KEYS[1])
redis.call('ZREM', KEYS[2], ARGV[1])
return 0
`);

/** KEYS reminder, times; ARGV member. One that has expired is struck off the list. */
const valueScript = script(`
local value = redis.call('GET', KEYS[1])
if not value then redis.call('ZREM', KEYS[2], ARGV[1]) end
return value
`);
