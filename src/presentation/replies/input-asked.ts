import {
  definitionOf,
  inputOf,
  inputText,
  offeredValues,
  stepOf,
  stepText,
  valueLabel,
} from '../dialog-texts.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** The next part of a form that is being answered by typing. Its card's button would close the form, so none is drawn. */
export function inputAsked(voice: Voice, reply: ReplyOf<'input-asked'>): View {
  const { t } = voice;
  const definition = definitionOf(voice, reply);
  const input = inputOf(definition, reply.input);
  const form = stepText(voice, definition, { step: stepOf(definition, reply.step), part: 'short' });
  const text = `${form}: ${inputText(voice, definition, { input, part: 'short' })}`;
  const values = offeredValues(definition, input);
  return {
    id: `q${reply.nonce}`,
    gist: text,
    expects: 'answer',
    blocks: [
      { block: 'text', text },
      {
        block: 'text',
        text: values
          .map((value, index) => `${index + 1}. ${valueLabel(voice, definition, { input, value })}`)
          .join('\n'),
      },
      { block: 'text', text: t('bot:question.typing') },
    ],
  };
}
