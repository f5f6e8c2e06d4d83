/** What to do first: things ranked, what the levels that are aimed at need, and actions in their order. */
import * as z from 'zod';
import { EFFORTS } from '../actions.ts';
import { entrySchema } from '../answers.ts';
import { idSchema } from '../id.ts';
import { listOf } from '../list-of.ts';
import { namedItemSchema } from '../named-item.ts';

/** One side of a matrix: the field that rates, and how many steps it has. */
const sideSchema = z.object({ input: idSchema, of: z.number() }).readonly();

/** Things ranked by how much they matter times how soon: 1 is the least of each. */
export const matrixSchema = z.object({
  kind: z.literal('matrix'),
  impact: sideSchema,
  urgency: sideSchema,
  /** How many of the rows are told first. */
  top: z.number(),
  /** The highest first. Those of equal points share their rank. */
  rows: listOf(
    z
      .object({
        item: namedItemSchema,
        impact: z.number(),
        urgency: z.number(),
        points: z.number(),
        rank: z.number(),
      })
      .readonly(),
  ),
});

/** What is still open on the next level of each goal, in the words of the instrument that asked it. */
export const needsSchema = z.object({
  kind: z.literal('needs'),
  dialog: idSchema,
  version: z.string(),
  rows: listOf(
    z.object({ item: namedItemSchema, level: z.number(), open: listOf(namedItemSchema) }).readonly(),
  ),
});

const roadmapRowSchema = z
  .object({
    item: namedItemSchema,
    /** What it helps to raise, and to which level. */
    moves: listOf(z.object({ goal: namedItemSchema, level: z.number() }).readonly()),
    effort: z.enum(EFFORTS).exactOptional(),
    /** Owner, deadline and state, by their fields. */
    entries: listOf(entrySchema),
  })
  .readonly();

/** Actions in the order in which to take them, under the spearheads that somebody named; the last group may have none. */
export const roadmapSchema = z.object({
  kind: z.literal('roadmap'),
  groups: listOf(z.object({ name: z.string().exactOptional(), rows: listOf(roadmapRowSchema) }).readonly()),
});
