import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Why the open card asks what it asks, and by which rule it counts. */
export function workbookExplained(voice: Voice, { card }: ReplyOf<'workbook-explained'>): View {
  const { t } = voice;
  const title = t('workbook-chat:why.title');
  return {
    gist: title,
    expects: 'nothing',
    blocks: [
      { block: 'heading', text: title },
      { block: 'text', text: t(`workbook-chat:why.${card}`) },
      { block: 'text', text: t('workbook-chat:why.source'), tone: 'quiet' },
    ],
  };
}
