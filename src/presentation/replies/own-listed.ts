import { instrumentOf } from '../dialog-texts.ts';
import { tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import { userWords } from '../user-words.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** What people named themselves, to be taken out one by one. */
export function ownListed(voice: Voice, { things, ...ref }: ReplyOf<'own-listed'>): View {
  const { t } = voice;
  const { id: dialog } = instrumentOf(voice, ref);
  return tells(t('bot:own.which'), [
    { block: 'typing', text: t('bot:own.typing') },
    {
      block: 'buttons',
      buttons: things.map(({ key, name }) => ({
        label: t('bot:own.take-out', { name: userWords(name) }),
        press: { do: 'take-out', key, dialog },
      })),
    },
  ]);
}
