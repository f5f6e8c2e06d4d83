/** What a group can judge together of an instrument: its parts, and in each the questions that are a matter of opinion. */
import { type AnswerKey, keyOf } from '../answers.ts';
import { type Card, type CardField, OWN } from '../card.ts';
import { cardsOf } from '../cards-of.ts';
import { fieldsOf } from '../fields-of.ts';
import { type CardStep, type Instrument, isFrame, type Step } from '../instrument.ts';
import { memo } from '../memo.ts';
import { itemsIn, itemsOf, NOBODYS, type Place } from '../places.ts';

/** A field of an instrument, with the card that asks it. */
export interface Asked {
  readonly card: Card;
  readonly field: CardField;
}

/** Something that can be judged by itself: the whole of an instrument, an area, a perspective. */
export interface BallotPart {
  readonly at: readonly Place[];
  /** The items on the way with points between; `all` for what stands in no list. */
  readonly key: string;
  /** Choices from a scale, which each member gives alone. */
  readonly questions: readonly Asked[];
  /** Numbers, which are looked up and not voted on: the group agrees on them with the rest. */
  readonly numbers: readonly Asked[];
}

export const WHOLE = 'all';

/**
 * The parts in the order they are asked in; none of what residents answer. Of what hangs on earlier answers nothing is
 * judged by ballot: whether it is asked at all is known only when the group has agreed.
 */
export const ballotParts = memo((instrument: Instrument): readonly BallotPart[] =>
  instrument.speaker === 'resident' ? [] : partsIn(instrument, instrument.steps, []),
);

/** The part with this key; undefined where there is none such. */
export function ballotPart(instrument: Instrument, at: readonly Place[]): BallotPart | undefined {
  const key = partKey(at);
  return ballotParts(instrument).find(part => part.key === key);
}

export function partKey(at: readonly Place[]): string {
  return at.length === 0 ? WHOLE : itemsIn(at).join('.');
}

function partsIn(instrument: Instrument, steps: readonly Step[], at: readonly Place[]): BallotPart[] {
  const here = steps.filter(step => !step.aside && !step.when);
  const asked = here.flatMap(step => (step.type === 'each' ? [] : askedBy(instrument, step, at)));
  const questions = asked.filter(({ field }) => isJudged(instrument, field));
  const numbers = asked.filter(({ field }) => field.input.type === 'number');
  const own = questions.length > 0 ? [{ at, key: partKey(at), questions, numbers }] : [];
  const within = here.flatMap(step => {
    if (step.type !== 'each' || typeof step.items === 'object') return [];
    return itemsOf(instrument, step.list, { at, answers: NOBODYS }).flatMap(({ id }) =>
      partsIn(instrument, step.steps, [...at, { list: step.list, item: id }]),
    );
  });
  return [...own, ...within];
}

/** Whether the answers are better and worse ones: of what only tells kinds apart nobody holds an opinion. */
function isJudged({ scales }: Instrument, { input }: CardField): boolean {
  if (input.type !== 'choice') return false;
  return new Set(Object.values(scales[input.scale]?.options ?? {})).size > 1;
}

function askedBy(instrument: Instrument, step: CardStep, at: readonly Place[]): Asked[] {
  if (isFrame(step) || step.type === 'choose' || step.type === 'show') return [];
  const cards = cardsIn(instrument, step, at).filter(({ part }) => part !== OWN);
  return cards.flatMap(card => fieldsOf(instrument, card, NOBODYS).map(field => ({ card, field })));
}

/** Of a ladder every rung: a group that parts ways goes both up and down. */
function cardsIn(instrument: Instrument, step: CardStep, at: readonly Place[]): readonly Card[] {
  if (step.type !== 'climb') return cardsOf(instrument, NOBODYS, { step, at });
  const levels = itemsOf(instrument, step.list, { at, answers: NOBODYS }).flatMap(({ level }) => level ?? []);
  return [...new Set(levels)]
    .sort((one, other) => one - other)
    .map(part => ({ key: `${keyOf(itemsIn(at), step.id)}.${part}`, step, at, part }));
}

/** A question of a part by its answer key. */
export function questionAt({ questions }: BallotPart, key: AnswerKey): Asked | undefined {
  return questions.find(({ field }) => field.key === key);
}
