import { commandButton } from '../command-button.ts';
import { definitionOf } from '../dialog-texts.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** How far the person is. */
export function status(voice: Voice, reply: ReplyOf<'status'>): View {
  const { t } = voice;
  const { answered, total } = reply.progress;
  const { id } = definitionOf(voice, reply);
  const text = t('bot:status.progress', { dialog: t(`${id}:title`), answered, total });
  return {
    gist: text,
    expects: 'nothing',
    blocks: [
      { block: 'progress', text, done: answered, total },
      { block: 'typing', text: t('bot:status.typing') },
      {
        block: 'buttons',
        buttons: [
          commandButton(voice, 'resume', { tone: 'main' }),
          commandButton(voice, 'summary'),
          commandButton(voice, 'finish'),
        ],
      },
    ],
  };
}
