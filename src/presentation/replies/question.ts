import type { Definition } from '../../assessment/definition.ts';
import { commandButton } from '../command-button.ts';
import { answersLine, definitionOf, stepOf, stepText } from '../dialog-texts.ts';
import type { Block, Button, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { Asked, Question } from './asked.ts';
import { choiceBlocks } from './question-choice.ts';
import { formBlocks } from './question-form.ts';
import { numberBlocks } from './question-number.ts';

/** A question: how far we are, what is asked, the ways to answer, and the ways around it. */
export function question(voice: Voice, reply: Question): View {
  const { t } = voice;
  const definition = definitionOf(voice, reply);
  const step = stepOf(definition, reply.step);
  const asked = stepText(voice, definition, { step, part: 'question' });
  const { position, total, answered } = reply.progress;
  const progress = t('bot:question.progress', { position, total });
  return {
    id: `q${reply.nonce}`,
    gist: `${progress}. ${asked}`,
    expects: 'answer',
    blocks: [
      { block: 'progress', text: progress, done: answered, total },
      { block: 'heading', text: asked },
      ...earlier(voice, definition, { step, reply }),
      ...answering(voice, definition, { step, reply }),
      { block: 'typing', text: t('bot:question.commands') },
      { block: 'quiet', buttons: waysAround(voice, reply) },
    ],
  };
}

function answering(voice: Voice, definition: Definition, { step, reply }: Asked): Block[] {
  switch (step.type) {
    case 'choice':
      return choiceBlocks(voice, definition, { step, reply });
    case 'number':
      return numberBlocks(voice, { step, reply });
    case 'form':
      return formBlocks(voice, definition, { step, reply });
  }
}

function earlier(voice: Voice, definition: Definition, { step, reply }: Asked): Block[] {
  // A form shows its earlier answers in its inputs.
  const answer =
    step.type === 'form' ? undefined : answersLine(voice, definition, { step, values: reply.values });
  return answer === undefined
    ? []
    : [{ block: 'text', text: voice.t('bot:question.earlier', { answer }), tone: 'quiet' }];
}

function waysAround(voice: Voice, { nonce }: Question): Button[] {
  return [
    commandButton(voice, 'why'),
    commandButton(voice, 'back', { nonce }),
    commandButton(voice, 'skip', { nonce }),
    commandButton(voice, 'finish', { nonce }),
  ];
}
