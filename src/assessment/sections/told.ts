import * as z from 'zod';
import { entrySchema } from '../answers.ts';
import { lineSchema } from '../line.ts';
import { listOf } from '../list-of.ts';
import { namedItemSchema } from '../named-item.ts';

/** How a link of a chain stands: nothing named, something named, or that with a measure. */
const linkStandingSchema = z.enum(['empty', 'named', 'measured']);
export type LinkStanding = z.infer<typeof linkStandingSchema>;

/** Answers as they were given, row by row. As a `chain` they are drawn as one, each row leading to the next. */
export const toldSchema = z.object({
  kind: z.literal('told'),
  title: lineSchema,
  as: z.enum(['rows', 'chain']),
  rows: listOf(
    z
      .object({
        item: namedItemSchema,
        entries: listOf(entrySchema),
        standing: linkStandingSchema.exactOptional(),
        remark: lineSchema.exactOptional(),
      })
      .readonly(),
  ),
});
