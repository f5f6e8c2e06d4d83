/** The rules of an instrument that sets levels to aim at, and a roadmap of actions towards them. */
import * as z from 'zod';
import { idSchema } from '../../id.ts';
import type { Instrument } from '../../instrument.ts';
import { allItems, type ListItem } from '../../list.ts';
import { memo } from '../../memo.ts';

export const roadmapRulesSchema = z.strictObject({
  by: z.literal('roadmap'),
  /** The list of what is to rise, each with `now`, `target` and `year`. */
  goals: idSchema,
  /** How far each can rise: id → highest level. */
  highest: z.record(idSchema, z.number().int().positive()),
  /** The goal that is the stair; it counts twice. */
  stair: idSchema,
  /** The list of sectors that have goals of their own, and the fields in which those stand. */
  units: z.strictObject({ list: idSchema, now: idSchema, target: idSchema, year: idSchema }).optional(),
  /** The list of actions, each of which `moves` goals. */
  measures: idSchema,
  /** The questions in which spearheads are named, by the option that stands for each. */
  spearheads: z.record(idSchema, idSchema),
  /** States after which an action is asked about no more. */
  over: z.array(idSchema).min(1),
  /** The instruments that tell where each goal is now. */
  looks: z.strictObject({ stairs: idSchema, levels: idSchema }),
});

export type RoadmapRules = z.infer<typeof roadmapRulesSchema>;

export const roadmapRules = memo(
  (instrument: Instrument): RoadmapRules => roadmapRulesSchema.parse(instrument.scoring),
);

/** The fields that an outcome is worked out from. */
export const NEEDED: readonly string[] = [
  ...['now', 'target', 'year'],
  ...['spearhead', 'owner', 'deadline', 'state'],
];

/** The items of a list that has none above it. */
export function plainItems(instrument: Instrument, list: string): readonly ListItem[] {
  const found = instrument.lists[list];
  return found ? allItems(found).map(({ item }) => item) : [];
}
