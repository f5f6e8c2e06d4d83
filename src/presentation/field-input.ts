import { keyOf, type Value } from '../assessment/answers.ts';
import type { CardField } from '../assessment/card.ts';
import { type Instrument, isFrame, optionsOf } from '../assessment/instrument.ts';
import { findInput, itemsIn } from '../assessment/places.ts';
import { isNationalItem, proposalOf } from '../assessment/proposal.ts';
import { fieldName } from '../conversation/field-name.ts';
import { OPEN, ownWordsName } from '../conversation/sent-card.ts';
import { fieldLabel } from './dialog-texts.ts';
import { type DrawnField, dateLine, nameLine, numberLine, textLine } from './line-input.ts';
import { offeredValues, valueLabel } from './value-label.ts';
import type { FormInput } from './view.ts';
import type { Voice } from './voice.ts';

/** The inputs of a field in a card's form: one, and a line for one's own words where these can stand beside options. */
export function fieldInputs(voice: Voice, instrument: Instrument, drawn: DrawnField): FormInput[] {
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
export function fieldInput(voice: Voice, instrument: Instrument, drawn: DrawnField): FormInput {
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
function rowLabel(voice: Voice, instrument: Instrument, { card, field, values }: DrawnField): string {
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
function besideRow(
  voice: Voice,
  instrument: Instrument,
  { card, field, values }: DrawnField,
): string | undefined {
  const { step } = card;
  if (step.type !== 'table' || step.beside === undefined || field.item === undefined) return undefined;
  const value = values[keyOf([...itemsIn(card.at), field.item], step.beside)];
  const input = findInput(instrument, step.beside);
  return typeof value === 'number' && input
    ? voice.t('bot:question.now', { number: valueLabel(voice, instrument, { input, value }) })
    : undefined;
}

/** What was decided, or is only proposed, can be left open again. */
function canBeOpen(instrument: Instrument, { field: { input, key }, card, values }: DrawnField): boolean {
  if (input.type !== 'choice' || input.blank === 'unknown') return false;
  const { step } = card;
  if (step.type === 'table' || isFrame(step) || (step.type === 'form' && step.shares.includes(input.id)))
    return true;
  return values[key] === undefined && proposalOf(instrument, key) !== undefined;
}

function select(voice: Voice, instrument: Instrument, { field, card, values }: DrawnField) {
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
        ? (ownOpen(voice, instrument, field) ?? t('bot:question.choose'))
        : t('bot:question.choose'),
    options: [
      ...options,
      ...(open ? [{ value: OPEN, label: leftOpen(voice, instrument, { card, field }) }] : []),
    ],
    ...(given !== undefined && { value: given }),
    ...(given !== undefined && values[key] === undefined && { proposed: true as const }),
    ...(needed && { missing: t('bot:rejected.missing') }),
  };
}

/** What a field of decisions says of one that has not been made, in the words of its instrument ("ei vielä päätetty"). */
function ownOpen({ t }: Voice, instrument: Instrument, { input }: CardField): string | undefined {
  const key = `${instrument.id}:inputs.${input.id}.open`;
  return t.has(key) ? t(key) : undefined;
}

/** What takes an answer back. */
function leftOpen(
  voice: Voice,
  instrument: Instrument,
  { card, field }: Pick<DrawnField, 'card' | 'field'>,
): string {
  if (isFrame(card.step)) return voice.t('bot:question.not-told');
  return ownOpen(voice, instrument, field) ?? voice.t('bot:question.open');
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
