/**
 * The shape of an instrument in `dialogs/`: what is asked, in what order, and how it is scored.
 * A closed vocabulary on purpose: no expressions, no texts, no code names. Texts live in `locales/`
 * under the ids used here.
 */
import { z } from 'zod';
import { conditionSchema } from './condition.ts';

/** Ids double as text keys, export columns and test names, so they stay readable. */
export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,40}$/, 'an id is lower-case letters, digits and hyphens');

/** Named answer scales: option → score. 1 is met, 0 is not started, anything between counts as progress. */
const scalesSchema = z.record(idSchema, z.record(idSchema, z.number().min(0).max(1)));

const askedSchema = { id: idSchema, source: idSchema, basis: z.enum(['source', 'own']).default('source') };

const choiceSchema = z.strictObject({ ...askedSchema, type: z.literal('choice'), scale: idSchema });
const numberSchema = z.strictObject({
  ...askedSchema,
  type: z.literal('number'),
  min: z.number(),
  max: z.number(),
  unit: z.enum(['percent']),
});
const inputSchema = z.discriminatedUnion('type', [choiceSchema, numberSchema]);

const when = { when: conditionSchema.optional() };
const stepSchema = z.discriminatedUnion('type', [
  choiceSchema.extend(when),
  numberSchema.extend(when),
  z.strictObject({ id: idSchema, type: z.literal('form'), inputs: z.array(inputSchema).min(1), ...when }),
]);

/** A condition of a stair: an input's id, or for numbers the bound that must be exceeded. */
const stairConditionSchema = z.union([
  idSchema.transform(id => ({ id })),
  z.strictObject({ id: idSchema, above: z.number() }),
]);

const stairSchema = z.strictObject({
  /** Shares (0–1) of the applicable conditions that must be met, and at least started, for the stair to hold. */
  requires: z.strictObject({ met: z.number().min(0).max(1), started: z.number().min(0).max(1) }),
  conditions: z.array(stairConditionSchema).min(1),
});

export const definitionSchema = z.strictObject({
  id: idSchema,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version reads major.minor.patch'),
  speaker: z.enum(['official', 'resident', 'both']),
  approved: z.strictObject({ role: idSchema, date: z.iso.date() }),
  minutes: z.strictObject({ min: z.number().int().positive(), max: z.number().int().positive() }),
  scales: scalesSchema,
  steps: z.array(stepSchema).min(1),
  scoring: z.strictObject({
    /** Below this share of answered conditions the result is called provisional. */
    provisionalBelow: z.number().min(0).max(1),
    stairs: z.array(stairSchema).min(1),
  }),
});

export type Definition = z.infer<typeof definitionSchema>;
export type Step = Definition['steps'][number];
export type Input = z.infer<typeof inputSchema>;
export type Stair = Definition['scoring']['stairs'][number];
export type StairCondition = Stair['conditions'][number];

/** Every input of a step: a form has several, the other steps are their own only input. */
export function inputsOf(step: Step): readonly Input[] {
  return step.type === 'form' ? step.inputs : [step];
}

/** The input with this id, wherever it is asked. */
export function findInput(definition: Definition, id: string): Input | undefined {
  return askedIn(definition).get(id)?.input;
}

/** The step that asks the input with this id. */
export function stepAsking(definition: Definition, inputId: string): Step | undefined {
  return askedIn(definition).get(inputId)?.step;
}

type Asked = ReadonlyMap<string, { readonly step: Step; readonly input: Input }>;

/** A turn looks inputs up by the dozen, and a definition never changes. */
const asked = new WeakMap<Definition, Asked>();

function askedIn(definition: Definition): Asked {
  const known = asked.get(definition);
  if (known) return known;
  const entries = definition.steps.flatMap(step =>
    inputsOf(step).map(input => [input.id, { step, input }] as const),
  );
  // Reversed, so that of two alike the first would count.
  const index = new Map(entries.reverse());
  asked.set(definition, index);
  return index;
}

/** The options a choice offers, best first, without the two outs. */
export function optionsOf(definition: Definition, input: Input): readonly string[] {
  return input.type === 'choice' ? Object.keys(definition.scales[input.scale] ?? {}) : [];
}
