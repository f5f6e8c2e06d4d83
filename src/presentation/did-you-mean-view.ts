import type { View } from './view.ts';
import type { Voice } from './voice.ts';
import { yesOrNo } from './yes-or-no.ts';

/** "Did you mean …?", whatever was perhaps meant: an answer, a command, a remark on the workbook. */
export function didYouMeanView({ t }: Voice, { answer, nonce }: { answer: string; nonce: string }): View {
  const text = t('bot:did-you-mean.question', { answer });
  return {
    id: `q${nonce}`,
    gist: text,
    expects: 'answer',
    blocks: [
      { block: 'text', text },
      { block: 'typing', text: t('bot:confirm.typing') },
      yesOrNo({ yes: t('bot:did-you-mean.yes'), no: t('bot:did-you-mean.no'), nonce, tone: 'main' }),
    ],
  };
}
