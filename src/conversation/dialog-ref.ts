import * as z from 'zod';
import { idSchema } from '../assessment/id.ts';

/** An instrument as it was used: replies stay readable after a new version ships. */
export const ref = { dialog: idSchema, version: z.string() };
/** An item of a list. */
export const placeSchema = z.object({ list: idSchema, item: idSchema }).readonly();
const dialogRefSchema = z.object(ref).readonly();
export type DialogRef = z.infer<typeof dialogRefSchema>;
