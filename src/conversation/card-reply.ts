import * as z from 'zod';
import { answersSchema, entrySchema } from '../assessment/answers.ts';
import { idSchema, keySchema } from '../assessment/id.ts';
import { keysSchema, listOf } from '../assessment/list-of.ts';
import { knownClassSchema } from '../assessment/peer-class.ts';
import { sectionSchema } from '../assessment/sections/section.ts';
import { commandSchema } from './command.ts';
import { placeSchema, ref } from './dialog-ref.ts';
import { ownAskedShape } from './own-reply.ts';
import { offerSchema, otherServiceSchema } from './prefilling/found.ts';
import { progressSchema } from './progress.ts';

/** A card, with the answers that name added items where it is about one. */
export const about = { step: keySchema, ...ref, names: answersSchema.default({}) };
const asked = { step: keySchema, nonce: z.string(), ...ref };

/** A reply that asks, under a nonce. */
export const cardReplySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('confirm'),
    what: z.enum(['restart', 'erase', 'forget', 'take-out']),
    nonce: z.string(),
    /** Names of what is kept for longer, and may go as well. */
    kept: listOf(z.string()).exactOptional(),
    /** What is to be taken out. */
    own: z
      .object({ dialog: idSchema, ...ownAskedShape })
      .readonly()
      .exactOptional(),
  }),
  /** What a filled file is for, where these have been answered before: these answers, or an earlier year's. */
  z.object({ kind: z.literal('file-asked'), ...ref, nonce: z.string(), items: listOf(placeSchema) }),
  /** Under which name is the result to be kept? */
  z.object({ kind: z.literal('keep-asked'), nonce: z.string() }),
  /** Of which class is the municipality, and are its figures shared? Asked one after the other. */
  z.object({
    kind: z.literal('compare-asked'),
    ...ref,
    nonce: z.string(),
    asks: z.enum(['group', 'size', 'share']),
    class: knownClassSchema.readonly(),
    figures: z.record(keySchema, z.number()).readonly(),
  }),
  /** Who knows what was marked for a colleague? */
  z.object({ kind: z.literal('role-asked'), nonce: z.string() }),
  z.object({
    kind: z.literal('question'),
    ...asked,
    progress: progressSchema,
    values: answersSchema,
    /** Answers on it that came from a register of services and stand as they came: their days. */
    sources: z.record(keySchema, z.string()).readonly().exactOptional(),
    /** The ways to fill in the card at one press that it offers now. */
    fills: listOf(idSchema).exactOptional(),
    /** Figures on the way. */
    sections: listOf(sectionSchema).exactOptional(),
    /** The card that comes after figures; none when all have been gone through. */
    next: keySchema.exactOptional(),
    /** The cards on the way in the items that the figures are of; left out where these have one each, or too many. */
    within: keysSchema.exactOptional(),
  }),
  z.object({ kind: z.literal('reason'), ...about, nonce: z.string() }),
  z.object({ kind: z.literal('note-asked'), ...about, nonce: z.string() }),
  /** The next field of a form that is being answered by text. */
  z.object({
    kind: z.literal('input-asked'),
    ...asked,
    input: keySchema,
    values: answersSchema,
    /** How the one before was read. */
    noted: entrySchema.exactOptional(),
  }),
  /** "Did you mean …?": what was probably said (`confirm` yes/no). */
  z.object({
    kind: z.literal('did-you-mean'),
    ...ref,
    nonce: z.string(),
    entries: listOf(entrySchema),
    names: answersSchema,
    /** Keys of what was left out of what was said of all, and has no answer. */
    left: keysSchema.exactOptional(),
  }),
  /** "Did you mean this command?" (`confirm` yes/no). */
  z.object({
    kind: z.literal('command-suggested'),
    name: commandSchema,
    dialog: idSchema.exactOptional(),
    nonce: z.string(),
  }),
  /** What a register of services tells, to be accepted: answers to items, or services to be added as own ones. */
  z.object({
    kind: z.literal('prefill'),
    ...ref,
    nonce: z.string(),
    part: z.enum(['sure', 'unsure', 'others']),
    municipality: z.string(),
    day: z.string(),
    offers: listOf(offerSchema),
    others: listOf(otherServiceSchema),
    left: z.number(),
    changing: z.union([z.number(), z.literal('some')]).exactOptional(),
  }),
  z.object({ kind: z.literal('prefill-where'), nonce: z.string(), near: listOf(z.string()) }),
  /** "Shall I keep this as a note?" (`confirm` yes/no). */
  z.object({ kind: z.literal('note-offered'), ...asked, note: z.string() }),
]);
