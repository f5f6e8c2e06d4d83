/** What is remembered of one conversation between turns: plain data, small, and parsed on every read. */
import { z } from 'zod';
import { idSchema } from '../assessment/definition.ts';
import { commandSchema } from './command.ts';
import { type Locale, localeSchema } from './locale.ts';
import { remarkSchema } from './workbook/remark.ts';
import { workbookRunSchema } from './workbook/workbook-run.ts';

const answersSchema = z.record(idSchema, z.union([z.string(), z.number()]));
const textsSchema = z.record(idSchema, z.string());

/** One assessment under way or finished, pinned to the version of the definition it began on. */
const runSchema = z.strictObject({
  dialog: idSchema,
  version: z.string(),
  startedAt: z.number(),
  /** asking → reviewing (the summary) → finished (the result has been shown). */
  stage: z.enum(['asking', 'reviewing', 'finished']),
  answers: answersSchema,
  skipped: z.array(idSchema),
  /** Input id → why it does not apply here. */
  reasons: textsSchema,
  /** Input id → a note the person added. */
  notes: textsSchema,
  /** Steps to ask a colleague about. */
  colleague: z.array(idSchema),
  /** A step gone back to or opened from the summary; otherwise the place follows from the answers. */
  visiting: idSchema.optional(),
});

/**
 * `input` is set when a form is being answered by text, one input at a time; `card` is then the nonce of the
 * question's own card, which is still on the screen.
 */
const stepSchema = z.strictObject({
  kind: z.literal('step'),
  step: idSchema,
  nonce: z.string(),
  input: idSchema.optional(),
  card: z.string().optional(),
});
/** A card of the workbook; keys as in `workbook/places.ts`. */
const cardSchema = z.strictObject({ kind: z.literal('workbook'), place: z.string(), nonce: z.string() });
const reasonSchema = z.strictObject({ kind: z.literal('reason'), step: idSchema, nonce: z.string() });
const noteSchema = z.strictObject({
  kind: z.literal('note'),
  step: idSchema,
  nonce: z.string(),
  beneath: z.discriminatedUnion('kind', [stepSchema, reasonSchema]).optional(),
});

/** What stays open while something is asked beside it, and is come back to. */
const open = [stepSchema, cardSchema, reasonSchema, noteSchema] as const;
const beneath = z.discriminatedUnion('kind', open).optional();

/**
 * What the latest message asked for. A press whose nonce is neither this one's nor that of what lies beneath is stale.
 * A question that takes a yes or no is answered by the very next message, or it lapses.
 */
const pendingSchema = z.discriminatedUnion('kind', [
  ...open,
  /** A reading to be confirmed: the value is applied on yes. */
  z.strictObject({
    kind: z.literal('reading'),
    step: idSchema,
    input: idSchema,
    nonce: z.string(),
    value: z.union([z.string(), z.number()]),
    beneath,
  }),
  /** A reason that came with an answer: kept as a note on yes. */
  z.strictObject({ kind: z.literal('keep-note'), step: idSchema, nonce: z.string(), note: z.string() }),
  /** A command that was perhaps meant: carried out on yes. */
  z.strictObject({ kind: z.literal('command'), name: commandSchema, nonce: z.string(), beneath }),
  z.strictObject({
    kind: z.literal('confirm'),
    what: z.enum(['restart', 'erase']),
    nonce: z.string(),
    /** Who asked, where several people could answer. */
    by: z.string().optional(),
    beneath,
  }),
  /** What was probably said of services: written on yes. */
  z.strictObject({
    kind: z.literal('workbook-reading'),
    nonce: z.string(),
    remarks: z.array(remarkSchema),
    beneath,
  }),
]);

export const sessionSchema = z.strictObject({
  locale: localeSchema,
  /** Set while nobody has acted in the language or chosen it: the channel may still tell another one. */
  tentative: z.literal(true).optional(),
  /** Counts the questions asked, for their nonces. */
  serial: z.number().int().nonnegative(),
  /** Messages in a row that were not understood. */
  misses: z.number().int().nonnegative(),
  pending: pendingSchema.optional(),
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
    })
    .optional(),
  /** Set when the person wishes to be reminded. */
  reminders: z.literal('on').optional(),
  /** The quick check. */
  run: runSchema.optional(),
  workbook: workbookRunSchema.optional(),
  /** The dialog in hand; the quick check unless the workbook is named. */
  active: z.literal('workbook').optional(),
});

export type Session = z.infer<typeof sessionSchema>;
export type Run = z.infer<typeof runSchema>;
export type Pending = z.infer<typeof pendingSchema>;

/** A conversation nobody has spoken in yet. */
export function newSession(locale: Locale): Session {
  return { locale, serial: 0, misses: 0 };
}
