import type { Instrument } from '../../assessment/instrument.ts';
import { instrumentOf, itemName } from '../dialog-texts.ts';
import { asks, tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** What came in with a filled file. */
export function imported(voice: Voice, reply: ReplyOf<'imported'>): View {
  const instrument = instrumentOf(voice, reply);
  const text = voice.t('bot:imported.text', { count: reply.count });
  const nameOf = namesIn(voice, instrument);
  const { items, replaced = 0, stayed = [] } = reply;
  const changed = replaced > 0 ? [voice.t('bot:imported.replaced', { count: replaced })] : [];
  const names = stayed.map(nameOf).join(', ');
  const unchanged = names ? [voice.t('bot:imported.stayed', { items: names })] : [];
  // Whoever began with last year's file can have it beside this one's, too.
  const again = replaced === 0 && stayed.length === 0 ? [voice.t('bot:imported.again')] : [];
  return {
    gist: [text, ...changed].join(' '),
    expects: 'nothing',
    blocks: [
      { block: 'text', text },
      ...(items.length > 0 ? [{ block: 'list', items: items.map(nameOf) } as const] : []),
      ...[...changed, ...unchanged, ...again].map(line => ({ block: 'text', text: line }) as const),
    ],
  };
}

/** Asks what a filled file is for: the areas it tells of have answers already. */
export function fileAsked(voice: Voice, reply: ReplyOf<'file-asked'>): View {
  const { t } = voice;
  const { nonce, items } = reply;
  const button = (value: 'yes' | 'earlier' | 'no', tone?: 'main') => ({
    label: t(`bot:file-asked.${value}`),
    press: { do: 'confirm', nonce, value } as const,
    ...(tone && { tone }),
  });
  const view = asks(t('bot:file-asked.question'), [
    { block: 'list', items: items.map(namesIn(voice, instrumentOf(voice, reply))) },
    { block: 'text', text: t('bot:file-asked.about') },
    { block: 'typing', text: t('bot:file-asked.typing', { earlier: t('bot:file-asked.earlier') }) },
    { block: 'buttons', buttons: [button('yes', 'main'), button('earlier'), button('no')] },
  ]);
  return { id: `q${nonce}`, ...view };
}

/** A file's figures stand beside today's now. */
export function earlierTaken({ t }: Voice, { count }: ReplyOf<'earlier-taken'>): View {
  return tells(t('bot:earlier-taken', { count }), []);
}

function namesIn(voice: Voice, instrument: Instrument) {
  return ({ list, item }: { readonly list: string; readonly item: string }) =>
    itemName(voice, instrument, { list, id: item });
}
