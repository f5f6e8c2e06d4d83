import type { FieldOf } from '../../assessment/field.ts';
import type { CardStep } from '../../assessment/instrument.ts';
import { outsOf } from '../../assessment/instrument.ts';
import { inputShort } from '../dialog-texts.ts';
import { fieldInput, fieldInputs } from '../field-input.ts';
import { formatBare } from '../format-number.ts';
import { offeredValues, valueLabel } from '../value-label.ts';
import type { Block, FormInput } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { Asked } from './asked.ts';

/** The ways to answer a question that is asked by itself. */
export function aloneBlocks(voice: Voice, asked: Asked): Block[] {
  const { step } = asked.card;
  switch (step.type) {
    case 'choice':
      return choiceBlocks(voice, asked, step);
    case 'number':
      return numberBlocks(voice, asked, step);
    case 'text':
    case 'date':
    case 'multi':
      return lineBlocks(voice, asked, step);
    default:
      return [];
  }
}

/** One button an answer, best first, then the ways of not rating. */
function choiceBlocks(voice: Voice, { instrument, card, reply }: Asked, input: FieldOf<'choice'>): Block[] {
  const choices = offeredValues(instrument, { input, at: card.at, names: reply.values }).map(value => ({
    label: valueLabel(voice, instrument, { input, value }),
    press: { do: 'answer', step: card.key, nonce: reply.nonce, value } as const,
  }));
  return [{ block: 'choices', choices }, ...typing(voice, voice.t('bot:question.typing'))];
}

function numberBlocks(voice: Voice, asked: Asked, input: FieldOf<'number'>): Block[] {
  const { t, locale } = voice;
  const { instrument, card, reply } = asked;
  const bound = (value: number) => formatBare(locale, input.unit, value);
  const range = { min: bound(input.min), max: bound(input.max) };
  const label = t(`bot:units.${input.unit}.label`, {
    ...range,
    what: inputShort(voice, instrument, input.id),
  });
  const line = lineOf(voice, asked, input);
  return [
    {
      block: 'form',
      inputs: [
        {
          ...line,
          label,
          placeholder: t(`bot:units.${input.unit}.placeholder`),
          missing: t('bot:rejected.not-a-number', range),
          ...(input.unit === 'percent' && {
            maxLength: 20,
            pattern: '^\\s*\\d{1,6}([.,]\\d{1,4})?\\s*%?\\s*$',
          }),
        },
      ],
      submit: {
        label: t('bot:question.submit-one'),
        fields: { do: 'answer', step: card.key, nonce: reply.nonce },
      },
    },
    ...outButtons(voice, asked, input),
    ...typing(voice, t(`bot:units.${input.unit}.typing`, range)),
  ];
}

function outButtons(voice: Voice, { instrument, card, reply }: Asked, input: FieldOf<'number'>): Block[] {
  const buttons = outsOf(instrument, input).map(value => ({
    label: valueLabel(voice, instrument, { input, value }),
    press: { do: 'answer', step: card.key, nonce: reply.nonce, value } as const,
  }));
  return buttons.length > 0 ? [{ block: 'buttons', buttons }] : [];
}

type Written = FieldOf<'text' | 'date' | 'multi'>;

function lineBlocks(voice: Voice, asked: Asked, input: Written): Block[] {
  const { t } = voice;
  const { card, reply } = asked;
  if (input.type === 'multi' && input.own > 0) return severalBlocks(voice, asked, input);
  const hint = { text: 'text-typing', date: 'date-typing', multi: 'several-typing' } as const;
  return [
    {
      block: 'form',
      inputs: [{ ...lineOf(voice, asked, input), missing: t('bot:rejected.missing') }],
      submit: {
        label: t('bot:question.submit-one'),
        fields: { do: 'answer', step: card.key, nonce: reply.nonce },
      },
    },
    ...typing(voice, t(`bot:question.${hint[input.type]}`)),
  ];
}

/** Two inputs, so the card is sent in as a form is. */
function severalBlocks(voice: Voice, { instrument, card, reply }: Asked, input: FieldOf<'multi'>): Block[] {
  const { t } = voice;
  const field = { key: card.key, input };
  return [
    {
      block: 'form',
      inputs: fieldInputs(voice, instrument, { card, field, values: reply.values }),
      submit: {
        label: t('bot:question.submit-one'),
        fields: { do: 'form', step: card.key, nonce: reply.nonce },
      },
    },
    ...typing(voice, t('bot:question.several-own-typing')),
  ];
}

/** The one input of the card: it is sent as the press's value. */
function lineOf(
  voice: Voice,
  { instrument, card, reply }: Asked,
  input: Extract<CardStep, Written | FieldOf<'number'>>,
) {
  const drawn = fieldInput(voice, instrument, {
    card,
    field: { key: card.key, input },
    values: reply.values,
  });
  return { ...drawn, id: 'value' } satisfies FormInput;
}

function typing({ t }: Voice, how: string): Block[] {
  return [
    { block: 'typing', text: how },
    { block: 'typing', text: t('bot:question.commands') },
  ];
}
