/** What one answer can be: the fields of a card. Closed on purpose; how free text is read into each is told by the type. */
import * as z from 'zod';
import { OUTS } from './answers.ts';
import { conditionSchema } from './condition.ts';
import { idSchema } from './id.ts';

const outsSchema = z.array(z.enum(OUTS));

const asked = {
  id: idSchema,
  /** Where the question comes from; left out, it is the instrument's own source. */
  source: idSchema.optional(),
  basis: z.enum(['source', 'own']).default('source'),
  /**
   * What an empty field of a card that was sent in means: `unknown` is written, it stays `open` and is asked again, or
   * it is `fine` for good.
   */
  blank: z.enum(['unknown', 'open', 'fine']).default('unknown'),
};

export const choiceSchema = z.strictObject({
  ...asked,
  type: z.literal('choice'),
  scale: idSchema,
  /** Which of "don't know" and "does not apply" are answers here, in the usual words; left out, the scale says. */
  outs: outsSchema.optional(),
});

export const UNITS = ['percent', 'euros', 'minutes', 'cases', 'count', 'year'] as const;
export type Unit = (typeof UNITS)[number];

export const numberSchema = z.strictObject({
  ...asked,
  type: z.literal('number'),
  min: z.number(),
  max: z.number(),
  unit: z.enum(UNITS),
  /** Most decimals taken; any number of them unless given. */
  decimals: z.number().int().min(0).max(6).optional(),
  /** Which of "don't know" and "does not apply" are answers here. */
  outs: outsSchema.default([...OUTS]),
});

export const textSchema = z.strictObject({
  ...asked,
  type: z.literal('text'),
  /** Most characters. */
  max: z.number().int().positive().max(500),
  lines: z.number().int().positive().default(1),
});

export const multiSchema = z.strictObject({
  ...asked,
  type: z.literal('multi'),
  scale: idSchema,
  /** How many of one's own words can stand beside the options. */
  own: z.number().int().nonnegative().default(0),
  /** Which of the options are offered, by an earlier answer; without that answer all are. The others are taken, too. */
  offers: z.strictObject({ by: idSchema, options: z.record(idSchema, z.array(idSchema).min(1)) }).optional(),
});

export const dateSchema = z.strictObject({
  ...asked,
  type: z.literal('date'),
  /** A day on which the person means to come back, and is reminded if they wish; no longer once this holds. */
  returns: z.strictObject({ unless: conditionSchema }).optional(),
});

/** One of the names of a register, found as people write it; the answer is its code. Stands on cards with other fields. */
const registerFieldSchema = z.strictObject({ ...asked, type: z.literal('register'), register: idSchema });

export const fieldSchema = z.discriminatedUnion('type', [
  choiceSchema,
  numberSchema,
  textSchema,
  multiSchema,
  dateSchema,
  registerFieldSchema,
]);

export type Field = z.infer<typeof fieldSchema>;
export type FieldOf<Type extends Field['type']> = Extract<Field, { type: Type }>;

/** Between which numbers an answer has to be; and that they are years, which are written unlike other numbers. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly unit?: 'year';
}

export function boundsOf({ min, max, unit }: FieldOf<'number'>): Bounds {
  return { min, max, ...(unit === 'year' && { unit }) };
}

/** Most decimals an answer can have; undefined for any number of them. Cases are whole unless the field says otherwise. */
export function decimalsOf({ unit, decimals }: FieldOf<'number'>): number | undefined {
  return unit === 'cases' ? (decimals ?? 0) : decimals;
}
