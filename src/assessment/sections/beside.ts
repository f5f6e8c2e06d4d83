/** Figures of others beside a result's own. */
import * as z from 'zod';
import { entrySchema, valueSchema } from '../answers.ts';
import { idSchema, keySchema } from '../id.ts';
import { intervalSchema } from '../interval.ts';
import { listOf } from '../list-of.ts';

/** Where a self-estimate and evidence differ. */
const differenceSchema = z
  .object({ input: keySchema, selfEstimate: valueSchema, evidence: valueSchema })
  .readonly();
export type Difference = z.infer<typeof differenceSchema>;

/** Another instrument's own estimate beside these figures: both stairs, and what differs. */
export const compareSchema = z.object({
  kind: z.literal('compare'),
  dialog: idSchema,
  version: z.string(),
  /** What that estimate was of, where it was told. */
  scope: listOf(entrySchema).exactOptional(),
  own: intervalSchema,
  withEvidence: intervalSchema,
  differences: listOf(differenceSchema),
});

const gatheredFigureSchema = z
  .object({
    id: idSchema,
    n: z.number(),
    shares: listOf(
      z
        .object({
          /** The answer it is the share of, where each has its own. */
          answer: entrySchema.exactOptional(),
          share: z.number(),
          low: z.number(),
          high: z.number(),
        })
        .readonly(),
    ),
    /** The figure that it stands beside. */
    own: z.number().exactOptional(),
  })
  .readonly();

/** What many people's answers to another instrument say of the same: shares 0–1 with their 95 % intervals. */
export const gatheredSchema = z.object({
  kind: z.literal('gathered'),
  dialog: idSchema,
  version: z.string(),
  /** Whose they are. */
  group: entrySchema,
  figures: listOf(gatheredFigureSchema),
});
