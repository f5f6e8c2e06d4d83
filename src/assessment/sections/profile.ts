import * as z from 'zod';
import { intervalSchema } from '../interval.ts';
import { listOf } from '../list-of.ts';
import { namedItemSchema } from '../named-item.ts';

/** One thing that is measured by levels: a perspective, a sector. */
const axisSchema = z
  .object({
    item: namedItemSchema,
    level: intervalSchema,
    /** Share (0–1) of the statements asked that have an answer. */
    coverage: z.number(),
    /** What the next level needs: statements that are known not to hold, and those of which nothing is known. */
    next: z
      .object({ level: z.number(), open: listOf(namedItemSchema), unknown: listOf(namedItemSchema) })
      .readonly()
      .exactOptional(),
    /** Where several units were gone through: how each of them stands. The level is then the one that all reach. */
    units: listOf(z.object({ item: namedItemSchema, level: intervalSchema }).readonly()).exactOptional(),
    /** The level that is aimed at. */
    target: z.number().exactOptional(),
  })
  .readonly();
export type Axis = z.infer<typeof axisSchema>;

/** How things that are measured by levels stand. */
export const profileSchema = z.object({
  kind: z.literal('profile'),
  /** How many levels there are. */
  of: z.number(),
  /** Whose levels they are, where it is one of several units. */
  unit: namedItemSchema.exactOptional(),
  axes: listOf(axisSchema),
});
