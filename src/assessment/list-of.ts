import * as z from 'zod';
import { keySchema } from './id.ts';

export const listOf = <T extends z.ZodType>(of: T) => z.array(of).readonly();

/** Keys of cards or answers. */
export const keysSchema = listOf(keySchema);
