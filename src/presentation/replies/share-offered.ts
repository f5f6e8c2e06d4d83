import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** How to show one's result to others: the bot needs no right to read or write there unasked. */
export function shareOffered({ t }: Voice, { code, minutes }: ReplyOf<'share-offered'>): View {
  const title = t('bot:share.title');
  return {
    gist: title,
    expects: 'nothing',
    blocks: [
      { block: 'heading', text: title },
      { block: 'list', items: [t('bot:share.where'), t('bot:share.say', { code })], numbered: true },
      { block: 'text', text: t('bot:share.lasts', { count: minutes }) },
      { block: 'text', text: t('bot:share.care') },
    ],
  };
}
