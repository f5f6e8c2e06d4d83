import { z } from 'zod';
import type { Definition } from '../../definition.ts';
import { idSchema } from '../../id.ts';
import { memo } from '../../memo.ts';

/** A condition of a stair: a field's id, or for numbers the bound that must be exceeded. */
const conditionSchema = z.union([
  idSchema.transform(id => ({ id })),
  z.strictObject({ id: idSchema, above: z.number() }),
]);

const stairSchema = z.strictObject({
  /** Shares (0–1) of the applicable conditions that must be met, and at least started, for the stair to hold. */
  requires: z.strictObject({ met: z.number().min(0).max(1), started: z.number().min(0).max(1) }),
  conditions: z.array(conditionSchema).min(1),
});

/** The shape of `scoring` where it is by stairs. */
export const stairsRulesSchema = z.strictObject({
  by: z.literal('stairs'),
  /** Below this share of answered conditions the result is called provisional. */
  provisionalBelow: z.number().min(0).max(1),
  /** Lowest first. */
  stairs: z.array(stairSchema).min(1),
});

export type StairsRules = z.infer<typeof stairsRulesSchema>;
export type Stair = StairsRules['stairs'][number];
export type StairCondition = Stair['conditions'][number];

/** The rules of an instrument that is scored by stairs. Throws for any other. */
export const stairsRules = memo((definition: Definition) => stairsRulesSchema.parse(definition.scoring));

/** The stairs of an instrument, lowest first; none where it is scored some other way. */
export function stairsOf(definition: Definition): readonly Stair[] {
  return definition.scoring.by === 'stairs' ? stairsRules(definition).stairs : [];
}
