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
import type { Field } from './field.ts';
import { idSchema } from './id.ts';
import { listSchema } from './list.ts';
import { movedSchema } from './moved.ts';
import { comparesSchema } from './peers.ts';
import { codesOf, registerSchema } from './register.ts';
import { type CardStep, type Fill, type Step, stepSchema } from './step.ts';

export type { CardStep, EachStep, Fill, Step } from './step.ts';

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
  /** Figure of this one → another instrument's input that it stands for: the workbook's `usage` → the quick check's `usage-rate`. */
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
