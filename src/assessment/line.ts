import * as z from 'zod';
import { idSchema } from './id.ts';
import { listOf } from './list-of.ts';
import { namedItemSchema } from './named-item.ts';

/** A figure as it is to be written: the screen knows how a language writes it. */
const amountSchema = z.union([
  /** 0–1. */
  z.object({ share: z.number() }).readonly(),
  z.object({ euros: z.number() }).readonly(),
  z.object({ number: z.number() }).readonly(),
  /** Written without a space in it. */
  z.object({ year: z.number() }).readonly(),
  /** Text keys of the instrument. */
  z.object({ terms: listOf(z.string()) }).readonly(),
  z.object({ items: listOf(namedItemSchema) }).readonly(),
  /** Somebody's own. */
  z.object({ words: z.string() }).readonly(),
  z.literal('none'),
]);
export type Amount = z.infer<typeof amountSchema>;

/** A line of the instrument's own words: text `outcome.<id>`, with its placeholders. */
export const lineSchema = z
  .object({
    id: idSchema,
    amounts: z.record(z.string(), amountSchema).readonly().exactOptional(),
    /** Chooses between singular and plural. */
    count: z.number().exactOptional(),
  })
  .readonly();
export type Line = z.infer<typeof lineSchema>;
