import { type Answers, keyOf, type Value } from '../assessment/answers.ts';
import type { Card, CardField } from '../assessment/card.ts';
import type { FieldOf } from '../assessment/field.ts';
import { type Instrument, isFrame, optionsOf } from '../assessment/instrument.ts';
import { NAME } from '../assessment/names-in.ts';
import { findInput, itemsIn } from '../assessment/places.ts';
import { isNationalItem, proposalOf } from '../assessment/proposal.ts';
import { fieldName } from '../conversation/field-name.ts';
import { OPEN, ownWordsName } from '../conversation/sent-card.ts';
import { cardTextIfAny, fieldLabel, offeredValues, valueLabel } from './dialog-texts.ts';
import { formatDate } from './format-date.ts';
import { formatTypedPercent } from './format-number.ts';
import type { FormInput } from './view.ts';
import type { Voice } from './voice.ts';

interface Drawn {
  readonly card: Card;
  readonly field: CardField;
  readonly values: Answers;
}

/** The inputs of a field in a card's form: one, and a line for one's own words where these can stand beside options. */
export function fieldInputs(voice: Voice, instrument: Instrument, drawn: Drawn): FormInput[] {
  const { field, values } = drawn;
  const { input, key } = field;
  const first = fieldInput(voice, instrument, drawn);
  if (input.type !== 'multi' || input.own === 0) return [first];
  const known = optionsOf(instrument, input);
  const value = values[key];
  const words = Array.isArray(value) ? value.filter(one => !known.includes(one)) : [];
  const own: FormInput = {
    input: 'line',
    id: ownWordsName(field),
    label: voice.t('bot:question.own-beside', { field: first.label }),
    placeholder: voice.t('bot:question.own-beside-example'),
    maxLength: 400,
    ...(words.length > 0 && { value: words.join('; ') }),
  };
  return [first, own];
}

/** A field as an input of a card's form, with what has been answered. */
export function fieldInput(voice: Voice, instrument: Instrument, drawn: Drawn): FormInput {
  const { field } = drawn;
  const { input } = field;
  const id = fieldName(field);
  const label = rowLabel(voice, instrument, drawn);
  switch (input.type) {
    case 'choice':
      return { input: 'select', id, label, ...select(voice, instrument, drawn) };
    case 'choose':
    case 'multi':
      return { input: 'several', id, label, ...select(voice, instrument, drawn) };
    case 'number':
      return { id, label, ...numberLine(voice, instrument, { input, ...drawn }) };
    case 'date':
      return { id, label, ...dateLine(voice, instrument, drawn) };
    case 'text':
      return { id, label, ...textLine(voice, instrument, { input, ...drawn }) };
    case 'register':
      return { id, label, ...nameLine(voice, instrument, { input, ...drawn }) };
  }
}

/** In a table the row says what its item is about, too: a name alone ("boat berths") may be taken for something else. */
function rowLabel(voice: Voice, instrument: Instrument, { card, field, values }: Drawn): string {
  const label = fieldLabel(voice, instrument, { card, field, names: values });
  if (card.step.type !== 'table' || field.item === undefined || card.step.inputs[0]?.id !== field.input.id)
    return label;
  const key = `${instrument.id}:${card.step.list}.${field.item}`;
  const at = [...card.at, { list: card.step.list, item: field.item }];
  const named = isNationalItem(instrument, at) ? voice.t('bot:question.national', { name: label }) : label;
  const beside = besideRow(voice, instrument, { card, field, values });
  if (beside !== undefined) return voice.t('bot:question.row', { name: named, about: beside });
  return voice.t.has(`${key}.about`)
    ? voice.t('bot:question.row', { name: named, about: voice.t(`${key}.about`) })
    : named;
}

/** The number that stands beside the name of a row: "nyt 2". */
function besideRow(voice: Voice, instrument: Instrument, { card, field, values }: Drawn): string | undefined {
  const { step } = card;
  if (step.type !== 'table' || step.beside === undefined || field.item === undefined) return undefined;
  const value = values[keyOf([...itemsIn(card.at), field.item], step.beside)];
  const input = findInput(instrument, step.beside);
  return typeof value === 'number' && input
    ? voice.t('bot:question.now', { number: valueLabel(voice, instrument, { input, value }) })
    : undefined;
}

/** What was decided, or is only proposed, can be left open again. */
function canBeOpen(instrument: Instrument, { field: { input, key }, card, values }: Drawn): boolean {
  if (input.type !== 'choice' || input.blank === 'unknown') return false;
  const { step } = card;
  if (step.type === 'table' || isFrame(step) || (step.type === 'form' && step.shares.includes(input.id)))
    return true;
  return values[key] === undefined && proposalOf(instrument, key) !== undefined;
}

function select(voice: Voice, instrument: Instrument, { field, card, values }: Drawn) {
  const { t } = voice;
  const { input, key } = field;
  // What is proposed stands there to be sent or changed: an answer it is only once the card has been sent.
  const given = chosenIn(instrument, input, values[key] ?? proposalOf(instrument, key));
  const offered = offeredValues(instrument, { input, at: card.at, names: values });
  const options = offered.map(one => ({
    value: one,
    label: valueLabel(voice, instrument, { input, value: one, names: values }),
  }));
  const open = canBeOpen(instrument, { field, card, values }) && given !== undefined;
  const needed = input.type === 'choose' || (card.part === 'own' && input.blank !== 'fine');
  return {
    placeholder:
      input.type === 'choice' && input.blank === 'open' && !needed
        ? t('bot:question.open')
        : t('bot:question.choose'),
    options: [
      ...options,
      ...(open
        ? [{ value: OPEN, label: t(`bot:question.${isFrame(card.step) ? 'not-told' : 'open'}`) }]
        : []),
    ],
    ...(given !== undefined && { value: given }),
    ...(given !== undefined && values[key] === undefined && { proposed: true as const }),
    ...(needed && { missing: t('bot:rejected.missing') }),
  };
}

/** What is chosen of the options, as a set of choices holds it; one's own words are in a line of their own. */
function chosenIn(
  instrument: Instrument,
  input: CardField['input'],
  value: Value | undefined,
): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return undefined;
  const known = input.type === 'multi' ? optionsOf(instrument, input) : value;
  const ticked = value.filter(one => known.includes(one));
  return ticked.length > 0 ? ticked.join(',') : undefined;
}

/** A line of text rather than a number input: those refuse the decimal comma in some browsers and in Teams. */
function numberLine(
  voice: Voice,
  instrument: Instrument,
  { field, card, values, input }: Drawn & { input: FieldOf<'number'> },
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
function nameLine(
  voice: Voice,
  instrument: Instrument,
  { field, card, values, input }: Drawn & { input: FieldOf<'register'> },
) {
  const value = values[field.key];
  return {
    input: 'line' as const,
    placeholder: example(voice, instrument, { card, field }) ?? voice.t('bot:question.own-words'),
    maxLength: 80,
    ...(typeof value === 'string' && { value: valueLabel(voice, instrument, { input, value }) }),
  };
}

function dateLine(voice: Voice, instrument: Instrument, { field, card, values }: Drawn) {
  const value = values[field.key];
  return {
    input: 'line' as const,
    placeholder: example(voice, instrument, { card, field }) ?? voice.t('bot:question.date-example'),
    maxLength: 40,
    ...(typeof value === 'string' && { value: formatDate(voice.locale, value) }),
  };
}

function textLine(
  voice: Voice,
  instrument: Instrument,
  { field, card, values, input }: Drawn & { input: FieldOf<'text'> },
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
  { card, field }: Pick<Drawn, 'card' | 'field'>,
): string | undefined {
  const key = `${instrument.id}:inputs.${field.input.id}.example`;
  return field.input.id !== card.step.id && voice.t.has(key) ? voice.t(key) : undefined;
}
