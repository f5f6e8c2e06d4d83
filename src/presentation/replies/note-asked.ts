import { LONGEST_NOTE } from '../../conversation/side-questions.ts';
import { commandButton } from '../command-button.ts';
import { cardOf, cardText, instrumentOf } from '../dialog-texts.ts';
import { asks } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Asks for a note to a question. */
export function noteAsked(voice: Voice, reply: ReplyOf<'note-asked'>): View {
  const { t } = voice;
  const { step: id, nonce } = reply;
  const instrument = instrumentOf(voice, reply);
  const about = cardText(voice, instrument, {
    card: cardOf(instrument, id, reply.names),
    part: 'short',
    names: reply.names,
  });
  const text = t('bot:note.question', { question: about });
  return asks(text, [
    { block: 'text', text: t('bot:note.care'), tone: 'quiet' },
    { block: 'typing', text: t('bot:note.typing') },
    {
      block: 'form',
      inputs: [
        {
          input: 'words',
          id: 'value',
          label: t('bot:note.label'),
          placeholder: t('bot:note.placeholder'),
          maxLength: LONGEST_NOTE,
          missing: t('bot:note.missing'),
        },
      ],
      submit: { label: t('bot:note.submit'), fields: { do: 'note', step: id, nonce } },
    },
    { block: 'quiet', buttons: [commandButton(voice, 'cancel', { nonce })] },
  ]);
}
