/** The rules of an instrument that gives a level to each item of a list, by a ladder of statements. */
import * as z from 'zod';
import { idSchema } from '../../id.ts';
import { type CardStep, cardSteps, type Instrument } from '../../instrument.ts';
import { allItems, type ListItem } from '../../list.ts';
import { memo } from '../../memo.ts';

export const levelsRulesSchema = z.strictObject({
  by: z.literal('levels'),
  /** The list whose items each get a level. */
  axes: idSchema,
  /** The list around it: each of its items (a sector) has a profile of its own. */
  units: idSchema.optional(),
});

export const levelsRules = memo((instrument: Instrument) => levelsRulesSchema.parse(instrument.scoring));

export type Ladder = Extract<CardStep, { type: 'climb' }>;

/** The ladder that stands inside the list of axes, and inside that of units where there is one. */
export function ladderIn(instrument: Instrument): Ladder | undefined {
  const { axes, units } = levelsRules(instrument);
  const around = units === undefined ? [axes] : [units, axes];
  for (const { step, lists } of cardSteps(instrument))
    if (step.type === 'climb' && around.join() === lists.join()) return step;
  return undefined;
}

/** The same for an instrument that has been checked. */
export function ladderOf(instrument: Instrument): Ladder {
  const ladder = ladderIn(instrument);
  if (!ladder) throw new Error(`${instrument.id} has no ladder`);
  return ladder;
}

/** How many levels there are. */
export function highestLevel(instrument: Instrument): number {
  const list = instrument.lists[ladderOf(instrument).list];
  return list ? highestIn(allItems(list).map(({ item }) => item)) : 0;
}

/** The highest level of some statements. */
export function highestIn(statements: readonly ListItem[]): number {
  return Math.max(0, ...statements.map(({ level = 1 }) => level));
}
