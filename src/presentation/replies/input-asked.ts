import type { Definition } from '../../assessment/definition.ts';
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
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** The next part of a form that is being answered by typing. A button would have to send the whole form, so none is drawn. */
export function inputAsked(voice: Voice, reply: ReplyOf<'input-asked'>): View {
  const definition = definitionOf(voice, reply);
  const input = inputOf(definition, reply.input);
  const form = stepText(voice, definition, { step: stepOf(definition, reply.step), part: 'short' });
  const text = `${form}: ${inputText(voice, definition, { input, part: 'short' })}`;
  const values = offeredValues(definition, input);
  const items = values.map(value => valueLabel(voice, definition, { input, value }));
  return {
    id: `q${reply.nonce}`,
    gist: text,
    expects: 'answer',
    blocks: [
      ...(reply.noted ? [readAs(voice, definition, reply.noted)] : []),
      { block: 'text', text, tone: 'strong' },
      { block: 'list', items, numbered: true },
      { block: 'text', text: voice.t('bot:question.typing'), tone: 'quiet' },
    ],
  };
}

function readAs(
  voice: Voice,
  definition: Definition,
  { input: id, value }: NonNullable<ReplyOf<'input-asked'>['noted']>,
): Block {
  const input = inputOf(definition, id);
  const name = inputText(voice, definition, { input, part: 'short' });
  const answer = `${name}: ${valueLabel(voice, definition, { input, value })}`;
  return { block: 'text', text: voice.t('bot:answered.read', { answer }), tone: 'quiet' };
}
