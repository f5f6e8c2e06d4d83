/** The questions of a workshop as inputs of a card. */
import type { Value } from '../assessment/answers.ts';
import { type Instrument, outsOf } from '../assessment/instrument.ts';
import type { Asked } from '../assessment/workshop/ballot.ts';
import { answersTo } from '../assessment/workshop/spread.ts';
import { ballotField } from '../conversation/workshop-ballot.ts';
import { writtenValue } from './line-input.ts';
import { valueLabel } from './value-label.ts';
import type { FormInput } from './view.ts';
import type { Voice } from './voice.ts';

interface Drawn {
  readonly asked: Asked;
  readonly label: string;
  readonly value?: Value | undefined;
}

/** Whoever does not know says so, where that is an answer: what is sent then replaces all of an earlier ballot. */
export function ballotInput(voice: Voice, instrument: Instrument, drawn: Drawn): FormInput {
  const { t } = voice;
  const { input } = drawn.asked.field;
  const needed = outsOf(instrument, input).includes('unknown');
  return {
    ...choiceInput(voice, instrument, drawn),
    ...(needed && { missing: t('workshop:ballot.missing') }),
  };
}

/** A question with what the group settles on. */
export function choiceInput(voice: Voice, instrument: Instrument, { asked, label, value }: Drawn) {
  const { input, key } = asked.field;
  return {
    input: 'select' as const,
    id: ballotField(key),
    label,
    placeholder: voice.t('bot:question.choose'),
    options: answersTo(instrument, asked).map(one => ({
      value: one,
      label: valueLabel(voice, instrument, { input, value: one }),
    })),
    ...(typeof value === 'string' && { value }),
  };
}

/** A number that is agreed on. */
export function numberInput(voice: Voice, instrument: Instrument, { asked, label, value }: Drawn): FormInput {
  const { input, key } = asked.field;
  const unit = input.type === 'number' ? input.unit : 'count';
  return {
    input: 'line',
    id: ballotField(key),
    label,
    placeholder: voice.t(`bot:units.${unit}.placeholder`),
    maxLength: 40,
    ...(value !== undefined && { value: writtenValue(voice, instrument, { input, value }) }),
  };
}
