import { instrumentOf, itemName } from '../dialog-texts.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** What came in with a filled file. */
export function imported(voice: Voice, reply: ReplyOf<'imported'>): View {
  const instrument = instrumentOf(voice, reply);
  const text = voice.t('bot:imported.text', { count: reply.count });
  const nameOf = ({ list, item }: { list: string; item: string }) =>
    itemName(voice, instrument, { list, id: item });
  const { items, replaced = 0, stayed = [] } = reply;
  const changed = replaced > 0 ? [voice.t('bot:imported.replaced', { count: replaced })] : [];
  const names = stayed.map(nameOf).join(', ');
  const unchanged = names ? [voice.t('bot:imported.stayed', { items: names })] : [];
  return {
    gist: [text, ...changed].join(' '),
    expects: 'nothing',
    blocks: [
      { block: 'text', text },
      ...(items.length > 0 ? [{ block: 'list', items: items.map(nameOf) } as const] : []),
      ...[...changed, ...unchanged].map(line => ({ block: 'text', text: line }) as const),
    ],
  };
}
