import { type Answers, keyOf } from './answers.ts';
import { type Card, type CardKey, OWN } from './card.ts';
import { rungsOf } from './climb.ts';
import type { CardStep, Instrument } from './instrument.ts';
import { memo } from './memo.ts';
import { itemsIn, NOBODYS, type Place, placesOf } from './places.ts';
import { addsTo, rowsOf, rowsOnCard } from './rows.ts';

/** A step's cards: one, or as many as its rows need, or the rungs its answers have led to. */
export function cardsOf(
  instrument: Instrument,
  answers: Answers,
  { step, at }: { step: CardStep; at: readonly Place[] },
): Card[] {
  const key = keyOf(itemsIn(at), step.id);
  if (step.type === 'table') {
    const rows = step.inputs.length === 0 ? 0 : rowsOf(instrument, step, { at, answers }).length;
    // Where nothing is listed, the first row is one of one's own.
    if (rows === 0) return addsTo(instrument, step) ? [{ key: `${key}.${OWN}`, step, at, part: OWN }] : [];
    const parts = Math.ceil(rows / rowsOnCard(step));
    return Array.from({ length: parts }, (_, index) =>
      theCard(instrument, { key: `${key}.${index + 1}`, step, at, part: index + 1 }),
    );
  }
  if (step.type !== 'climb') return [theCard(instrument, { key, step, at })];
  return rungsOf(instrument, answers, { step, at }).map(part => ({ key: `${key}.${part}`, step, at, part }));
}

/**
 * The one card with this key, so that what is worked out for a card is worked out once. An item that somebody added is
 * of their conversation alone, and its cards are kept no longer than that: there are no more than the instrument lists.
 */
function theCard(instrument: Instrument, card: Card): Card {
  const cards = listedCards(instrument);
  const known = cards.get(card.key);
  if (known) return known;
  const lists = card.at.map(({ list }) => list);
  if (placesOf(instrument, { lists, items: itemsIn(card.at), answers: NOBODYS })) cards.set(card.key, card);
  return card;
}

/** The card with this key, where it stands whatever was answered: how many parts a table has hangs on what was added to it. */
export function listedCard(instrument: Instrument, key: CardKey): Card | undefined {
  const card = listedCards(instrument).get(key);
  return card?.part === undefined ? card : undefined;
}

/** Those that were asked for so far. */
const listedCards = memo((_instrument: Instrument) => new Map<CardKey, Card>());
