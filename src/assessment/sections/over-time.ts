/** A result beside earlier ones of the same instrument. */
import * as z from 'zod';
import { valueSchema } from '../answers.ts';
import { idSchema, keySchema } from '../id.ts';
import { intervalSchema } from '../interval.ts';
import { listOf } from '../list-of.ts';
import { namedItemSchema } from '../named-item.ts';

const passedSchema = { before: intervalSchema, now: intervalSchema };

/** How a result differs from the one of the same instrument that was kept before it. */
export const changeSchema = z.object({
  kind: z.literal('change'),
  /** When that one was made (epoch milliseconds), and by which version. */
  at: z.number(),
  version: z.string(),
  stair: z.object(passedSchema).readonly().exactOptional(),
  axes: listOf(z.object({ item: namedItemSchema, ...passedSchema }).readonly()),
  answers: listOf(
    z
      .object({ key: keySchema, before: valueSchema, now: valueSchema, way: z.enum(['rose', 'fell']) })
      .readonly(),
  ),
  /** What was recommended then: done by now, or recommended still. */
  actions: z.object({ done: listOf(idSchema), left: listOf(idSchema) }).readonly(),
  /** Actions of a roadmap whose state is another one now. */
  measures: listOf(
    z.object({ item: namedItemSchema, before: valueSchema.exactOptional(), now: valueSchema }).readonly(),
  ).exactOptional(),
  /** The versions of the catalogue that the two were advised from, where they are not the same. */
  catalogue: z.object({ before: z.string(), now: z.string() }).readonly().exactOptional(),
});

/** Where results of the same instrument stood, one after the other. */
export const trendSchema = z.object({
  kind: z.literal('trend'),
  /** How many stairs or levels there are. */
  of: z.number(),
  points: listOf(
    z
      .object({
        /** Epoch milliseconds. */
        at: z.number(),
        version: z.string(),
        /** That of the catalogue of actions, where any were advised. */
        catalogue: z.string().exactOptional(),
        stair: intervalSchema.exactOptional(),
        axes: listOf(z.object({ item: namedItemSchema, level: intervalSchema }).readonly()),
      })
      .readonly(),
  ),
});
