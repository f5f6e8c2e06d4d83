import { formatKey, parseKey } from '../conversation-key.ts';
import type { ConversationKey, DueReminder, Reminder } from '../port.ts';
import { newVersionToken } from '../version-token.ts';
import { rowVersion } from './row-version.ts';
import { lookAgain, type ReminderRow, type Tables } from './tables.ts';

/** Sets a conversation's reminder, or takes it away. `now` is epoch milliseconds. */
export async function setReminder(
  tables: Tables,
  { name, key, now }: { name: string; key: ConversationKey; now: number },
  reminder: Reminder | undefined,
): Promise<void> {
  lookAgain(tables);
  if (!reminder) {
    await tables.reminders.remove(name);
    return;
  }
  const { at, value, ttlMs } = reminder;
  const row: ReminderRow = { key: formatKey(key), at, value, expiresAt: now + ttlMs };
  await tables.reminders.put(name, row, rowVersion(newVersionToken()));
}

/** Reminders whose time is not after `before`, the longest waiting first. Reads them all: few people ask for one. */
export function findDueReminders(
  tables: Tables,
  { now, before, limit }: { now: number; before: number; limit: number },
): readonly DueReminder[] {
  lookAgain(tables);
  const rows = [...tables.reminders.getRange().map(({ value }) => value)];
  return rows
    .filter(({ at, expiresAt }) => at <= before && expiresAt > now)
    .sort((a, b) => a.at - b.at)
    .slice(0, limit)
    .flatMap(({ key, at, value }) => {
      const parsed = parseKey(key);
      return parsed ? [{ key: parsed, at, value }] : [];
    });
}
