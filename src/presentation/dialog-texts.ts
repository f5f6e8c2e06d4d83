/** What an instrument's cards, fields, items and values are called: the one place that knows their text keys. */

import { type AnswerKey, type Answers, lastOf } from '../assessment/answers.ts';
import type { Card, CardField } from '../assessment/card.ts';
import { cardByKey } from '../assessment/find-card.ts';
import type { Input, Instrument } from '../assessment/instrument.ts';
import type { NamedItem } from '../assessment/named-item.ts';
import { namedItemAt } from '../assessment/named-item-at.ts';
import { NAME } from '../assessment/names-in.ts';
import { findInput, itemsIn, ownName, type Place } from '../assessment/places.ts';
import { stepsAround } from '../assessment/steps-around.ts';
import type { DialogRef } from '../conversation/dialog-ref.ts';
import { userWords } from './user-words.ts';
import type { Voice } from './voice.ts';
import { missing } from './withdrawn.ts';

/** The instrument a reply was made with. Throws when it is kept no longer. */
export function instrumentOf({ context }: Voice, { dialog, version }: DialogRef): Instrument {
  const instrument = context.instrument(dialog, version);
  if (!instrument) throw missing('instrument', dialog);
  return instrument;
}

/** A card by its key; `names` are the answers that name added items. Throws when there is none such. */
export function cardOf(instrument: Instrument, key: string, names: Answers): Card {
  const card = cardByKey(instrument, names, key);
  if (!card) throw missing('card', key);
  return card;
}

/** A field by its id or key. Throws when the instrument has none such. */
export function inputOf(instrument: Instrument, key: string): Input {
  const input = findInput(instrument, key);
  if (!input) throw missing('input', key);
  return input;
}

/** A listed item's name, or what somebody called one of their own. */
export function itemName(
  { t }: Voice,
  instrument: Pick<Instrument, 'id'>,
  { list, id, name }: NamedItem,
): string {
  if (name !== undefined) return userWords(name);
  const own = `${instrument.id}:${list}.${id}.name`;
  // Where a list has no names of its own, its items are actions of the catalogue.
  return t.has(own) ? t(own) : t(`actions:${id}.title`);
}

/** The item at the end of a way, with its name if somebody gave it one. */
export function itemAt(at: readonly Place[], names: Answers): NamedItem | undefined {
  return at.length === 0 ? undefined : namedItemAt(at, names);
}

export type CardPart =
  | 'question'
  | 'short'
  | 'why'
  | 'example'
  | 'about'
  | 'submit'
  | 'typing'
  | 'next'
  | 'result'
  | 'all-done'
  | 'jump'
  | 'jump-submit'
  | 'onward'
  | 'name'
  | `fills.${string}`;

interface CardText {
  readonly card: Card;
  readonly part: CardPart;
  readonly names: Answers;
}

/** A text of a card; the names of the items it stands in can be part of it. */
export function cardText(voice: Voice, instrument: Instrument, asked: CardText): string {
  const key = cardKey(instrument, asked);
  const { card, names } = asked;
  return card.at.length === 0
    ? voice.t(key)
    : voice.t(key, itemNames(voice, instrument, { at: card.at, names }));
}

/** The same where the instrument may have none. */
export function cardTextIfAny(voice: Voice, instrument: Instrument, asked: CardText): string | undefined {
  return voice.t.has(cardKey(instrument, asked)) ? cardText(voice, instrument, asked) : undefined;
}

function cardKey({ id }: Instrument, { card, part }: CardText): string {
  const { step } = card;
  if (card.part === 'own') return `${id}:steps.${step.id}.own.${part}`;
  const alone = 'scale' in step || step.type === 'number' || step.type === 'text' || step.type === 'date';
  return `${id}:${alone ? 'inputs' : 'steps'}.${step.id}.${part}`;
}

function itemNames(
  voice: Voice,
  instrument: Instrument,
  { at, names }: { at: readonly Place[]; names: Answers },
): Record<string, string> {
  return Object.fromEntries(
    at.map(({ list, item }, index) => {
      const name = ownName(names, itemsIn(at.slice(0, index + 1)));
      return [list, itemName(voice, instrument, { list, id: item, ...(name !== undefined && { name }) })];
    }),
  );
}

/** Whether its item has other cards, so that the item's name alone does not tell which one it is. */
export function isOneOfSeveral(instrument: Instrument, { step }: Card): boolean {
  const around = stepsAround(instrument)
    .get(step.id)
    ?.findLast(one => one.type === 'each');
  const cards = around?.steps.filter(({ type, aside }) => type !== 'each' && type !== 'show' && !aside);
  return cards !== undefined && cards.length > 1;
}

/** What a card is called in lists: the item it is about, or its short name, or both where the item has several. */
export function cardName(
  voice: Voice,
  instrument: Instrument,
  { card, names }: Omit<CardText, 'part'>,
): string {
  const item = itemAt(card.at, names);
  const name = item && itemName(voice, instrument, item);
  if (name !== undefined && !isOneOfSeveral(instrument, card)) return name;
  const short = cardText(voice, instrument, { card, part: 'short', names });
  return name === undefined ? short : `${name}: ${short}`;
}

/** What a field is called in lists. */
export function inputShort({ t }: Voice, instrument: Instrument, key: AnswerKey): string {
  return t(`${instrument.id}:inputs.${lastOf(key)}.short`);
}

/** What a field of a card is called there: in a table, by the item of its row. */
export function fieldLabel(
  voice: Voice,
  instrument: Instrument,
  { card, field, names }: { card: Card; field: CardField; names: Answers },
): string {
  const { input, item } = field;
  if (input.type === 'choose') return voice.t(`${instrument.id}:steps.${input.id}.short`);
  if (input.id === NAME) return cardText(voice, instrument, { card, part: 'name', names });
  const short = inputShort(voice, instrument, input.id);
  if (item === undefined || !('list' in card.step) || card.part === 'own') return short;
  const named = itemAt([...card.at, { list: card.step.list, item }], names);
  const name = named ? itemName(voice, instrument, named) : item;
  return card.step.type === 'table' && card.step.inputs.length > 1 ? `${name}: ${short}` : name;
}

/** An answer within a line, in the words of its field: "käyttöaste 85 %". */
export function notedText(
  voice: Voice,
  instrument: Instrument,
  { key, answer }: { key: string; answer: string },
): string {
  const own = `${instrument.id}:inputs.${key}.noted`;
  if (voice.t.has(own)) return voice.t(own, { answer });
  return voice.t('bot:noted.field', { field: lower(inputShort(voice, instrument, key)), answer });
}

/** In the middle of a sentence a name begins with a small letter; an abbreviation or the English "I" does not. */
export function lower(text: string): string {
  if (/^(\p{Lu}{2}|I\b)/u.test(text)) return text;
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
