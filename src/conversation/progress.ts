import * as z from 'zod';

export const progressSchema = z
  .object({
    /** Cards answered or passed, and cards in all, on the path these answers lead through. */
    answered: z.number(),
    total: z.number(),
    /** The card's place on the path, from 1; 0 beside the way. */
    position: z.number(),
  })
  .readonly();
export type Progress = z.infer<typeof progressSchema>;
