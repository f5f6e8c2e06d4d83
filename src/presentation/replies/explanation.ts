import { type Definition, inputsOf, type Step } from '../../assessment/definition.ts';
import { definitionOf, inputText, stepOf, stepText } from '../dialog-texts.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Why a question is asked and what it means, with an example and the source it rests on. */
export function explanation(voice: Voice, reply: ReplyOf<'explanation'>): View {
  const { t } = voice;
  const definition = definitionOf(voice, reply);
  const step = stepOf(definition, reply.step);
  const title = t('bot:explanation.title', {
    question: stepText(voice, definition, { step, part: 'short' }),
  });
  return {
    gist: title,
    expects: 'nothing',
    blocks: [
      { block: 'text', text: title, tone: 'strong' },
      { block: 'text', text: stepText(voice, definition, { step, part: 'why' }) },
      step.type === 'form' ? parts(voice, definition, step) : example(voice, definition, step),
      { block: 'text', text: grounds(voice, step), tone: 'quiet' },
    ],
  };
}

function parts(voice: Voice, definition: Definition, step: Step): Block {
  const items = inputsOf(step).map(input => {
    const short = inputText(voice, definition, { input, part: 'short' });
    return `${short}: ${inputText(voice, definition, { input, part: 'why' })}`;
  });
  return { block: 'list', items };
}

function example(voice: Voice, definition: Definition, step: Step): Block {
  const text = voice.t('bot:explanation.example', {
    example: stepText(voice, definition, { step, part: 'example' }),
  });
  return { block: 'text', text };
}

/** Questions of our own making are told apart from those a source asks. */
function grounds({ t }: Voice, step: Step): string {
  const inputs = inputsOf(step);
  const sources = [...new Set(inputs.map(({ source }) => t(`sources:${source}`)))].join('; ');
  const own = inputs.some(({ basis }) => basis === 'own');
  return t(`bot:explanation.${own ? 'own' : 'source'}`, { source: sources });
}
