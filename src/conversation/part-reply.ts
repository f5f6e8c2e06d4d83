import * as z from 'zod';
import { answersSchema, valueSchema } from '../assessment/answers.ts';
import { keySchema } from '../assessment/id.ts';
import { listOf } from '../assessment/list-of.ts';
import { ref } from './dialog-ref.ts';

/** What is said of questions that colleagues answer. */
export const partReplySchema = z.discriminatedUnion('kind', [
  /** A link by which a colleague answers some questions, for so many days. */
  z.object({
    kind: z.literal('part-offered'),
    key: z.string(),
    seed: z.string(),
    role: z.string(),
    count: z.number(),
    days: z.number(),
  }),
  /** Somebody begins to answer what a colleague asks. */
  z.object({ kind: z.literal('part-begun'), ...ref, count: z.number() }),
  /** What colleagues answered: taken over where the asker did not know, beside the asker's own where they differ. */
  z.object({
    kind: z.literal('colleagues-said'),
    ...ref,
    rows: listOf(
      z
        .object({
          key: keySchema,
          /** The asker's own bears no role. */
          said: listOf(z.object({ role: z.string().exactOptional(), value: valueSchema }).readonly()),
        })
        .readonly(),
    ),
    names: answersSchema,
  }),
]);
