import * as z from 'zod';
import { answersSchema } from '../assessment/answers.ts';
import { idSchema } from '../assessment/id.ts';
import { intervalSchema } from '../assessment/interval.ts';
import { keysSchema, listOf } from '../assessment/list-of.ts';
import { ref } from './dialog-ref.ts';
import { progressSchema } from './progress.ts';

/** A result that was shown before. */
const lastResultSchema = z
  .object({
    ...ref,
    stair: intervalSchema,
    at: z.number(),
    provisional: z.literal(true).exactOptional(),
  })
  .readonly();
export type LastResult = z.infer<typeof lastResultSchema>;

/** What of a dialog has no answer yet: card keys, each in one list. */
const openQuestionsSchema = z
  .object({
    ...ref,
    progress: progressSchema,
    /** Marked for a colleague, and not known since. */
    colleague: keysSchema,
    skipped: keysSchema,
    /** Passed over otherwise; empty while the questions are still being asked. */
    unanswered: keysSchema,
    names: answersSchema.default({}),
  })
  .readonly();
export type OpenQuestions = z.infer<typeof openQuestionsSchema>;

/** Fields of a reply to someone who comes back, with which other dialogs have been begun. */
export const standing = {
  begun: listOf(idSchema).exactOptional(),
  last: lastResultSchema.exactOptional(),
  open: openQuestionsSchema.exactOptional(),
};
