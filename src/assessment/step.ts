/** The shapes of an instrument's steps: what is asked at once, what is added to a list, and what is shown on the way. */
import * as z from 'zod';
import { type Condition, conditionSchema } from './condition.ts';
import { choiceSchema, dateSchema, fieldSchema, multiSchema, numberSchema, textSchema } from './field.ts';
import { idSchema } from './id.ts';

const placed = {
  when: conditionSchema.optional(),
  /** Not on the way: only where somebody goes there. */
  aside: z.literal(true).optional(),
  /** Can be gone to from the result by a button of its own. */
  again: z.literal(true).optional(),
};

/** What one press answers of all that a card leaves empty: one option, or what was answered of the item before. */
const fillSchema = z.union([
  z.strictObject({ id: idSchema, scale: idSchema, option: idSchema }),
  z.strictObject({ id: idSchema, scale: idSchema, as: z.literal('before') }),
]);
export type Fill = z.infer<typeof fillSchema>;

const fills = z.array(fillSchema).default([]);

const formSchema = z.strictObject({
  id: idSchema,
  type: z.literal('form'),
  inputs: z.array(fieldSchema).min(1),
  /** Fields asked elsewhere of the same items, which stand on this card as well. */
  shares: z.array(idSchema).default([]),
  /** The step beside the way that the card can be sent in and gone on to. */
  onward: idSchema.optional(),
  /** Groups of inputs of which one only can be given: a sum, or its parts. */
  either: z.array(z.array(idSchema).min(1)).min(2).optional(),
  /**
   * Says what is judged, and by whom: no question that counts, told wherever the result is. Its fields may all stay
   * empty, and the card is then gone on from.
   */
  frame: z.literal(true).optional(),
  fills,
  ...placed,
});

const chooseSchema = z.strictObject({
  id: idSchema,
  type: z.literal('choose'),
  /** Which of its items are gone through. */
  list: idSchema,
  /** The items that are gone through while nobody has chosen: the choice can then stand aside. */
  usual: z.array(idSchema).min(1).optional(),
  /**
   * Offers the items that help to raise a goal (by their `moves`) above the level it has, up to the one aimed at: `now` and
   * `target` are the fields of the goal that tell these.
   */
  gaps: z.strictObject({ now: idSchema, target: idSchema }).optional(),
  source: idSchema.optional(),
  ...placed,
});

/** A grid: the same few fields for many items, in a chat some rows a card. Without fields, items are only added to it. */
const tableSchema = z.strictObject({
  id: idSchema,
  type: z.literal('table'),
  list: idSchema,
  /** `chosen`: only the rows that were chosen, and those that people added. */
  items: z.enum(['all', 'chosen']).default('all'),
  /** A number asked elsewhere of the same items that stands beside their names. */
  beside: idSchema.optional(),
  inputs: z.array(fieldSchema).max(4),
  fills,
  ...placed,
});

/** A ladder of statements: up while all of a rung hold, down when not. */
const climbSchema = z.strictObject({
  id: idSchema,
  type: z.literal('climb'),
  /** Statements, each with its level. */
  list: idSchema,
  /** The rung asked first. */
  from: z.number().int().positive(),
  input: choiceSchema,
  fills,
  ...placed,
});

/** Figures on the way. */
const showSchema = z.strictObject({ id: idSchema, type: z.literal('show'), ...placed });

const cardStepSchema = z.discriminatedUnion('type', [
  choiceSchema.extend(placed),
  numberSchema.extend(placed),
  textSchema.extend(placed),
  multiSchema.extend(placed),
  dateSchema.extend(placed),
  formSchema,
  chooseSchema,
  tableSchema,
  climbSchema,
  showSchema,
]);

/** A step that becomes cards. One that is a field asks it alone. */
export type CardStep = z.infer<typeof cardStepSchema>;

/** The same steps for each item of a list: all of them, those chosen, or those that a condition holds for. */
export interface EachStep {
  readonly id: string;
  readonly type: 'each';
  readonly list: string;
  readonly items: 'all' | 'chosen' | Condition;
  readonly steps: readonly Step[];
  readonly when?: Condition | undefined;
  readonly aside?: true | undefined;
}

export type Step = CardStep | EachStep;

/** A step, or steps asked again for each item of a list. */
export const stepSchema: z.ZodType<Step> = z.lazy(() => z.union([cardStepSchema, eachSchema]));

const eachSchema = z.strictObject({
  id: idSchema,
  type: z.literal('each'),
  list: idSchema,
  items: z.union([z.enum(['all', 'chosen']), conditionSchema]),
  steps: z.array(stepSchema).min(1),
  ...placed,
});
