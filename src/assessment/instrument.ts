/**
 * The shape of an instrument in `dialogs/`: what is asked, in what order, and how it is scored.
 * A closed vocabulary on purpose: no expressions, no texts, no code names. Texts live in `locales/`
 * under the ids used here.
 */
import * as z from 'zod';
import type { Out } from './answers.ts';
import { OUTS } from './answers.ts';
import { approvedSchema } from './approved.ts';
import { collectsSchema } from './collecting.ts';
import { type Condition, conditionSchema } from './condition.ts';
import {
  choiceSchema,
  dateSchema,
  type Field,
  fieldSchema,
  multiSchema,
  numberSchema,
  textSchema,
} from './field.ts';
import { idSchema } from './id.ts';
import { listSchema } from './list.ts';
import { movedSchema } from './moved.ts';
import { comparesSchema } from './peers.ts';
import { codesOf, registerSchema } from './register.ts';

/** How words are read into a scale's options: declared, never guessed from the options' names. */
export const READINGS = ['yesno', 'phase', 'status', 'ordinal'] as const;

const scaleSchema = z.strictObject({
  read: z.enum(READINGS),
  /** Option → score, best first: 1 is met, 0 is not started, anything between counts as progress. */
  options: z.record(idSchema, z.number().min(0).max(1)),
  /** Option → the question in which people name it themselves. One that they have not named is not offered. */
  named: z.record(idSchema, idSchema).optional(),
  /** The outs beside the options. When they are named here, the instrument has words of its own for them. */
  outs: z.array(z.enum(OUTS)).optional(),
});

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
  /** Only what helps to raise something from the level it has to the one that is aimed at, by these two fields of it. */
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

const stepSchema: z.ZodType<Step> = z.lazy(() => z.union([cardStepSchema, eachSchema]));

const eachSchema = z.strictObject({
  id: idSchema,
  type: z.literal('each'),
  list: idSchema,
  items: z.union([z.enum(['all', 'chosen']), conditionSchema]),
  steps: z.array(stepSchema).min(1),
  ...placed,
});

export const instrumentSchema = z.strictObject({
  id: idSchema,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version reads major.minor.patch'),
  speaker: z.enum(['official', 'resident', 'both']),
  approved: approvedSchema,
  minutes: z.strictObject({ min: z.number().int().positive(), max: z.number().int().positive() }).optional(),
  /** Instruments are offered in this order; "start" begins the first. */
  order: z.number().default(10),
  /** The instrument that is offered after the result. */
  next: idSchema.optional(),
  /** The instruments after whose results this one is offered, beside what they offer themselves. */
  follows: z.array(idSchema).default([]),
  /** The instruments whose answers it looks at, where the person has given some. */
  looksAt: z.array(idSchema).default([]),
  /** The card that somebody who comes back to a finished run is asked first. */
  revisit: idSchema.optional(),
  /** Where the idea comes from, where the questions do not say it themselves. */
  source: idSchema.optional(),
  basis: z.enum(['source', 'own']).default('source'),
  /** `tentative`: not yet tried out with municipalities. */
  state: z.enum(['tentative', 'established']).default('established'),
  lists: z.record(idSchema, listSchema).default({}),
  scales: z.record(idSchema, scaleSchema).default({}),
  /** Registers that fields ask names of, put in from `dialogs/registers/` when an instrument is read. */
  registers: z.record(idSchema, registerSchema).default({}),
  steps: z.array(stepSchema).min(1),
  /** What is shown at the end before the result: every answer, or the result at once where there are too many. */
  review: z.enum(['answers', 'result']).default('answers'),
  /** Whether a reason is asked for when something is said not to apply. */
  reasons: z.enum(['asked', 'not-asked']).default('asked'),
  /** The rules of one of the modules in `scoring/`, which checks them. */
  scoring: z.looseObject({ by: idSchema }),
  /** Files of its own that can be saved and brought back filled in. */
  files: z.array(z.enum(['workbook', 'roadmap'])).default([]),
  /** What became of answers given to earlier versions, oldest change first: an open assessment moves to this version. */
  moved: movedSchema,
  /** What is put together of many people's answers. */
  collects: collectsSchema.optional(),
  /** That results of the whole municipality can be compared with others'. */
  compares: comparesSchema.optional(),
  /** Another instrument's inputs that the figures of this one stand for. */
  standsFor: z.record(idSchema, idSchema).default({}),
});

export type Instrument = z.infer<typeof instrumentSchema>;

/** A field, or the choice of items from a list, which is answered like one. */
export type Input = Field | Extract<CardStep, { type: 'choose' }>;

/** The fields a step asks: for a table and a ladder, those of one row. */
export function inputsOf(step: CardStep): readonly Input[] {
  switch (step.type) {
    case 'form':
    case 'table':
      return step.inputs;
    case 'climb':
      return [step.input];
    case 'show':
      return [];
    default:
      return [step];
  }
}

/** Every step that becomes cards, outermost first, with the lists it stands in. */
export function cardSteps(
  instrument: Pick<Instrument, 'steps'>,
): readonly { step: CardStep; lists: readonly string[] }[] {
  return flatten(instrument.steps, []);
}

function flatten(
  steps: readonly Step[],
  lists: readonly string[],
): { step: CardStep; lists: readonly string[] }[] {
  return steps.flatMap(step =>
    step.type === 'each' ? flatten(step.steps, [...lists, step.list]) : [{ step, lists }],
  );
}

/** The options a field offers, best first, without the outs. A list's own items are not among them. */
export function optionsOf(instrument: Instrument, input: Input): readonly string[] {
  if (input.type === 'choice' || input.type === 'multi')
    return Object.keys(instrument.scales[input.scale]?.options ?? {});
  if (input.type === 'register') {
    const register = instrument.registers[input.register];
    return register ? codesOf(register) : [];
  }
  if (input.type !== 'choose') return [];
  const list = instrument.lists[input.list];
  return list && !('of' in list) ? list.items.map(({ id }) => id) : [];
}

/** The ways to fill in a card at one press. */
export function fillsOf(step: CardStep): readonly Fill[] {
  return step.type === 'form' || step.type === 'table' || step.type === 'climb' ? step.fills : [];
}

/** Whether a step says what is judged. */
export function isFrame(step: CardStep): boolean {
  return step.type === 'form' && step.frame === true;
}

/** The fields that say what is judged. */
export function frameInputs(instrument: Pick<Instrument, 'steps'>): readonly Input[] {
  return cardSteps(instrument).flatMap(({ step }) => (isFrame(step) ? inputsOf(step) : []));
}

/** Which outs a field takes. */
export function outsOf(instrument: Instrument, input: Input): readonly Out[] {
  if (input.type === 'number') return input.outs;
  return input.type === 'choice' ? (input.outs ?? instrument.scales[input.scale]?.outs ?? OUTS) : [];
}
