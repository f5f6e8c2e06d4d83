/** What a version of an instrument did with answers given to earlier ones: declared beside the questions. */
import * as z from 'zod';
import { idSchema, keySchema } from './id.ts';

/**
 * One change. It concerns answers given to a version before the one that it `came` with; of several changes, written
 * oldest first, an answer goes through all that came after its own version.
 */
const changeSchema = z.strictObject({
  came: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version reads major.minor.patch'),
  /** Earlier id of a field → its id now. */
  fields: z.record(idSchema, idSchema).default({}),
  /** Earlier path of an item (`wellbeing.food-control`) → its path now: renamed, or sorted under another one. */
  items: z.record(keySchema, keySchema).default({}),
  /** A field as it is called now → earlier option → option now; null asks again what cannot be told from the old one. */
  values: z.record(idSchema, z.record(idSchema, idSchema.nullable())).default({}),
});

export const movedSchema = z.array(changeSchema).default([]);
export type Change = z.infer<typeof changeSchema>;
