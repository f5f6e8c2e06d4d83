import type { Answers } from '../assessment/answers.ts';
import type { Card, CardField } from '../assessment/card.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import type { Input, Instrument } from '../assessment/instrument.ts';
import { fieldLabel, notedText } from './dialog-texts.ts';
import { valueLabel } from './value-label.ts';
import type { Voice } from './voice.ts';

/** In a line, more names of one answer than these are counted instead. */
const MOST_NAMES = 7;
const MOST_AMONG_OTHERS = 3;

interface CardAnswers {
  readonly card: Card;
  readonly values: Answers;
}

/**
 * All answers to a card in one line, or undefined when none is given. Those of several fields are gathered by answer,
 * which is shorter: "Täysin digitaalinen: Hakemus, Laskutus; En tiedä: Valvonta". A figure, or a choice that no other
 * field of the card shares its scale with, is said by itself: "käyttöaste 85 %".
 */
export function answersLine(
  voice: Voice,
  instrument: Instrument,
  { card, values }: CardAnswers,
): string | undefined {
  const fields = fieldsOf(instrument, card, values);
  const kinds = new Map<string, number>();
  for (const { input } of fields) kinds.set(kindOf(input), (kinds.get(kindOf(input)) ?? 0) + 1);
  const form = card.step.type === 'form' && fields.length > 1;
  const mixed = form && kinds.size > 1;
  const isAlone = ({ input }: CardField) =>
    form && (input.type !== 'choice' || (mixed && kinds.get(kindOf(input)) === 1));
  const said = new Map<string, readonly CardField[]>();
  for (const field of fields) {
    const value = values[field.key];
    if (value === undefined) continue;
    const answer = valueLabel(voice, instrument, { input: field.input, value, names: values });
    if (isAlone(field)) said.set(notedText(voice, instrument, { key: field.input.id, answer }), []);
    else said.set(answer, [...(said.get(answer) ?? []), field]);
  }
  if (said.size === 0) return undefined;
  const shown = {
    all: fields.length,
    most: mixed ? MOST_AMONG_OTHERS : MOST_NAMES,
    label: (field: CardField) => fieldLabel(voice, instrument, { card, field, names: values }),
  };
  return [...said].map(([text, alike]) => group(voice, text, { fields: alike, ...shown })).join('; ');
}

function kindOf(input: Input): string {
  return input.type === 'choice' ? `choice ${input.scale}` : input.type;
}

interface Group {
  /** The fields with this answer, none where it is said by itself. */
  readonly fields: readonly CardField[];
  /** How many fields the card has. */
  readonly all: number;
  readonly most: number;
  readonly label: (field: CardField) => string;
}

function group({ t }: Voice, answer: string, { fields, all, most, label }: Group): string {
  if (fields.length === 0 || fields.length === all) return answer;
  if (fields.length > most) return t('bot:answered.group', { answer, count: fields.length });
  return `${answer}: ${fields.map(label).join(', ')}`;
}
