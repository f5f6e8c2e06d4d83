import { definitionOf } from '../dialog-texts.ts';
import { entriesText } from '../entries-text.ts';
import { lineText } from '../line-text.ts';
import { placeOf } from '../place-of.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** What was taken from somebody's words. */
export function noted(voice: Voice, reply: ReplyOf<'noted'>): View {
  const definition = definitionOf(voice, reply);
  const text = entriesText(voice, definition, reply);
  const growing = reply.growing && lineText(voice, definition, reply.growing);
  return {
    ...placeOf(reply),
    gist: text,
    expects: 'nothing',
    blocks: [
      { block: 'text', text },
      ...(growing ? [{ block: 'text', text: growing, tone: 'quiet' } as const] : []),
      ...(reply.open ? [{ block: 'typing', text: voice.t('bot:noted.typing') } as const] : []),
    ],
  };
}
