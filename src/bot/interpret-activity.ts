/** What an activity means to the conversation, if anything. */
import * as z from 'zod';
import { type Press, pressSchema } from '../conversation/press.ts';
import { resumeCodeIn } from '../conversation/resume-code.ts';
import { shortCodeIn } from '../conversation/short-code.ts';
import type { Delivery } from '../turns/turns.ts';
import { heardText, localeOfActivity } from './entities.ts';
import { type IncomingActivity, isRecord, isShared } from './incoming-activity.ts';
import { type SentFile, spreadsheetIn } from './sent-file.ts';

export type Interpreted =
  | { kind: 'input'; input: Delivery['input']; deliveryId: string }
  /** A spreadsheet, with or without words beside it. */
  | { kind: 'file'; file: SentFile; deliveryId: string }
  /** Nothing for the conversation: a reaction, somebody else's talk. It is accepted and forgotten. */
  | { kind: 'nothing' }
  /** An invoke of Teams that expects a result this bot does not give, such as a search of its message extension. */
  | { kind: 'unsupported' }
  /** Without an id a repeated delivery could not be told from a new one. */
  | { kind: 'unidentified' };

/** `now` is epoch milliseconds. */
export function interpretActivity(activity: IncomingActivity, now: number): Interpreted {
  switch (activity.type) {
    case 'message':
      return interpretMessage(activity);
    case 'invoke':
      return interpretInvoke(activity);
    case 'conversationUpdate':
      if (botWent(activity)) return identified(activity, { kind: 'left' });
      return somebodyCame(activity) ? joined(activity, now) : NOTHING;
    case 'installationUpdate':
      if (activity.action === 'remove') return identified(activity, { kind: 'left' });
      return activity.action === 'add' ? joined(activity, now) : NOTHING;
    case 'messageUpdate':
      return hearEdit(activity);
    default:
      return NOTHING;
  }
}

const NOTHING: Interpreted = { kind: 'nothing' };

function interpretMessage(activity: IncomingActivity): Interpreted {
  const { text, mentioned } = heardText(activity);
  const pressed = isRecord(activity.value);
  if (isShared(activity) && !mentioned && !pressed) return NOTHING;
  const press = readPress(activity.value);
  const file = press ? undefined : spreadsheetIn(activity);
  if (file) return activity.id ? { kind: 'file', file, deliveryId: activity.id } : { kind: 'unidentified' };
  if (press) return identified(activity, { kind: 'press', press });
  if (mentioned && !pressed && !text && !activity.attachments?.some(isFile))
    return identified(activity, { kind: 'called' });
  const resumed = resumeCodeIn(text);
  if (resumed !== undefined) return identified(activity, { kind: 'resume-code', code: resumed });
  const code = isShared(activity) ? shortCodeIn(text) : undefined;
  if (code) return identified(activity, { kind: 'share-code', code });
  return identified(activity, text ? { kind: 'text', text } : { kind: 'unreadable' });
}

/** The id is the message's own, which was applied when it was said: an edit is known by its words. */
function hearEdit(activity: IncomingActivity): Interpreted {
  const { text, mentioned } = heardText(activity);
  if (isShared(activity) && !mentioned) return NOTHING;
  if (!text || editSchema.safeParse(activity.channelData).data?.eventType !== 'editMessage') return NOTHING;
  const heard = identified(activity, { kind: 'edited' });
  return heard.kind === 'input' ? { ...heard, deliveryId: `edited ${heard.deliveryId} ${text}` } : heard;
}

const editSchema = z.object({ eventType: z.string() });

/** Teams sends the text, and the message it replies to, once more as attachments; anything else is something sent along. */
function isFile(attachment: unknown): boolean {
  return isRecord(attachment) && !WORDS.some(kind => kind === attachment.contentType);
}

const WORDS = ['text/html', 'messageReference'];

/** Teams calls this way for a card's Execute action; it carries the same data as a press. */
function interpretInvoke(activity: IncomingActivity): Interpreted {
  if (activity.name !== 'adaptiveCard/action') return { kind: 'unsupported' };
  const press = readPress(executeSchema.safeParse(activity.value).data?.action.data);
  return identified(activity, press ? { kind: 'press', press } : { kind: 'unreadable' });
}

const executeSchema = z.object({ action: z.object({ data: z.unknown() }) });

function readPress(value: unknown): Press | undefined {
  if (!isRecord(value)) return undefined;
  const { msteams: _, ...data } = value;
  return pressSchema.safeParse(data).data;
}

function botWent({ membersRemoved, recipient }: IncomingActivity): boolean {
  return membersRemoved?.some(({ id }) => id === recipient.id) ?? false;
}

/**
 * Greets the one person of a chat. In a shared conversation every newcomer would wake the bot, so there only
 * its own installation does.
 */
function somebodyCame(activity: IncomingActivity): boolean {
  const others = activity.membersAdded?.some(({ id }) => id !== activity.recipient.id) ?? false;
  return others && !isShared(activity);
}

/**
 * One id a day for all the ways a channel tells that the conversation began: some tell it twice. Who adds the app again
 * on another day is greeted again.
 */
function joined(activity: IncomingActivity, now: number): Interpreted {
  const locale = localeOfActivity(activity);
  const day = new Date(now).toISOString().slice(0, 10);
  return { kind: 'input', input: { kind: 'joined', ...(locale && { locale }) }, deliveryId: `joined ${day}` };
}

function identified(activity: IncomingActivity, input: Delivery['input']): Interpreted {
  return activity.id ? { kind: 'input', input, deliveryId: activity.id } : { kind: 'unidentified' };
}
