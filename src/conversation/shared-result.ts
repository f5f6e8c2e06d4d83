import * as z from 'zod';
import { outcomeSchema } from '../assessment/outcome.ts';
import { ref } from './dialog-ref.ts';

/** A result as others may see it: no answers, no reasons, no notes, nobody's name. */
export const sharedResultSchema = z
  .object({
    ...ref,
    /** When it was shared, epoch milliseconds. */
    at: z.number().exactOptional(),
    outcome: outcomeSchema,
  })
  .readonly();
export type SharedResult = z.infer<typeof sharedResultSchema>;
