import * as z from 'zod';
import { EFFORTS } from '../../actions.ts';
import { idSchema } from '../../id.ts';
import type { Instrument } from '../../instrument.ts';
import { memo } from '../../memo.ts';

/** A condition of a stair: a field's id, or for numbers the bound that must be exceeded. */
const conditionSchema = z.union([
  idSchema.transform(id => ({ id })),
  z.strictObject({ id: idSchema, above: z.number() }),
]);

const stairSchema = z.strictObject({
  /** Shares (0–1) of the applicable conditions that must be met, and at least started, for the stair to hold. */
  requires: z.strictObject({ met: z.number().min(0).max(1), started: z.number().min(0).max(1) }),
  conditions: z.array(conditionSchema).min(1),
});

/** A condition that can be answered by two numbers: met when as many are reached as was aimed at. */
const countedSchema = z.strictObject({
  id: idSchema,
  /** The option that says that the numbers follow. */
  option: idSchema,
  target: idSchema,
  reached: idSchema,
});

/** What to make of two answers that contradict each other, by what was answered when that was asked. */
const doubtSchema = z.strictObject({
  input: idSchema,
  /** Option → condition → the condition whose answer stands for it, or `unknown`. */
  trusts: z.record(z.string(), z.record(idSchema, idSchema)),
});

/** The shape of `scoring` where it is by stairs. */
export const stairsRulesSchema = z.strictObject({
  by: z.literal('stairs'),
  /** Below this share of answered conditions the result is called provisional. */
  provisionalBelow: z.number().min(0).max(1),
  /** Lowest first. */
  stairs: z.array(stairSchema).min(1),
  /** How much work it takes to meet a condition; weeks unless named. The easier is proposed first. */
  efforts: z.record(idSchema, z.enum(EFFORTS)).default({}),
  /** The field that tells areas apart which are judged one by one. */
  areas: idSchema.optional(),
  counted: z.array(countedSchema).default([]),
  doubts: z.array(doubtSchema).default([]),
  /** Questions that no stair counts: their answers only inform whoever reads the summary and the saved files. */
  background: z.array(idSchema).default([]),
});

export type StairsRules = z.infer<typeof stairsRulesSchema>;
export type Stair = StairsRules['stairs'][number];
export type StairCondition = Stair['conditions'][number];

/** The rules of an instrument that is scored by stairs. Throws for any other. */
export const stairsRules = memo((instrument: Instrument) => stairsRulesSchema.parse(instrument.scoring));

/** The field that tells areas apart which are judged one by one; undefined where none are. */
export function areasOf(instrument: Instrument): string | undefined {
  return instrument.scoring.by === 'stairs' ? stairsRules(instrument).areas : undefined;
}

/** The stairs of an instrument, lowest first; none where it is scored some other way. */
export function stairsOf(instrument: Instrument): readonly Stair[] {
  return instrument.scoring.by === 'stairs' ? stairsRules(instrument).stairs : [];
}
