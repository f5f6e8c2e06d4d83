import * as z from 'zod';
import { answersSchema, entrySchema } from '../assessment/answers.ts';
import { keySchema } from '../assessment/id.ts';
import { lineSchema } from '../assessment/line.ts';
import { keysSchema, listOf } from '../assessment/list-of.ts';
import { about, cardReplySchema } from './card-reply.ts';
import { placeSchema, ref } from './dialog-ref.ts';
import { progressSchema } from './progress.ts';
import { fieldProblemSchema, rejectionSchema } from './rejection.ts';

/** What became of what somebody sent, pressed or said. */
export const takenReplySchema = z.discriminatedUnion('kind', [
  /** A card that was sent in and could not be taken, in its own place, with what was typed into it. */
  z.object({
    kind: z.literal('redrawn'),
    card: cardReplySchema,
    replaces: z.string(),
    sent: z.record(z.string(), z.string()).readonly(),
  }),
  z.object({
    kind: z.literal('rejected'),
    rejection: rejectionSchema,
    /** The open card, where it has rows or several fields: how to speak of one of them is said again. */
    card: z.object(about).readonly().exactOptional(),
  }),
  /** Part of a message that was not read, beside what was: nobody has to find out by themselves what is missing. */
  z.object({ kind: z.literal('not-read'), words: z.string() }),
  /** Why a card was not taken, field by field; it stays open. */
  z.object({
    kind: z.literal('refused'),
    ...ref,
    problems: listOf(fieldProblemSchema),
    /** The card that is still open, for buttons with what may be meant. */
    open: z.object({ step: keySchema, nonce: z.string() }).readonly().exactOptional(),
  }),
  /** The line that is left of a question once it has been answered. */
  z.object({
    kind: z.literal('answered'),
    step: keySchema,
    ...ref,
    /** The nonce of the card whose place it takes. */
    replaces: z.string(),
    progress: progressSchema,
    values: answersSchema,
    skipped: z.boolean(),
    /** Answered in words: how they were read is told where they stand, too. */
    heard: z.literal('words').exactOptional(),
    /** What the instrument has to say in place of the answers themselves. */
    line: lineSchema.exactOptional(),
    growing: lineSchema.exactOptional(),
    /** Who answered, where several people share the assessment: put in by the channel, never saved by a turn. */
    by: z.string().exactOptional(),
  }),
  /** What was taken from somebody's words, with the names of added items. */
  z.object({
    kind: z.literal('noted'),
    ...ref,
    entries: listOf(entrySchema),
    names: answersSchema,
    /** Keys of what was left out of what was said of all, and has no answer. */
    left: keysSchema.exactOptional(),
    /** The nonce of the card whose place it takes, where an item was added on one. */
    replaces: z.string().exactOptional(),
    growing: lineSchema.exactOptional(),
    /** Set when the card on the screen stays open for more. */
    open: z.literal(true).exactOptional(),
  }),
  /** What came in with a filled file: the outermost items it tells of, and how many inner ones. */
  z.object({
    kind: z.literal('imported'),
    ...ref,
    items: listOf(placeSchema),
    count: z.number(),
    /** Earlier answers that are other now, or gone. */
    replaced: z.number().exactOptional(),
    /** Items answered before that the file says nothing of: they are as they were. */
    stayed: listOf(placeSchema).exactOptional(),
  }),
  /** Figures of a filled file stand beside these now, as those of an earlier year. */
  z.object({ kind: z.literal('earlier-taken'), ...ref, count: z.number() }),
  /** A spreadsheet was sent in that gave no answers; `problems` in words, as they stood in the file. */
  z.object({
    kind: z.literal('file-refused'),
    why: z.enum(['not-here', 'not-fetched', 'too-large', 'rejected']),
    problems: listOf(z.string()),
  }),
]);
