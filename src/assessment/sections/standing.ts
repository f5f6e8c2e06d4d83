import * as z from 'zod';
import { valueSchema } from '../answers.ts';
import { keySchema } from '../id.ts';
import { intervalSchema } from '../interval.ts';
import { keysSchema, listOf } from '../list-of.ts';

/** How the conditions of one stair stand by themselves: how many are met of those that apply. */
const stairStandingSchema = z
  .object({
    stair: z.number(),
    holds: z.enum(['yes', 'no', 'unknown', 'not-assessed']),
    met: z.number(),
    of: z.number(),
    unknown: keysSchema,
  })
  .readonly();
export type StairStanding = z.infer<typeof stairStandingSchema>;

/** Where the answers stand on a stair. Shares are 0–1. What results before December 2026 do not have is optional. */
export const standingSchema = z.object({
  kind: z.literal('standing'),
  stair: intervalSchema,
  /** Every stair by itself, lowest first. */
  stairs: listOf(stairStandingSchema).exactOptional(),
  /** How many stairs there are. */
  of: z.number(),
  coverage: z.number(),
  provisional: z.boolean(),
  /** Below this coverage a result is called provisional. */
  provisionalBelow: z.number(),
  progress: z.number(),
  /** Conditions of the next stair that are known not to hold: they hold it down. */
  holding: keysSchema,
  /** Conditions of the next stair of which nothing is known. */
  unknown: keysSchema.exactOptional(),
  /** Numbers that are nearly enough, and the whole units that are missing. */
  near: listOf(z.object({ id: keySchema, missing: z.number() }).readonly()).exactOptional(),
  smallestLift: keysSchema,
  /** The stair that is reached with the smallest lift. */
  liftsTo: z.number().exactOptional(),
  notApplicable: keysSchema,
});

/** What of several is judged by itself, and the stair it is on. No value where that was left open. */
const judgedSchema = z.object({ value: valueSchema.exactOptional(), stair: intervalSchema }).readonly();
export type Judged = z.infer<typeof judgedSchema>;

/** Several areas judged one by one: together they are on the stair that all of them reach. */
export const areasSchema = z.object({
  kind: z.literal('areas'),
  /** The field that tells them apart. */
  input: keySchema,
  rows: listOf(judgedSchema),
  whole: intervalSchema,
});
