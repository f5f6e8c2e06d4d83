import * as z from 'zod';
import { keySchema } from '../assessment/id.ts';
import { listOf } from '../assessment/list-of.ts';
import { ref } from './dialog-ref.ts';

/** Something that people named themselves, by the answer that is its name, and what goes with it. */
export const ownAskedShape = {
  key: keySchema,
  name: z.string(),
  /** Answers about it that go as well. */
  gone: z.number(),
  /** What stood under it and stays without it. */
  freed: z.number(),
};

/** What people named themselves, to choose from what is to be taken out. */
export const ownListedSchema = z.object({
  kind: z.literal('own-listed'),
  ...ref,
  things: listOf(z.object({ key: keySchema, name: z.string() }).readonly()),
});
