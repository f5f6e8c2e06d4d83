import * as z from 'zod';
import { idSchema } from '../id.ts';
import { listOf } from '../list-of.ts';
import { namedItemSchema } from '../named-item.ts';

/** 0–1; null where there is nothing to count. */
const sharesSchema = listOf(z.number().nullable());

/** Shares of two things at once, as of the phases of the work in areas: where it is warm, much is done. */
export const heatSchema = z.object({
  kind: z.literal('heat'),
  /** The fields whose shares these are, in the order of the columns. */
  columns: listOf(idSchema),
  /** As many shares as there are columns. */
  rows: listOf(z.object({ item: namedItemSchema, shares: sharesSchema }).readonly()),
  /** The same of all rows together, where there are several. */
  whole: sharesSchema.exactOptional(),
});
