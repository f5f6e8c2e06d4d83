/** Cards by their keys, on the way or beside it. */
import { type AnswerKey, type Answers, keyOf } from './answers.ts';
import { type Card, type CardKey, OWN } from './card.ts';
import { cardsOf, listedCard } from './cards-of.ts';
import { fieldsOf } from './fields-of.ts';
import type { CardStep, Instrument, Step } from './instrument.ts';
import { fieldAt, itemsIn, type Place, placesOf } from './places.ts';
import { addsTo } from './rows.ts';
import { isReached } from './steps-around.ts';

interface Within {
  readonly steps: readonly Step[];
  readonly at: readonly Place[];
}

/** Any card by its key that can be answered now, on the way or beside it, also of items that are not gone through. */
export function findCard(instrument: Instrument, answers: Answers, key: CardKey): Card | undefined {
  const card = cardByKey(instrument, answers, key);
  if (!card || !isReached(instrument, { key: card.step.id, at: card.at }, answers)) return undefined;
  // A table of what was chosen has nothing to ask while nothing was.
  const isEmpty = isOfChosen(card.step) && fieldsOf(instrument, card, answers).length === 0;
  return isEmpty ? undefined : card;
}

/** The card behind a key, whether or not its conditions hold: `names` are the answers that name added items. */
export function cardByKey(instrument: Instrument, names: Answers, key: CardKey): Card | undefined {
  const listed = listedCard(instrument, key);
  return listed ?? findIn(instrument, names, { steps: instrument.steps, at: [], parts: key.split('.') });
}

function findIn(
  instrument: Instrument,
  names: Answers,
  { steps, at, parts }: Within & { parts: readonly string[] },
): Card | undefined {
  const [first = '', ...rest] = parts;
  const step = steps.find(({ id, type }) => id === first && type !== 'each');
  if (step && step.type !== 'each') return cardNamed(instrument, names, { step, at, part: rest.join('.') });
  for (const each of steps) {
    if (each.type !== 'each') continue;
    const lists = [...at, each].map(({ list }) => list);
    const place = placesOf(instrument, { lists, items: [...itemsIn(at), first], answers: names });
    const found = place && findIn(instrument, names, { steps: each.steps, at: place, parts: rest });
    if (found) return found;
  }
  return undefined;
}

function cardNamed(
  instrument: Instrument,
  names: Answers,
  { step, at, part }: { step: CardStep; at: readonly Place[]; part: string },
): Card | undefined {
  const key = keyOf(itemsIn(at), step.id);
  if (step.type === 'climb') {
    const level = Number(part || step.from);
    return Number.isInteger(level) ? { key: `${key}.${level}`, step, at, part: level } : undefined;
  }
  const cards = cardsOf(instrument, names, { step, at });
  if (part === '') return cards[0];
  if (step.type === 'table' && part === OWN && addsTo(instrument, step))
    return { key: `${key}.${OWN}`, step, at, part: OWN };
  return cards.find(card => String(card.part) === part) ?? cardOfChosen({ step, at, part });
}

function isOfChosen(step: CardStep): boolean {
  return step.type === 'table' && step.items === 'chosen';
}

/**
 * A part of a table of chosen rows. A reply that is drawn again bears the names of added items and no other answers: the
 * rows cannot be counted then, and the part is taken to be there.
 */
function cardOfChosen({
  step,
  at,
  part,
}: {
  step: CardStep;
  at: readonly Place[];
  part: string;
}): Card | undefined {
  const number = Number(part);
  if (!isOfChosen(step) || !Number.isInteger(number) || number < 1 || number > MOST_PARTS) return undefined;
  return { key: `${keyOf(itemsIn(at), step.id)}.${part}`, step, at, part: number };
}

/** Nobody chooses more rows than fill so many cards. */
const MOST_PARTS = 20;

/** The card on which a field can be answered. */
export function cardAsking(instrument: Instrument, answers: Answers, key: AnswerKey): Card | undefined {
  const field = fieldAt(instrument, key, answers);
  if (!field) return undefined;
  const { step, at } = field;
  const rows = step.type === 'table' || step.type === 'climb';
  const cards = cardsOf(instrument, answers, { step, at: rows ? at.slice(0, -1) : at });
  return cards.find(card => fieldsOf(instrument, card, answers).some(one => one.key === key)) ?? cards[0];
}
