import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { yesOrNo } from '../yes-or-no.ts';

/** Asks whether an unclear text was meant as a command. */
export function commandSuggested({ t }: Voice, { name, nonce }: ReplyOf<'command-suggested'>): View {
  const text = t('bot:did-you-mean.question', { answer: t(`bot:commands.${name}`) });
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
