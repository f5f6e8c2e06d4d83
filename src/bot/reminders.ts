/**
 * Reminders for those who wished for them. The store knows when, and where to; what to say is worked out from the
 * answers at that moment, so that nobody is reminded of what is done, or of answers that are no longer kept.
 */
import type { ReminderNeed } from '../conversation/reminding.ts';
import type { DueReminder, Store } from '../store/port.ts';
import type { Turns } from '../turns/turns.ts';
import { type BotLog, errorFields } from './bot-log.ts';
import { conversationKey } from './conversation-key.ts';
import { laterReference, type Reference } from './conversation-reference.ts';
import { readReminder, writeReminder } from './kept-reminder.ts';
import type { ReplySender } from './reply-sender.ts';

export interface Reminders {
  /** Sets, moves or takes away a conversation's reminder after a turn. Never rejects. */
  note(reference: Reference, need: ReminderNeed): Promise<void>;
  /** Sends what is due; called while that goes on, it waits for it. Never rejects. */
  send(): Promise<void>;
}

export interface RemindersOptions {
  readonly store: Pick<Store, 'remind' | 'dueReminders' | 'claim'>;
  readonly turns: Pick<Turns, 'reminder'>;
  readonly replies: ReplySender;
  /** How long answers are kept after the last message, and the reminder with them. */
  readonly keptMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: BotLog;
}

const DAY_MS = 24 * 3_600_000;
/** No reminder is ever set for sooner, so none comes more often. */
const WEEK_MS = 7 * DAY_MS;
const AFTER_MS = { unfinished: WEEK_MS, 'follow-up': 4 * WEEK_MS };
const AT_ONCE = 200;

export function createReminders(options: RemindersOptions): Reminders {
  const { store, keptMs, now, log } = options;
  let sending: Promise<void> | undefined;
  const failed = (error: unknown) =>
    log.warn({ code: 'reminder-failed', ...errorFields(error) }, 'A reminder could not be set or sent');

  async function sendAll(): Promise<void> {
    for (const due of await store.dueReminders(now(), AT_ONCE)) await sendOne(options, due).catch(failed);
  }

  return {
    async note(reference, need) {
      const value = writeReminder({ reference: laterReference(reference), until: now() + keptMs });
      const reminder =
        need === 'nothing' ? undefined : { at: dueAt(need, { now: now(), keptMs }), value, ttlMs: keptMs };
      await store.remind(conversationKey(reference), reminder).catch(failed);
    },
    send() {
      sending ??= sendAll()
        .catch(failed)
        .finally(() => {
          sending = undefined;
        });
      return sending;
    },
  };
}

/**
 * A day that was named, in the morning, but never sooner than any other reminder. One that comes when the answers are no
 * longer kept is told of while they are.
 */
function dueAt(
  need: Exclude<ReminderNeed, 'nothing'>,
  { now, keptMs }: { now: number; keptMs: number },
): number {
  if (typeof need === 'string') return now + AFTER_MS[need];
  const morning = Date.parse(`${need.day}T06:00:00Z`);
  return morning < now + keptMs ? Math.max(morning, now + WEEK_MS) : now + AFTER_MS['follow-up'];
}

/**
 * Each date of a reminder is claimed once by one process, and the next date is set before anything is sent: a crash
 * loses a reminder rather than sending it twice.
 */
async function sendOne(options: RemindersOptions, { key, at, value }: DueReminder): Promise<void> {
  const { store, turns, replies, now, newId } = options;
  const name = `reminder\n${at}\n${key.channel}\n${key.conversation}`;
  if (!(await store.claim(name, newId(), WEEK_MS))) return;
  const kept = readReminder(value);
  const said = kept && (await turns.reminder(key));
  const left = kept ? kept.until - now() : 0;
  await store.remind(key, said && left > WEEK_MS ? { at: now() + WEEK_MS, value, ttlMs: left } : undefined);
  if (!kept || !said) return;
  const outcome = await replies.send({ said, reference: { ...kept.reference, at: now() } }, 'once');
  if (outcome === 'gone') await store.remind(key, undefined);
}
