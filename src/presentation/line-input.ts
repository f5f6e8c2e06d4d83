/** Fields that are written in as a line, each with an example of what it takes. */
import type { Answers, Value } from '../assessment/answers.ts';
import type { Card, CardField } from '../assessment/card.ts';
import type { FieldOf } from '../assessment/field.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { NAME } from '../assessment/names-in.ts';
import { cardTextIfAny } from './dialog-texts.ts';
import { formatDate } from './format-date.ts';
import { formatTypedPercent } from './format-number.ts';
import { valueLabel } from './value-label.ts';
import type { Voice } from './voice.ts';

/** A field on its card, with what has been answered. */
export interface DrawnField {
  readonly card: Card;
  readonly field: CardField;
  readonly values: Answers;
}

/** A line of text rather than a number input: those refuse the decimal comma in some browsers and in Teams. */
export function numberLine(
  voice: Voice,
  instrument: Instrument,
  { field, card, values, input }: DrawnField & { input: FieldOf<'number'> },
) {
  const { t } = voice;
  const value = values[field.key];
  const shown = value === undefined ? undefined : writtenValue(voice, instrument, { input, value });
  return {
    input: 'line' as const,
    placeholder: example(voice, instrument, { card, field }) ?? t(`bot:units.${input.unit}.placeholder`),
    maxLength: 40,
    ...(shown !== undefined && { value: shown }),
  };
}

/** A value as a line to write in shows it, to be written anew in the same way. */
export function writtenValue(
  voice: Voice,
  instrument: Instrument,
  { input, value }: { input: CardField['input']; value: Value },
): string {
  if (typeof value === 'number' && input.type === 'number')
    return input.unit === 'percent'
      ? formatTypedPercent(voice.locale, value)
      : valueLabel(voice, instrument, { input, value });
  return input.type === 'text' && typeof value === 'string'
    ? value
    : valueLabel(voice, instrument, { input, value });
}

/** Never a list to pick from: in a chat a filtered one has no accessible name, and takes names in one spelling only. */
export function nameLine(
  voice: Voice,
  instrument: Instrument,
  { field, card, values, input }: DrawnField & { input: FieldOf<'register'> },
) {
  const value = values[field.key];
  return {
    input: 'line' as const,
    placeholder: example(voice, instrument, { card, field }) ?? voice.t('bot:question.own-words'),
    maxLength: 80,
    ...(typeof value === 'string' && { value: valueLabel(voice, instrument, { input, value }) }),
  };
}

export function dateLine(voice: Voice, instrument: Instrument, { field, card, values }: DrawnField) {
  const value = values[field.key];
  return {
    input: 'line' as const,
    placeholder: example(voice, instrument, { card, field }) ?? voice.t('bot:question.date-example'),
    maxLength: 40,
    ...(typeof value === 'string' && { value: formatDate(voice.locale, value) }),
  };
}

export function textLine(
  voice: Voice,
  instrument: Instrument,
  { field, card, values, input }: DrawnField & { input: FieldOf<'text'> },
) {
  const value = values[field.key];
  const named =
    input.id === NAME
      ? cardTextIfAny(voice, instrument, { card, part: 'example', names: values })
      : undefined;
  return {
    input: input.lines > 1 ? ('words' as const) : ('line' as const),
    placeholder: named ?? example(voice, instrument, { card, field }) ?? voice.t('bot:question.own-words'),
    maxLength: input.max,
    ...(typeof value === 'string' && { value }),
    ...(card.part === 'own' && input.blank !== 'fine' && { missing: voice.t('bot:rejected.missing') }),
  };
}

/** How the instrument says a field can be filled in; a question by itself has its example in the explanation. */
function example(
  voice: Voice,
  instrument: Instrument,
  { card, field }: Pick<DrawnField, 'card' | 'field'>,
): string | undefined {
  const key = `${instrument.id}:inputs.${field.input.id}.example`;
  return field.input.id !== card.step.id && voice.t.has(key) ? voice.t(key) : undefined;
}
