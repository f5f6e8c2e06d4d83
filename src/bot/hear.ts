/** What an activity means to the conversation, if anything. */
import { z } from 'zod';
import type { Input } from '../conversation/input.ts';
import { type Locale, localeOf } from '../conversation/locale.ts';
import { type Press, pressSchema } from '../conversation/press.ts';
import { type IncomingActivity, isShared } from './incoming-activity.ts';

export type Heard =
  | { kind: 'input'; input: Input; deliveryId: string }
  /** Nothing for the conversation: a reaction, an edit, somebody else's talk. It is accepted and forgotten. */
  | { kind: 'nothing' }
  /** A call for an answer that this bot has none for. */
  | { kind: 'unsupported' }
  /** Without an id a repeated delivery could not be told from a new one. */
  | { kind: 'unidentified' };

/** Long enough for any answer; what lies beyond is not read. */
const TEXT_LIMIT = 4000;
const ENTITY_LIMIT = 50;

export function hear(activity: IncomingActivity): Heard {
  switch (activity.type) {
    case 'message':
      return hearMessage(activity);
    case 'invoke':
      return hearInvoke(activity);
    case 'conversationUpdate':
      return somebodyCame(activity) ? joined(activity) : NOTHING;
    case 'installationUpdate':
      return activity.action === 'add' ? joined(activity) : NOTHING;
    default:
      return NOTHING;
  }
}

/** The language the sender's client is set to, when it is one of ours. */
export function localeOfActivity({ locale, entities }: IncomingActivity): Locale | undefined {
  const ofActivity = localeOf(locale ?? undefined);
  if (ofActivity) return ofActivity;
  const client = entities
    ?.slice(0, ENTITY_LIMIT)
    .map(entity => clientInfo.safeParse(entity).data)
    .find(info => info !== undefined);
  return localeOf(client?.locale);
}

const clientInfo = z.object({ type: z.literal('clientInfo'), locale: z.string() });

const NOTHING: Heard = { kind: 'nothing' };

function hearMessage(activity: IncomingActivity): Heard {
  const { text, mentioned } = withoutMention(activity);
  const value = z.record(z.string(), z.unknown()).safeParse(activity.value);
  if (isShared(activity) && !mentioned && !value.success) return NOTHING;
  if (!value.success) return identified(activity, text ? { kind: 'text', text } : { kind: 'unreadable' });
  const press = readPress(value.data);
  if (press) return identified(activity, { kind: 'press', press });
  return identified(activity, text ? { kind: 'text', text } : { kind: 'unreadable' });
}

/** Teams calls this way for a card's Execute action; it carries the same data as a press. */
function hearInvoke(activity: IncomingActivity): Heard {
  if (activity.name !== 'adaptiveCard/action') return { kind: 'unsupported' };
  const { data: call } = executeSchema.safeParse(activity.value);
  const press = call && readPress(call.action.data);
  return identified(activity, press ? { kind: 'press', press } : { kind: 'unreadable' });
}

const executeSchema = z.object({ action: z.object({ data: z.record(z.string(), z.unknown()) }) });

function readPress({ msteams: _, ...data }: Record<string, unknown>): Press | undefined {
  return pressSchema.safeParse(data).data;
}

/**
 * Greets the one person of a chat. In a shared conversation every newcomer would wake the bot, so there only
 * its own installation does.
 */
function somebodyCame(activity: IncomingActivity): boolean {
  const others = activity.membersAdded?.some(({ id }) => id !== activity.recipient.id) ?? false;
  return others && !isShared(activity);
}

/** One id for all the ways a channel tells that the conversation began: some tell it twice. */
function joined(activity: IncomingActivity): Heard {
  const locale = localeOfActivity(activity);
  return { kind: 'input', input: { kind: 'joined', ...(locale && { locale }) }, deliveryId: 'joined' };
}

function identified(activity: IncomingActivity, input: Input): Heard {
  return activity.id ? { kind: 'input', input, deliveryId: activity.id } : { kind: 'unidentified' };
}

/** Takes out the words with which the channel itself says that the bot was addressed. */
function withoutMention({ text, entities, recipient }: IncomingActivity): {
  text: string;
  mentioned: boolean;
} {
  const mentions = entities
    ?.slice(0, ENTITY_LIMIT)
    .map(entity => mentionSchema.safeParse(entity).data)
    .filter(mention => mention?.mentioned.id === recipient.id);
  const words = (mentions ?? []).flatMap(mention => (mention?.text ? [mention.text] : []));
  const rest = words.reduce((left, word) => left.replaceAll(word, ' '), (text ?? '').slice(0, TEXT_LIMIT));
  return { text: rest.replaceAll('&nbsp;', ' ').trim(), mentioned: (mentions?.length ?? 0) > 0 };
}

const mentionSchema = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: z.string() }),
  text: z.string().nullish(),
});
