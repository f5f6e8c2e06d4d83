import * as z from 'zod';
import { keySchema } from '../assessment/id.ts';

/** Why an answer was not taken. */
export const rejectionSchema = z
  .object({
    problem: z.enum([
      'not-understood',
      'not-an-option',
      'not-listed', // no name of the register
      'applies', // "does not apply" where that is no answer
      'not-a-number',
      'out-of-range',
      'not-whole',
      'too-precise',
      'too-long',
      'too-many',
      'missing',
      'unprintable',
      'not-text',
      'not-a-date',
      'unknown-input',
      'changed-since', // another answer has come in since it was looked at
      'twice', // a sum, and its parts as well
      'ambiguous-share', // 0,85 or 85 %
      'ambiguous-mark', // a point or comma before three figures
    ]),
    /** With `ambiguous-…`: the numbers that may be meant. */
    candidates: z.tuple([z.number(), z.number()]).readonly().exactOptional(),
    /** With `not-listed`: codes of the names that may be meant. */
    near: z.array(z.string()).readonly().exactOptional(),
    min: z.number().exactOptional(),
    max: z.number().exactOptional(),
    /** With `min` and `max`, where these are years. */
    unit: z.literal('year').exactOptional(),
    decimals: z.number().exactOptional(),
    misses: z.number().exactOptional(),
  })
  .readonly();
export type Rejection = z.infer<typeof rejectionSchema>;

/** A field of a card that was sent in, and why it was not taken. */
export const fieldProblemSchema = z.object({ key: keySchema, rejection: rejectionSchema }).readonly();
export type FieldProblem = z.infer<typeof fieldProblemSchema>;
