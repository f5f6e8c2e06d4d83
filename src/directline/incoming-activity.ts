/** What a client may send: an allow-list. Every field not named here is dropped, whatever it says. */
import * as z from 'zod';
import type { Input } from '../conversation/input.ts';
import { type Locale, localeOf } from '../conversation/locale.ts';
import { type Press, pressSchema } from '../conversation/press.ts';
import { resumeCodeIn, withoutResumeCode } from '../conversation/resume-code.ts';
import type { Limits } from './limits.ts';
import { Refusal } from './refusal.ts';

const channelDataSchema = z.object({
  clientActivityID: z
    .string()
    .regex(/^[\w.-]{1,64}$/)
    .optional()
    .catch(undefined),
  postBack: z.literal(true).optional().catch(undefined),
  messageBack: z
    .object({ displayText: z.string().max(500).transform(cleanText) })
    .optional()
    .catch(undefined),
});

const activitySchema = z.object({
  type: z.string().max(64),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  name: z.string().max(64).optional().catch(undefined),
  locale: z.string().max(35).optional().catch(undefined),
  channelData: channelDataSchema.optional().catch(undefined),
});
type Activity = z.infer<typeof activitySchema>;

/** What is echoed to the conversation's readers, before the server adds its own fields. */
export interface Echo {
  readonly type: 'message' | 'event';
  readonly text?: string;
  readonly textFormat?: 'plain';
  readonly name?: string;
  readonly value?: unknown;
  readonly channelData?: unknown;
}

export type Incoming =
  | { kind: 'turn'; input: Input; echo: Echo }
  /** Accepted, but it means nothing here (typing, another event, …). */
  | { kind: 'ignored' };

export interface ReadActivity {
  readonly incoming: Incoming;
  /** The client's own id of this activity: the same when it sends it again. */
  readonly clientActivityID: string | undefined;
  readonly locale: Locale | undefined;
}

type TextLimits = Pick<Limits, 'textLength' | 'valueBytes'>;

/** Reads a posted body. Throws a Refusal when it is no activity or too long. */
export function readActivity(body: unknown, limits: TextLimits): ReadActivity {
  const { data: activity } = activitySchema.safeParse(body);
  if (!activity) throw new Refusal('BadArgument');
  return {
    incoming: incomingOf(activity, limits),
    clientActivityID: activity.channelData?.clientActivityID,
    locale: localeOf(activity.locale),
  };
}

function incomingOf(activity: Activity, limits: TextLimits): Incoming {
  if (activity.type === 'message') return readMessage(activity, limits);
  if (activity.type === 'event' && activity.name === 'locale') return readLocale(activity);
  return { kind: 'ignored' };
}

function readMessage(activity: Activity, { textLength, valueBytes }: TextLimits): Incoming {
  const raw = activity.text ?? '';
  if (raw.length > textLength * 2) throw new Refusal('MessageTooLong');
  const text = cleanText(raw);
  if (text.length > textLength) throw new Refusal('MessageTooLong');
  const said = text.trim() === '' ? {} : { text, textFormat: 'plain' as const };
  if (activity.value !== undefined && activity.value !== null) {
    const input = readValue(activity.value, valueBytes);
    return turn(activity, {
      input,
      said: input.kind === 'press' ? { value: echoed(input.press), ...said } : said,
    });
  }
  if (said.text === undefined) throw new Refusal('EmptyMessage');
  const code = resumeCodeIn(text);
  // What is echoed is kept with the conversation: the code is not.
  if (code !== undefined)
    return turn(activity, {
      input: { kind: 'resume-code', code },
      said: { ...said, text: withoutResumeCode(said.text) },
    });
  return turn(activity, { input: { kind: 'text', text }, said });
}

/** A press as it is kept in the log. Of a workshop's only what was done: the answers in its form are a secret ballot. */
function echoed(press: Press): Press {
  if (press.do !== 'workshop') return press;
  const { act, id } = press;
  return { do: 'workshop', act, ...(id !== undefined && { id }) };
}

function readLocale(activity: Activity): Incoming {
  const value = typeof activity.value === 'string' ? localeOf(activity.value) : undefined;
  if (!value) return { kind: 'ignored' };
  const echo = { type: 'event', name: 'locale', value, ...channelDataOf(activity) } as const;
  return { kind: 'turn', input: { kind: 'press', press: { do: 'locale', value } }, echo };
}

function turn(activity: Activity, { input, said }: { input: Input; said: Omit<Echo, 'type'> }): Incoming {
  return { kind: 'turn', input, echo: { type: 'message', ...said, ...channelDataOf(activity) } };
}

function channelDataOf({ channelData }: Activity): Pick<Echo, 'channelData'> {
  return channelData ? { channelData } : {};
}

/** Our buttons and forms send one flat object; a value with objects or lists in it did not come from them. */
const flatSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const POISONED = ['__proto__', 'constructor', 'prototype'];

function readValue(value: unknown, maxBytes: number): Input {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'unreadable' };
  if (POISONED.some(key => Object.hasOwn(value, key))) return { kind: 'unreadable' };
  const flat = flatSchema.safeParse(value).data;
  if (!flat || Buffer.byteLength(JSON.stringify(flat)) > maxBytes) return { kind: 'unreadable' };
  const cleaned = Object.entries(flat).map(([key, one]) => [
    key,
    typeof one === 'string' ? cleanText(one) : one,
  ]);
  const press = pressSchema.safeParse(Object.fromEntries(cleaned)).data;
  return press ? { kind: 'press', press } : { kind: 'unreadable' };
}

/**
 * What no person types and what only misleads whoever reads it later: control characters (NUL, the escape that
 * begins a terminal sequence), halves of surrogate pairs, and marks that turn the direction of the text.
 */
const UNWANTED = /(?![\n\t])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu;

/** The text without them; every line break becomes `\n`. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNWANTED, '');
}
