import type { Definition } from '../../assessment/definition.ts';
import { offeredValues, valueLabel } from '../dialog-texts.ts';
import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { Asked } from './asked.ts';

/** One button an answer, best first, then the two ways of not rating. */
export function choiceBlocks(
  voice: Voice,
  definition: Definition,
  { step, reply }: Asked<'choice'>,
): Block[] {
  const choices = offeredValues(definition, step).map(value => ({
    label: valueLabel(voice, definition, { input: step, value }),
    press: { do: 'answer', step: step.id, nonce: reply.nonce, value } as const,
  }));
  return [
    { block: 'choices', choices },
    { block: 'typing', text: voice.t('bot:question.typing') },
  ];
}
