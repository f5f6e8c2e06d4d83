import * as z from 'zod';

/** Both ends included; low = high when nothing is unknown. */
export const intervalSchema = z.object({ low: z.number(), high: z.number() }).readonly();
export type Interval = z.infer<typeof intervalSchema>;
