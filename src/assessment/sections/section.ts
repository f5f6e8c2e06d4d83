import * as z from 'zod';
import { entrySchema } from '../answers.ts';
import { idSchema } from '../id.ts';
import { lineSchema } from '../line.ts';
import { listOf } from '../list-of.ts';
import { namedItemSchema } from '../named-item.ts';
import { compareSchema, gatheredSchema } from './beside.ts';
import { heatSchema } from './heat.ts';
import { changeSchema, trendSchema } from './over-time.ts';
import { profileSchema } from './profile.ts';
import { areasSchema, standingSchema } from './standing.ts';
import { toldSchema } from './told.ts';
import { matrixSchema, needsSchema, roadmapSchema } from './what-next.ts';

const rowSchema = z
  .object({ item: namedItemSchema, line: lineSchema, remark: lineSchema.exactOptional() })
  .readonly();

export const sectionSchema = z.discriminatedUnion('kind', [
  standingSchema,
  /** What was judged, and by whom, where it was told. */
  z.object({ kind: z.literal('scope'), entries: listOf(entrySchema) }),
  areasSchema,
  /** What the result is called, where it has no stair. */
  z.object({ kind: z.literal('title'), line: lineSchema }),
  /** The result, or how far it can be trusted, in a sentence. */
  z.object({ kind: z.literal('headline'), line: lineSchema }),
  z.object({ kind: z.literal('figures'), title: lineSchema.exactOptional(), lines: listOf(lineSchema) }),
  /** How to reach the authority, and what for. */
  z.object({ kind: z.literal('contact'), title: lineSchema }),
  z.object({ kind: z.literal('rows'), title: lineSchema, rows: listOf(rowSchema) }),
  /** What a figure leaves out because an answer is missing. */
  z.object({ kind: z.literal('missing'), lines: listOf(lineSchema) }),
  /** Begins what is about one item alone, to be told in a message of its own. */
  z.object({ kind: z.literal('chapter'), item: namedItemSchema }),
  heatSchema,
  toldSchema,
  needsSchema,
  roadmapSchema,
  matrixSchema,
  profileSchema,
  compareSchema,
  gatheredSchema,
  changeSchema,
  trendSchema,
  /** That a group agreed on the answers: how many they were, and what their views parted on before they talked. */
  z.object({
    kind: z.literal('consensus'),
    members: z.number(),
    questions: z.number(),
    /** Left out before strangers. */
    parted: listOf(
      z
        .object({
          answer: entrySchema,
          counts: listOf(z.object({ value: z.string(), n: z.number() }).readonly()),
        })
        .readonly(),
    ).exactOptional(),
    /** Answers that somebody has changed since. */
    changed: z.number().exactOptional(),
  }),
  /** The version of the catalogue they were picked from; left out of results made before it was noted. */
  z.object({ kind: z.literal('actions'), ids: listOf(idSchema), catalogue: z.string().exactOptional() }),
  /** By which rules it was counted. */
  z.object({ kind: z.literal('rules'), line: lineSchema }),
]);
export type Section = z.infer<typeof sectionSchema>;

export type SectionOf<Kind extends Section['kind']> = Extract<Section, { kind: Kind }>;
