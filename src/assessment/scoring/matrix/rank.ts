/** Items by impact times urgency. The order does not hang on the order in which anything is listed or was answered. */
import { type Answers, keyOf } from '../../answers.ts';
import type { Instrument } from '../../instrument.ts';
import { memoPair } from '../../memo.ts';
import type { NamedItem } from '../../named-item.ts';
import { namedItemAt } from '../../named-item-at.ts';
import { itemsIn, itemsOf, type Place } from '../../places.ts';
import { matrixRules, optionsIn, type RatedTable } from './matrix-rules.ts';

export interface Ranked {
  readonly item: NamedItem;
  /** From 1, for the least. */
  readonly impact: number;
  readonly urgency: number;
  /** Impact times urgency. */
  readonly points: number;
  /** From 1; those of equal points share it. */
  readonly rank: number;
}

export interface Ranking {
  readonly ranked: readonly Ranked[];
  /** Items that only one of the two is known of. */
  readonly half: readonly NamedItem[];
}

interface Rated {
  readonly item: NamedItem;
  readonly impact: number | undefined;
  readonly urgency: number | undefined;
}

export const rankingOf = memoPair((instrument: Instrument, answers: Answers): Ranking => {
  const rated = matrixRules(instrument).tables.flatMap(table => ratedIn(instrument, answers, table));
  const whole = rated.flatMap(({ item, impact, urgency }) =>
    impact === undefined || urgency === undefined
      ? []
      : [{ item, impact, urgency, points: impact * urgency }],
  );
  const ordered = whole.toSorted(
    (one, other) =>
      other.points - one.points || other.impact - one.impact || compareIds(one.item, other.item),
  );
  return {
    ranked: ordered.map(one => ({
      ...one,
      rank: ordered.findIndex(({ points }) => points === one.points) + 1,
    })),
    half: rated
      .filter(({ impact, urgency }) => (impact === undefined) !== (urgency === undefined))
      .map(({ item }) => item)
      .toSorted(compareIds),
  };
});

/** By the ids alone, so that neither the list nor the answers can be turned round to change it. */
function compareIds(one: NamedItem, other: NamedItem): number {
  return `${one.list}.${one.id}`.localeCompare(`${other.list}.${other.id}`, 'en', { numeric: true });
}

function ratedIn(instrument: Instrument, answers: Answers, { list, impact, urgency }: RatedTable): Rated[] {
  return waysTo(instrument, answers, list).map(at => ({
    item: namedItemAt(at, answers),
    impact: pointsOf(instrument, answers, { at, input: impact }),
    urgency: pointsOf(instrument, answers, { at, input: urgency }),
  }));
}

/** The ways to all items of a list, through those of the list above where it has one. */
function waysTo(instrument: Instrument, answers: Answers, list: string): Place[][] {
  const found = instrument.lists[list];
  const above = found && 'of' in found ? waysTo(instrument, answers, found.of) : [[]];
  return above.flatMap(at =>
    itemsOf(instrument, list, { at, answers }).map(({ id }) => [...at, { list, item: id }]),
  );
}

function pointsOf(
  instrument: Instrument,
  answers: Answers,
  { at, input }: { at: readonly Place[]; input: string },
): number | undefined {
  const value = answers[keyOf(itemsIn(at), input)];
  const options = optionsIn(instrument, input);
  const place = typeof value === 'string' ? options.indexOf(value) : -1;
  return place === -1 ? undefined : options.length - place;
}
