import type { ReplyOf } from '../reply-of.ts';
import { userWords } from '../user-words.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { yesOrNo } from '../yes-or-no.ts';

/** Asks whether the reason that came with an answer should be kept. */
export function noteOffered({ t }: Voice, { nonce, note }: ReplyOf<'note-offered'>): View {
  const text = t('bot:note.offer');
  return {
    gist: text,
    expects: 'answer',
    blocks: [
      { block: 'text', text },
      { block: 'words', label: t('bot:note.label'), words: userWords(note) },
      { block: 'typing', text: t('bot:confirm.typing') },
      yesOrNo({ yes: t('bot:note.keep'), no: t('bot:note.drop'), nonce, tone: 'main' }),
    ],
  };
}
