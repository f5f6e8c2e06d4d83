/** What is remembered of one conversation between turns: plain data, small, and parsed on every read. */
import * as z from 'zod';
import { answersSchema, entrySchema } from '../assessment/answers.ts';
import { idSchema, keySchema } from '../assessment/id.ts';
import { knownClassSchema } from '../assessment/peer-class.ts';
import { prefilledSchema } from '../assessment/prefilled.ts';
import { workbookFiguresSchema } from '../assessment/scoring/workbook/figures-of.ts';
import { consensusSchema } from '../assessment/workshop/consensus.ts';
import { commandSchema } from './command.ts';
import { type Locale, localeSchema } from './locale.ts';
import { ownAskedShape } from './own-reply.ts';
import { partAskedSchema } from './parts.ts';
import { offerSchema, otherServiceSchema } from './prefilling/found.ts';
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

/**
 * `input` is set when a form is being answered by text, one field at a time; `card` is then the nonce of the
 * question's own card, which is still on the screen.
 */
const stepSchema = z.strictObject({
  kind: z.literal('step'),
  step: keySchema,
  nonce: z.string(),
  input: keySchema.optional(),
  card: z.string().optional(),
});
const reasonSchema = z.strictObject({ kind: z.literal('reason'), step: keySchema, nonce: z.string() });
const noteSchema = z.strictObject({
  kind: z.literal('note'),
  step: keySchema,
  nonce: z.string(),
  beneath: z.discriminatedUnion('kind', [stepSchema, reasonSchema]).optional(),
});

/** What of a register's findings is before the person: accepted as it stood on the card, whatever the register says since. */
const prefillSchema = z.strictObject({
  kind: z.literal('prefill'),
  nonce: z.string(),
  part: z.enum(['sure', 'unsure', 'others']),
  municipality: z.string(),
  day: z.string(),
  offers: z.array(offerSchema).readonly(),
  others: z.array(otherServiceSchema).readonly(),
  left: z.number(),
  /** Items of which the person has said how they are: these answers are the person's own. */
  own: z.array(keySchema).readonly(),
  /** Set while one of them is being changed; its place among the offers, where it was named. */
  changing: z.union([z.number(), z.literal('some')]).optional(),
});
/** Whose services are to be looked for. */
const prefillWhereSchema = z.strictObject({
  kind: z.literal('prefill-where'),
  nonce: z.string(),
  /** Codes of the municipalities that were perhaps meant. */
  near: z.array(z.string()).readonly(),
});

/** What stays open while something is asked beside it, and is come back to. */
const open = [stepSchema, reasonSchema, noteSchema, prefillSchema, prefillWhereSchema] as const;
const beneath = z.discriminatedUnion('kind', open).optional();

/**
 * What the latest message asked for. A press whose nonce is neither this one's nor that of what lies beneath is stale.
 * A question that takes a yes or no is answered by the very next message, or it lapses.
 */
const pendingSchema = z.discriminatedUnion('kind', [
  ...open,
  /** A reading to be confirmed: what was probably said is written on yes. */
  z.strictObject({
    kind: z.literal('reading'),
    entries: z.array(entrySchema).readonly(),
    nonce: z.string(),
    beneath,
  }),
  /** A reason that came with an answer: kept as a note on yes. */
  z.strictObject({ kind: z.literal('keep-note'), step: keySchema, nonce: z.string(), note: z.string() }),
  /** A command that was perhaps meant: carried out on yes. */
  z.strictObject({
    kind: z.literal('command'),
    name: commandSchema,
    dialog: idSchema.exactOptional(),
    nonce: z.string(),
    beneath,
  }),
  /** A filled file about what has been answered already: taken for these answers on yes, or for those of an earlier year. */
  z.strictObject({
    kind: z.literal('file'),
    nonce: z.string(),
    dialog: idSchema,
    entries: z.array(entrySchema).readonly(),
    beneath,
  }),
  /** The name to keep a result under. */
  z.strictObject({
    kind: z.literal('name'),
    nonce: z.string(),
    /** `part`: the role of a colleague who is to be asked. */
    of: z.literal('part').exactOptional(),
    beneath,
  }),
  /** What the municipality is like whose figures are compared, as far as that is known; all known, whether to share them. */
  z.strictObject({
    kind: z.literal('compare'),
    nonce: z.string(),
    dialog: idSchema,
    class: knownClassSchema,
    beneath,
  }),
  z.strictObject({
    kind: z.literal('confirm'),
    what: z.enum(['restart', 'erase', 'forget', 'take-out']),
    nonce: z.string(),
    /** What is to be taken out of a run. */
    own: z.strictObject({ dialog: idSchema, ...ownAskedShape }).exactOptional(),
    /** Names of what is kept for longer, which may go as well. */
    kept: z.array(z.string()).exactOptional(),
    /** Who asked, where several people could answer. */
    by: z.string().optional(),
    beneath,
  }),
]);

const sessionShape = {
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
export type Pending = z.infer<typeof pendingSchema>;

/** A conversation nobody has spoken in yet. */
export function newSession(locale: Locale): Session {
  return { locale, serial: 0, misses: 0, runs: {} };
}

/** Whether free words are asked for: a reason, or a note. */
export function asksWords(pending: Pending | undefined): boolean {
  return pending?.kind === 'reason' || pending?.kind === 'note';
}
