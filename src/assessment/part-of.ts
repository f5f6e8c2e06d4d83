/** A few cards of an instrument as an instrument of their own: for somebody who is asked just these. */

import type { Answers } from './answers.ts';
import type { Card } from './card.ts';
import { cardByKey } from './find-card.ts';
import type { Instrument, Step } from './instrument.ts';
import { itemsIn, type Place } from './places.ts';

/**
 * The instrument with the steps of these cards alone, each on the way whatever was answered elsewhere, and with the items
 * they stand in. `names` are the answers that name added items. Cards that there are not are left out.
 */
export function partOf(instrument: Instrument, cards: readonly string[], names: Answers): Instrument {
  const found = cards.flatMap(key => cardByKey(instrument, names, key) ?? []);
  return {
    ...instrument,
    lists: listsWith(instrument, found),
    steps: stepsWith(instrument.steps, new Set(found.map(({ step }) => step.id))),
    review: 'answers',
    scoring: { by: 'plain' },
    collects: undefined,
    standsFor: {},
    files: [],
    next: undefined,
  };
}

function stepsWith(steps: readonly Step[], kept: ReadonlySet<string>): Step[] {
  return steps.flatMap((step): Step[] => {
    if (step.type === 'each') {
      const inner = stepsWith(step.steps, kept);
      return inner.length === 0
        ? []
        : [{ ...step, items: 'all', steps: inner, when: undefined, aside: undefined }];
    }
    if (!kept.has(step.id)) return [];
    const alone = { ...step, when: undefined, aside: undefined };
    // What a card leads on to, and what it shares with others, is not asked here.
    if (alone.type === 'form') return [{ ...alone, onward: undefined, shares: [] }];
    return [alone.type === 'table' ? { ...alone, items: 'all' } : alone];
  });
}

/** Items that none of the cards stands in are not gone through. Rows of a table stay as they are: its parts are cards. */
function listsWith(instrument: Instrument, cards: readonly Card[]): Instrument['lists'] {
  const around = new Set(cards.flatMap(({ at }) => at.map(({ list }) => list)));
  const isWithin = (list: string, items: readonly string[]) =>
    cards.some(({ at }) => at.some((place, depth) => place.list === list && stands(at, depth, items)));
  return Object.fromEntries(
    Object.entries(instrument.lists).map(([name, list]) => {
      if (!around.has(name)) return [name, list];
      if (!('of' in list))
        return [name, { ...list, items: list.items.filter(({ id }) => isWithin(name, [id])) }];
      const items = Object.entries(list.items).map(
        ([parent, all]) => [parent, all.filter(({ id }) => isWithin(name, [parent, id]))] as const,
      );
      return [name, { ...list, items: Object.fromEntries(items) }];
    }),
  );
}

/** Whether the place at this depth is this item, below this parent where it has one. */
function stands(at: readonly Place[], depth: number, items: readonly string[]): boolean {
  const way = itemsIn(at.slice(0, depth + 1));
  return items.every((item, index) => way[way.length - items.length + index] === item);
}
