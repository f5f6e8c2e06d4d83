import { definitionOf, inputOf, valueLabel } from '../dialog-texts.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { yesOrNo } from '../yes-or-no.ts';

/** Asks whether an unclear text was read right. */
export function didYouMean(voice: Voice, reply: ReplyOf<'did-you-mean'>): View {
  const { t } = voice;
  const definition = definitionOf(voice, reply);
  const input = inputOf(definition, reply.input);
  const answer = valueLabel(voice, definition, { input, value: reply.value });
  const text = t('bot:did-you-mean.question', { answer });
  return {
    id: `q${reply.nonce}`,
    gist: text,
    expects: 'answer',
    blocks: [
      { block: 'text', text },
      { block: 'typing', text: t('bot:confirm.typing') },
      yesOrNo({
        yes: t('bot:did-you-mean.yes'),
        no: t('bot:did-you-mean.no'),
        nonce: reply.nonce,
        tone: 'main',
      }),
    ],
  };
}
