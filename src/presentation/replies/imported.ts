import { definitionOf, itemName } from '../dialog-texts.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** What came in with a filled file. */
export function imported(voice: Voice, reply: ReplyOf<'imported'>): View {
  const definition = definitionOf(voice, reply);
  const text = voice.t('bot:imported.text', { count: reply.count });
  const items = reply.items.map(({ list, item }) => itemName(voice, definition, { list, id: item }));
  return {
    gist: text,
    expects: 'nothing',
    blocks: [{ block: 'text', text }, ...(items.length > 0 ? [{ block: 'list', items } as const] : [])],
  };
}
