import { chosenOf } from './chosen-of.ts';
import type { CardStep, Input, Instrument } from './instrument.ts';
import type { ListItem } from './list.ts';
import { itemsOf, type Within } from './places.ts';

/** Fields on one card: a longer one would be too heavy for Teams, which takes 28 KB. */
const FIELDS_ON_A_CARD = 24;

export function addsTo({ lists }: Instrument, { list }: { list: string }): boolean {
  return lists[list]?.own !== undefined;
}

/** The items that a table has rows of. */
export function rowsOf(
  instrument: Instrument,
  { list, items }: Extract<CardStep, { type: 'table' }>,
  within: Within,
): readonly ListItem[] {
  const all = itemsOf(instrument, list, within);
  if (items === 'all') return all;
  const chosen = chosenOf(instrument, list, within.answers);
  return all.filter(({ id }) => chosen.includes(id));
}

export function rowsOnCard({ inputs }: { inputs: readonly Input[] }): number {
  return Math.floor(FIELDS_ON_A_CARD / inputs.length);
}

/** An id for an item that is added, which none here has yet: "own-1", or "sector-2" where the list says what it begins with. */
export function freeItem(instrument: Instrument, list: string, within: Within): string {
  const taken = new Set(itemsOf(instrument, list, within).map(({ id }) => id));
  const beginning = instrument.lists[list]?.ownIds ?? 'own';
  for (let number = 1; ; number++) {
    const id = `${beginning}-${number}`;
    if (!taken.has(id)) return id;
  }
}
