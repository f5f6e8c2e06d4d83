/** The data behind a button or a card's form, as it comes back on the wire. */
import { z } from 'zod';
import { idSchema } from '../assessment/definition.ts';
import { commandSchema } from './command.ts';
import { localeSchema } from './locale.ts';

/** Ties a press to the one question it was drawn for: an older card's press is recognised as stale. */
const nonce = z.string().regex(/^[0-9a-z]{1,8}$/);
const short = z.string().max(500);
/** A card of the workbook, as `workbook/places.ts` writes it. */
const place = z.string().regex(/^[a-z]+(:[a-z0-9-]{1,41}){0,2}$/);

export const pressSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('answer'), step: idSchema, nonce, value: z.union([short, z.number()]) }),
  /** A form's inputs come beside the fixed fields, each under its input's id. */
  z.object({ do: z.literal('form'), step: idSchema, nonce }).catchall(short),
  /** Why something does not apply, or no reason given. */
  z.object({ do: z.literal('reason'), step: idSchema, nonce, value: short.optional() }),
  z.object({ do: z.literal('note'), step: idSchema, nonce, value: short.optional() }),
  z.object({ do: z.literal('edit'), step: idSchema }),
  z.object({ do: z.literal('confirm'), nonce, value: z.enum(['yes', 'no']) }),
  /** The nonce comes with commands drawn on a question (skip, back …): a double click must not skip two. */
  z.object({ do: z.literal('command'), name: commandSchema, nonce: nonce.optional() }),
  /** A card of the workbook; its inputs come beside the fixed fields. */
  z
    .object({ do: z.literal('workbook-form'), place, nonce, onward: z.literal('benefit').optional() })
    .catchall(short),
  /** To a card of the workbook, to the next one (`next`) or to the whole result (`whole`). */
  z.object({ do: z.literal('workbook-go'), to: place, nonce: nonce.optional() }),
  z.object({ do: z.literal('locale'), value: localeSchema }),
  z.object({ do: z.literal('feedback'), value: z.enum(['up', 'down']) }),
]);

export type Press = z.infer<typeof pressSchema>;
