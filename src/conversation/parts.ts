/** A colleague's part: questions that somebody else knows, asked by a link, and the answers that come back under a role. */
import * as z from 'zod';
import { type Answers, answersSchema } from '../assessment/answers.ts';
import { idSchema, keySchema } from '../assessment/id.ts';
import { localeSchema } from './locale.ts';

/** How long a link asks, in days. */
export const PART_DAYS = 14;
/** Links of a conversation that are open at a time. */
export const MOST_PARTS = 10;

/** What a link asks. No answer is in it but the names of added items that it asks about. */
export const partAskedSchema = z.strictObject({
  dialog: idSchema,
  version: z.string(),
  cards: z.array(keySchema).min(1),
  names: answersSchema,
  /** Who is thought to know, in the asker's words. */
  role: z.string(),
  locale: localeSchema,
  /** Epoch milliseconds; after that nothing is asked any more. */
  until: z.number(),
});
export type PartAsked = Readonly<z.infer<typeof partAskedSchema>>;

/** What one person answered to it. */
export interface PartAnswers {
  readonly key: string;
  readonly dialog: string;
  readonly role: string;
  readonly answers: Answers;
}
