/** The rules of an instrument that gives a level to each item of a list, by a ladder of statements. */
import { z } from 'zod';
import { type CardStep, cardSteps, type Definition } from '../../definition.ts';
import { idSchema } from '../../id.ts';
import { allItems } from '../../list.ts';
import { memo } from '../../memo.ts';

export const levelsRulesSchema = z.strictObject({
  by: z.literal('levels'),
  /** The list whose items each get a level. */
  axes: idSchema,
  /** The list around it: each of its items (a sector) has a profile of its own. */
  units: idSchema.optional(),
});

export const levelsRules = memo((definition: Definition) => levelsRulesSchema.parse(definition.scoring));

export type Ladder = Extract<CardStep, { type: 'climb' }>;

/** The ladder that stands inside the list of axes, and inside that of units where there is one. */
export function ladderIn(definition: Definition): Ladder | undefined {
  const { axes, units } = levelsRules(definition);
  const around = units === undefined ? [axes] : [units, axes];
  for (const { step, lists } of cardSteps(definition))
    if (step.type === 'climb' && around.join() === lists.join()) return step;
  return undefined;
}

/** The same for an instrument that has been checked. */
export function ladderOf(definition: Definition): Ladder {
  const ladder = ladderIn(definition);
  if (!ladder) throw new Error(`${definition.id} has no ladder`);
  return ladder;
}

/** How many levels there are. */
export function highestLevel(definition: Definition): number {
  const list = definition.lists[ladderOf(definition).list];
  return list ? Math.max(0, ...allItems(list).map(({ item: { level = 1 } }) => level)) : 0;
}
