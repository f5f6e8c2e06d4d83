/** What a register of services (Palvelutietovaranto) tells of a municipality, as a conversation is given it. */
import * as z from 'zod';
import { entrySchema } from '../../assessment/answers.ts';
import { keySchema } from '../../assessment/id.ts';

/** Ways to a service: acting online, a form to print, reading, calling, going there. */
export const WAYS_IN = ['electronic', 'form', 'web', 'phone', 'place'] as const;
const wayInSchema = z.enum(WAYS_IN);
export type WayIn = z.infer<typeof wayInSchema>;

/** An item that services of the register are, with the answers that their channels tell. */
export const offerSchema = z
  .object({
    /** The way to it: `environment.parking`. */
    item: keySchema,
    /** The services by their names in the register, in Finnish where there is a Finnish one. */
    services: z.array(z.string()).readonly(),
    ways: z.array(wayInSchema).readonly(),
    entries: z.array(entrySchema).readonly(),
    /** What tells that they are this item: the name with the words of it, another name, the class alone, or a like name elsewhere. */
    why: z.enum(['name', 'alternative', 'class', 'alike']),
    words: z.string(),
    /** The organisation of another municipality that provides it. */
    by: z.string().exactOptional(),
  })
  .readonly();
export type Offer = z.infer<typeof offerSchema>;

/** A service of the municipality that is no item of the instrument. */
export const otherServiceSchema = z
  .object({
    /** Short, and the same as long as the register has the service. */
    id: z.string(),
    name: z.string(),
    /** The outermost item that it would be added under. */
    under: keySchema,
    ways: z.array(wayInSchema).readonly(),
    entries: z.array(z.object({ field: keySchema, value: z.string() }).readonly()).readonly(),
  })
  .readonly();
export type OtherService = z.infer<typeof otherServiceSchema>;

export const foundSchema = z
  .object({
    dialog: z.string(),
    version: z.string(),
    /** The official code of the municipality. */
    municipality: z.string(),
    /** The day on which the register was asked: `2026-11-28`. */
    day: z.iso.date(),
    sure: z.array(offerSchema).readonly(),
    unsure: z.array(offerSchema).readonly(),
    others: z.array(otherServiceSchema).readonly(),
    /** Services left out: the state's, a wellbeing services county's. */
    leftOut: z.number(),
  })
  .readonly();
export type Found = z.infer<typeof foundSchema>;
