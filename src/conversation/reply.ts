/**
 * What the bot answers, by meaning: ids and values, no texts. The presentation turns a reply into a channel's
 * activities in the person's language; the store keeps replies as they stand here, and parses them when they are read.
 */
import * as z from 'zod';
import { answersSchema } from '../assessment/answers.ts';
import { idSchema, keySchema } from '../assessment/id.ts';
import { keysSchema, listOf } from '../assessment/list-of.ts';
import { outcomeSchema } from '../assessment/outcome.ts';
import { about, cardReplySchema } from './card-reply.ts';
import { commandSchema } from './command.ts';
import { ref } from './dialog-ref.ts';
import { keptReplySchema } from './kept-reply.ts';
import { localeSchema } from './locale.ts';
import { noticeSchema } from './notice.ts';
import { ownListedSchema } from './own-reply.ts';
import { partReplySchema } from './part-reply.ts';
import { WAYS_IN } from './prefilling/found.ts';
import { LOOK_PROBLEMS } from './prefilling/source.ts';
import { progressSchema } from './progress.ts';
import { standing } from './standing.ts';
import { takenReplySchema } from './taken-reply.ts';
import { workshopReplySchema } from './workshop-reply.ts';

const textsSchema = z.record(keySchema, z.string()).readonly();

export const replySchema = z.discriminatedUnion('kind', [
  cardReplySchema,
  keptReplySchema,
  ownListedSchema,
  partReplySchema,
  takenReplySchema,
  workshopReplySchema,
  z.object({
    kind: z.literal('greeting'),
    returning: z.boolean(),
    /** Several people have this conversation in common. */
    shared: z.literal(true).exactOptional(),
    ...standing,
  }),
  /** Said unasked, to someone who wished for it. */
  z.object({
    kind: z.literal('reminder'),
    about: z.enum(['unfinished', 'follow-up']),
    ...standing,
    /** The day on which the person meant to come back, by this answer. */
    day: z
      .object({ ...ref, key: keySchema, day: z.string(), names: answersSchema })
      .readonly()
      .exactOptional(),
  }),
  z.object({ kind: z.literal('about') }),
  z.object({ kind: z.literal('help'), commands: listOf(commandSchema) }),
  z.object({ kind: z.literal('notice'), notice: noticeSchema }),
  z.object({ kind: z.literal('explanation'), ...about }),
  z.object({
    kind: z.literal('summary'),
    ...ref,
    progress: progressSchema,
    answers: answersSchema,
    skipped: keysSchema,
    reasons: textsSchema,
    notes: textsSchema,
    colleague: keysSchema,
    /** Answer key → the role of the colleague whose answer it is. */
    by: textsSchema.exactOptional(),
    /** Answer key → the day of the register of services whose answer it is. */
    sources: textsSchema.exactOptional(),
  }),
  z.object({
    kind: z.literal('result'),
    ...ref,
    outcome: outcomeSchema,
    answers: answersSchema,
    reasons: textsSchema,
    /** Day → how many answers stand as they came from a register of services that day. */
    sourced: z.record(z.string(), z.number()).readonly().exactOptional(),
    /** Set while cards on the way are still open. */
    open: z.literal(true).exactOptional(),
  }),
  z.object({
    kind: z.literal('status'),
    ...ref,
    progress: progressSchema,
    /** Cards done of those in each item that is gone through. */
    items: listOf(
      z
        .object({
          list: idSchema,
          item: idSchema,
          /** Of one that somebody added. */
          name: z.string().exactOptional(),
          done: z.number(),
          total: z.number(),
        })
        .readonly(),
    ).exactOptional(),
  }),
  z.object({ kind: z.literal('language') }),
  z.object({ kind: z.literal('contact') }),
  z.object({ kind: z.literal('human') }),
  /** What became of looking into a register of services, or of what it proposed. */
  z.object({
    kind: z.literal('prefill-told'),
    ...ref,
    what: z.enum(['fetching', ...LOOK_PROBLEMS, 'nothing', 'no-news', 'done', 'taken']),
    municipality: z.string(),
    day: z.string().exactOptional(),
    /** Answers taken. */
    count: z.number().exactOptional(),
    /** Services of others that were left out. */
    leftOut: z.number().exactOptional(),
    /** What is new since the register was last looked into. */
    news: listOf(
      z
        .object({
          item: keySchema,
          added: listOf(z.enum(WAYS_IN)),
          removed: listOf(z.enum(WAYS_IN)),
          own: z.boolean(),
        })
        .readonly(),
    ).exactOptional(),
    names: answersSchema,
  }),
  z.object({ kind: z.literal('files'), what: z.enum(['transcript', 'result', 'workbook', 'roadmap']) }),
]);

export type Reply = z.infer<typeof replySchema>;

/** The nonce of the card whose place a reply takes; undefined for one that stands for itself. */
export function replacedBy(reply: Reply): string | undefined {
  return 'replaces' in reply ? reply.replaces : undefined;
}

/** A reply in the language it was given in. */
export const saidSchema = z.object({ locale: localeSchema, reply: replySchema }).readonly();
export type Said = z.infer<typeof saidSchema>;
