import * as z from 'zod';
import { idSchema } from './id.ts';

/** An item of a list; only one that somebody added bears its name. */
export const namedItemSchema = z
  .object({ list: idSchema, id: idSchema, name: z.string().exactOptional() })
  .readonly();
export type NamedItem = z.infer<typeof namedItemSchema>;
