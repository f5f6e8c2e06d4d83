import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { yesOrNo } from '../yes-or-no.ts';

/** Asks before answers are thrown away. */
export function confirm({ t }: Voice, { what, nonce }: ReplyOf<'confirm'>): View {
  const text = t(`bot:confirm.${what}.question`);
  return {
    gist: text,
    expects: 'answer',
    blocks: [
      { block: 'text', text, tone: 'strong' },
      { block: 'typing', text: t('bot:confirm.typing') },
      yesOrNo({ yes: t(`bot:confirm.${what}.yes`), no: t(`bot:confirm.${what}.no`), nonce, tone: 'danger' }),
    ],
  };
}
