import { OUTS } from '../../assessment/answers.ts';
import { formatNumber, formatTypedPercent } from '../format-number.ts';
import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { Asked } from './asked.ts';

/** A line of text rather than a number input: those refuse the decimal comma in some browsers and in Teams. */
export function numberBlocks({ t, locale }: Voice, { step, reply }: Asked<'number'>): Block[] {
  const { id, unit, min, max } = step;
  const { nonce, values } = reply;
  const range = { min: formatNumber(locale, min), max: formatNumber(locale, max) };
  const earlier = values[id];
  return [
    {
      block: 'form',
      inputs: [
        {
          input: 'line',
          id: 'value',
          label: t(`bot:units.${unit}.label`, range),
          placeholder: t(`bot:units.${unit}.placeholder`),
          maxLength: 20,
          pattern: '^\\s*\\d{1,6}([.,]\\d{1,4})?\\s*%?\\s*$',
          missing: t('bot:rejected.not-a-number', range),
          ...(typeof earlier === 'number' && { value: formatTypedPercent(locale, earlier) }),
        },
      ],
      submit: { label: t('bot:question.submit-one'), fields: { do: 'answer', step: id, nonce } },
    },
    {
      block: 'buttons',
      buttons: OUTS.map(value => ({
        label: t(`bot:outs.${value}`),
        press: { do: 'answer', step: id, nonce, value } as const,
      })),
    },
    { block: 'typing', text: t(`bot:units.${unit}.typing`, range) },
  ];
}
