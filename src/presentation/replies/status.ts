import type { Instrument } from '../../assessment/instrument.ts';
import { commandButton } from '../command-button.ts';
import { instrumentOf, itemName } from '../dialog-texts.ts';
import { gridLinks } from '../grid-link.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { waysInto } from '../ways-into.ts';

/** How far the person is, item by item where there are some. */
export function status(voice: Voice, reply: ReplyOf<'status'>): View {
  const { t } = voice;
  const { answered, total } = reply.progress;
  const instrument = instrumentOf(voice, reply);
  const dialog = instrument.review === 'answers' ? t(`${instrument.id}:title`) : t(`${instrument.id}:short`);
  const text =
    instrument.review === 'answers'
      ? t('bot:status.progress', { dialog, answered, total })
      : t('bot:question.cards', { dialog, answered, total });
  const items: Block[] = reply.items
    ? [
        {
          block: 'list',
          items: reply.items.map(({ item: id, done, total: all, ...named }) =>
            t('bot:status.item', { item: itemName(voice, instrument, { id, ...named }), done, total: all }),
          ),
        },
      ]
    : [];
  const links = (reply.items ?? []).flatMap(one => gridLinks(voice, instrument, [one]));
  const onward =
    instrument.review === 'answers'
      ? [commandButton(voice, 'summary'), commandButton(voice, 'finish')]
      : [commandButton(voice, 'finish'), ...waysInto(voice, instrument, {})];
  return {
    gist: text,
    expects: 'nothing',
    blocks: [
      { block: 'progress', text, done: answered, total },
      ...left(voice, reply, instrument),
      ...items,
      ...(links.length > 0 ? [{ block: 'links', links } as const] : []),
      { block: 'typing', text: t('bot:status.typing') },
      { block: 'buttons', buttons: [commandButton(voice, 'resume', { tone: 'main' }), ...onward] },
    ],
  };
}

/**
 * "Montako kysymystä vielä?" is answered without a sum to do. Of cards it is not told: in the workbook each area that
 * is chosen later brings more of them, and the items tell how far each is.
 */
function left({ t }: Voice, { progress }: ReplyOf<'status'>, { review }: Instrument): Block[] {
  const count = progress.total - progress.answered;
  return review === 'answers' && count > 0 ? [{ block: 'text', text: t('bot:status.left', { count }) }] : [];
}
