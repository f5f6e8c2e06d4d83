import type { Definition, Input } from '../../assessment/definition.ts';
import { inputText, offeredValues, valueLabel } from '../dialog-texts.ts';
import { formatTypedPercent } from '../format-number.ts';
import type { Block, FormInput } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { Asked } from './asked.ts';

/** All parts on one card with one button; typed answers go through the parts one by one. */
export function formBlocks(voice: Voice, definition: Definition, { step, reply }: Asked<'form'>): Block[] {
  const { t } = voice;
  const inputs = step.inputs.map(input => formInput(voice, definition, { input, reply }));
  return [
    {
      block: 'form',
      guidance: t('bot:question.form'),
      inputs,
      submit: {
        label: t('bot:question.submit-form'),
        fields: { do: 'form', step: step.id, nonce: reply.nonce },
      },
    },
    { block: 'typing', text: t('bot:question.form-typing', typing(inputs)) },
  ];
}

function typing(inputs: readonly FormInput[]) {
  const [first] = inputs;
  const options = first?.input === 'select' ? first.options.map(({ label }) => label.toLowerCase()) : [];
  return { first: first?.label ?? '', options: options.join(', ') };
}

function formInput(
  voice: Voice,
  definition: Definition,
  asked: { input: Input; reply: Asked['reply'] },
): FormInput {
  const { input, reply } = asked;
  const label = inputText(voice, definition, { input, part: 'short' });
  const earlier = reply.values[input.id];
  if (input.type === 'number') {
    const value = typeof earlier === 'number' ? formatTypedPercent(voice.locale, earlier) : earlier;
    const placeholder = voice.t(`bot:units.${input.unit}.placeholder`);
    return { input: 'line', id: input.id, label, placeholder, maxLength: 20, ...(value && { value }) };
  }
  return {
    input: 'select',
    id: input.id,
    label,
    placeholder: voice.t('bot:question.choose'),
    options: offeredValues(definition, input).map(value => ({
      value,
      label: valueLabel(voice, definition, { input, value }),
    })),
    ...(typeof earlier === 'string' && { value: earlier }),
  };
}
