/** What is remembered of one conversation between turns: plain data, small, and parsed on every read. */
import * as z from 'zod';
import { answersSchema } from '../assessment/answers.ts';
import { idSchema, keySchema } from '../assessment/id.ts';
import { prefilledSchema } from '../assessment/prefilled.ts';
import { workbookFiguresSchema } from '../assessment/scoring/workbook/figures-of.ts';
import { consensusSchema } from '../assessment/workshop/consensus.ts';
import { type Locale, localeSchema } from './locale.ts';
import { partAskedSchema } from './parts.ts';
import { type Pending, pendingSchema } from './pending.ts';
import { seatSchema } from './workshop.ts';

const textsSchema = z.record(keySchema, z.string());

/** What somebody told of what is judged: the answers, and what stands beside them. */
const told = {
  answers: answersSchema,
  /** Cards skipped, or sent in with something left open: they are not asked again by themselves. */
  passed: z.array(keySchema),
  /** Answer key → why it does not apply here. */
  reasons: textsSchema,
  /** Card key → a note the person added. */
  notes: textsSchema,
  /** Cards to ask a colleague about. */
  colleague: z.array(keySchema),
  /** Answer key → the role of the colleague whose answer it is. */
  by: textsSchema.exactOptional(),
};
const toldSchema = z.strictObject(told);

/** One assessment under way or finished, with the version of the instrument it stands on. */
const runSchema = z.strictObject({
  dialog: idSchema,
  version: z.string(),
  startedAt: z.number(),
  /** asking → reviewing (the summary) → finished (the result has been shown). */
  stage: z.enum(['asking', 'reviewing', 'finished']),
  ...told,
  /** What a group agreed on, where answers of this run came of a workshop. */
  consensus: consensusSchema.optional(),
  /** Other areas that were judged before this one, and stand beside it in the result. */
  others: z.array(toldSchema).max(20).optional(),
  /** Figures of an earlier year, from a file that was sent in for that. */
  earlier: workbookFiguresSchema.exactOptional(),
  /** What came from a register of services and stands as it came. */
  prefilled: prefilledSchema.optional(),
  /** A card gone back or jumped to; otherwise the place follows from the answers. */
  visiting: keySchema.optional(),
});

const sessionShape = {
  locale: localeSchema,
  /** Set while nobody has acted in the language or chosen it: the channel may still tell another one. */
  tentative: z.literal(true).optional(),
  /** Counts the questions asked, for their nonces. */
  serial: z.number().int().nonnegative(),
  /** Messages in a row that were not understood. */
  misses: z.number().int().nonnegative(),
  pending: pendingSchema.optional(),
  /** Written until November 2026 by "pause", which only says that everything stays as it is: nothing asks for it. */
  paused: z.boolean().optional(),
  /**
   * Where we talk, of places that can be written to at any time; not said of the web chat. In a group the answers are
   * the group's: whoever gives one gives it for all. Several people's answers to one question would stand beside
   * these, so that what is here keeps its meaning.
   */
  place: z.enum(['personal', 'group']).optional(),
  /** The result shown last: it outlives the run that it came from. */
  last: z
    .strictObject({
      dialog: idSchema,
      version: z.string(),
      at: z.number(),
      low: z.number(),
      high: z.number(),
      /** Too little had been answered for the stair to be named by itself. */
      provisional: z.literal(true).exactOptional(),
    })
    .optional(),
  /** The instrument that is to be filled once the register of services has answered, and of which municipality. */
  awaits: z.strictObject({ dialog: idSchema, municipality: z.string() }).optional(),
  /** Set when the person wishes to be reminded. */
  reminders: z.literal('on').optional(),
  /**
   * Dialog → under which name (random, found nowhere else) answers were added to what many people's come to, when that
   * was first, and to whose; no group when they were taken out.
   */
  contributed: z
    .record(
      idSchema,
      z.strictObject({ member: z.string(), since: z.number(), group: z.string().exactOptional() }),
    )
    .optional(),
  /** The kept results that this conversation goes on with: under which key, and what they are called. */
  kept: z.strictObject({ key: z.string(), name: z.string() }).exactOptional(),
  /** The workshop that is led from here, or taken part in. */
  workshop: seatSchema.optional(),
  /** Keys of the links to results that are open. */
  links: z.array(z.string()).max(10).exactOptional(),
  /** Dialog → the run of it. Starting one leaves the others as they are. */
  runs: z.record(idSchema, runSchema),
  /** The dialog in hand; none before anything has been started. */
  active: idSchema.optional(),
};

export const sessionSchema = z.strictObject({
  ...sessionShape,
  /** Links by which colleagues are asked, and of which instrument. */
  parts: z
    .array(z.strictObject({ key: z.string(), dialog: idSchema }))
    .max(20)
    .exactOptional(),
  /** Key of a part that was answered here → the name it was answered under. */
  answered: z.record(z.string(), z.string()).exactOptional(),
  /** A part that is being answered here, in a session of its own: nothing else of this one has to do with it. */
  part: z
    .strictObject({
      key: z.string(),
      member: z.string(),
      asked: partAskedSchema,
      inner: z.strictObject(sessionShape),
    })
    .exactOptional(),
});

export type Session = z.infer<typeof sessionSchema>;
export type Run = z.infer<typeof runSchema>;
export type Told = z.infer<typeof toldSchema>;
export type { Pending } from './pending.ts';

/** A conversation nobody has spoken in yet. */
export function newSession(locale: Locale): Session {
  return { locale, serial: 0, misses: 0, runs: {} };
}

/** Whether free words are asked for: a reason, or a note. */
export function asksWords(pending: Pending | undefined): boolean {
  return pending?.kind === 'reason' || pending?.kind === 'note';
}
