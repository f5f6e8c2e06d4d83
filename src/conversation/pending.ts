/** What may be open between turns: what was asked last, and what stays open beneath it. */
import * as z from 'zod';
import { entrySchema } from '../assessment/answers.ts';
import { idSchema, keySchema } from '../assessment/id.ts';
import { knownClassSchema } from '../assessment/peer-class.ts';
import { commandSchema } from './command.ts';
import { ownAskedShape } from './own-reply.ts';
import { offerSchema, otherServiceSchema } from './prefilling/found.ts';

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

/** The proposals of a register that stand on the card: a press takes what the person saw, though the register has changed since. */
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
 * A question that takes a yes or no is answered by the very next message, or it lapses; only what a comparison asks
 * (`compare`) is asked again where words are neither.
 */
export const pendingSchema = z.discriminatedUnion('kind', [
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

export type Pending = z.infer<typeof pendingSchema>;
