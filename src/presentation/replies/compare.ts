/** One's own figures beside those of other municipalities: what is asked before, and what is shown. */
import { peerGroupSchema, peerSizeSchema } from '../../assessment/peer-class.ts';
import { FEWEST_OTHERS, PEER_STEP, type Peers, STAIR } from '../../assessment/peers.ts';
import { classLabel } from '../class-label.ts';
import { commandButton } from '../command-button.ts';
import { instrumentOf, itemName } from '../dialog-texts.ts';
import { asks, tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';

type Asked = ReplyOf<'compare-asked'>;

/** Of which class is the municipality? Then: may its figures be shared? */
export function compareAsked(voice: Voice, reply: Asked): View {
  return reply.asks === 'share'
    ? shareAsked(voice, reply)
    : classAsked(voice, { ...reply, asks: reply.asks });
}

function classAsked(
  voice: Voice,
  { nonce, asks: what }: { readonly nonce: string; readonly asks: 'group' | 'size' },
): View {
  const { t } = voice;
  const options = what === 'group' ? peerGroupSchema.options : peerSizeSchema.options;
  return asks({ block: 'text', text: t(`bot:compare.ask-${what}`), tone: 'strong' }, [
    ...(what === 'group'
      ? [{ block: 'text', text: t('bot:compare.group-about'), tone: 'quiet' } as const]
      : []),
    {
      block: 'typing',
      text: t('bot:compare.typing', { options: options.map(one => classLabel(voice, one)).join(', ') }),
    },
    {
      block: 'buttons',
      buttons: options.map(value => ({
        label: classLabel(voice, value),
        press: { do: 'compare', nonce, value },
      })),
    },
    { block: 'quiet', buttons: [commandButton(voice, 'cancel', { nonce })] },
  ]);
}

/** All that would be shared stands on the card. */
function shareAsked(voice: Voice, reply: Asked): View {
  const { t } = voice;
  const { nonce, class: known, figures } = reply;
  const told = [known.size, known.group].flatMap(one => (one === undefined ? [] : [classLabel(voice, one)]));
  const levels = Object.entries(figures).map(([figure, level]) =>
    t('bot:compare.figure', { figure: figureName(voice, reply, figure), level }),
  );
  return asks({ block: 'text', text: t('bot:compare.share.question'), tone: 'strong' }, [
    { block: 'text', text: t('bot:compare.share.what') },
    { block: 'list', items: [...told, ...levels] },
    { block: 'text', text: t('bot:compare.share.not') },
    { block: 'text', text: t('bot:compare.share.when', { others: FEWEST_OTHERS, count: PEER_STEP }) },
    { block: 'text', text: t('bot:compare.share.stop'), tone: 'quiet' },
    { block: 'typing', text: t('bot:confirm.typing') },
    {
      block: 'buttons',
      buttons: [
        { label: t('bot:compare.share.yes'), press: { do: 'confirm', nonce, value: 'yes' }, tone: 'main' },
        { label: t('bot:compare.share.no'), press: { do: 'confirm', nonce, value: 'no' } },
      ],
    },
  ]);
}

/** One's own beside the quartiles of those of the same size, and of the same group. */
export function compared(voice: Voice, reply: ReplyOf<'compared'>): View {
  const { t } = voice;
  const { sharing, peers } = reply;
  return tells({ block: 'heading', text: t('bot:compare.title') }, [
    { block: 'text', text: t(`bot:compare.sharing.${sharing}`) },
    ...peers.beside.flatMap(one => besideBlocks(voice, reply, one)),
    ...(peers.beside.length === 0
      ? [{ block: 'text', text: t('bot:compare.too-few', { count: PEER_STEP }) } as const]
      : []),
    { block: 'text', text: t('bot:compare.about', { count: PEER_STEP }), tone: 'quiet' },
    {
      block: 'quiet',
      buttons: [commandButton(voice, sharing === 'off' ? 'compare' : 'uncompare')],
    },
  ]);
}

function besideBlocks(
  voice: Voice,
  reply: ReplyOf<'compared'>,
  { of, rows }: Peers['beside'][number],
): Block[] {
  const { t } = voice;
  const items = rows.map(({ figure, ...row }) =>
    t('bot:compare.row', { ...row, figure: figureName(voice, reply, figure) }),
  );
  return [
    { block: 'heading', text: t('bot:compare.beside', { of: classLabel(voice, of) }), opens: 'section' },
    { block: 'list', items },
  ];
}

function figureName(
  voice: Voice,
  reply: Pick<ReplyOf<'compared'>, 'dialog' | 'version'>,
  figure: string,
): string {
  if (figure === STAIR) return voice.t('bot:compare.stair');
  const [list = '', id = ''] = figure.split('.');
  return itemName(voice, instrumentOf(voice, reply), { list, id });
}
