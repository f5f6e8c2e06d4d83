/** What channels say about a message beside its text: who was addressed, and the language of the sender's client. */
import * as z from 'zod';
import { type Locale, localeOf } from '../conversation/locale.ts';
import { type IncomingActivity, isRecord } from './incoming-activity.ts';
import { spokenText } from './spoken-text.ts';

/** Long enough for any answer with the long message that it quotes; what lies beyond is not read. */
const RAW_LIMIT = 40_000;
/** Long enough for any answer. */
const TEXT_LIMIT = 4000;
const ENTITY_LIMIT = 50;

/** The language the sender's client is set to, when it is one of ours. */
export function localeOfActivity({ locale, entities }: IncomingActivity): Locale | undefined {
  const ofActivity = localeOf(locale ?? undefined);
  if (ofActivity) return ofActivity;
  const [client] = ofType(entities, 'clientInfo').map(entity => entity.locale);
  return typeof client === 'string' ? localeOf(client) : undefined;
}

/**
 * What was said to the bot: without mark-up, quoted messages and the names that are mentioned, its own or others'.
 * `mentioned`: whether the channel says that the bot was addressed.
 */
export function heardText({ text, entities, recipient }: IncomingActivity): {
  text: string;
  mentioned: boolean;
} {
  const mentions = ofType(entities, 'mention').flatMap(entity => mentionSchema.safeParse(entity).data ?? []);
  const names = mentions.flatMap(mention => (mention.text ? [mention.text] : []));
  const raw = (text ?? '').slice(0, RAW_LIMIT);
  const rest = names.reduce((left, name) => left.replaceAll(name, ' '), raw);
  return {
    text: spokenText(rest).slice(0, TEXT_LIMIT),
    mentioned: mentions.some(({ mentioned }) => mentioned.id === recipient.id),
  };
}

const mentionSchema = z.object({ mentioned: z.object({ id: z.string() }), text: z.string().nullish() });

function ofType(entities: IncomingActivity['entities'], type: string): Record<string, unknown>[] {
  return (entities ?? [])
    .slice(0, ENTITY_LIMIT)
    .filter(isRecord)
    .filter(entity => entity.type === type);
}
