/** What channels say about a message beside its text: who was addressed, and the language of the sender's client. */
import { z } from 'zod';
import { type Locale, localeOf } from '../conversation/locale.ts';
import { type IncomingActivity, isRecord } from './incoming-activity.ts';

/** Long enough for any answer; what lies beyond is not read. */
const TEXT_LIMIT = 4000;
const ENTITY_LIMIT = 50;

/** The language the sender's client is set to, when it is one of ours. */
export function localeOfActivity({ locale, entities }: IncomingActivity): Locale | undefined {
  const ofActivity = localeOf(locale ?? undefined);
  if (ofActivity) return ofActivity;
  const [client] = ofType(entities, 'clientInfo').map(entity => entity.locale);
  return typeof client === 'string' ? localeOf(client) : undefined;
}

/** The text without the words with which the channel itself says that the bot was addressed. */
export function withoutMention({ text, entities, recipient }: IncomingActivity): {
  text: string;
  mentioned: boolean;
} {
  const mentions = ofType(entities, 'mention')
    .map(entity => mentionSchema.safeParse(entity).data)
    .filter(mention => mention?.mentioned.id === recipient.id);
  const words = mentions.flatMap(mention => (mention?.text ? [mention.text] : []));
  const rest = words.reduce((left, word) => left.replaceAll(word, ' '), (text ?? '').slice(0, TEXT_LIMIT));
  return { text: rest.replaceAll('&nbsp;', ' ').trim(), mentioned: mentions.length > 0 };
}

const mentionSchema = z.object({ mentioned: z.object({ id: z.string() }), text: z.string().nullish() });

function ofType(entities: IncomingActivity['entities'], type: string): Record<string, unknown>[] {
  return (entities ?? [])
    .slice(0, ENTITY_LIMIT)
    .filter(isRecord)
    .filter(entity => entity.type === type);
}
