/** What a definition's steps, inputs and values are called: the one place that knows their text keys. */
import { OUTS } from '../assessment/answers.ts';
import {
  type Definition,
  findInput,
  type Input,
  inputsOf,
  optionsOf,
  type Step,
} from '../assessment/definition.ts';
import type { DialogRef } from '../conversation/reply.ts';
import { formatPercent } from './format-number.ts';
import type { Voice } from './voice.ts';
import { missing } from './withdrawn.ts';

/** The definition a reply was made with. Throws when it is kept no longer. */
export function definitionOf({ context }: Voice, { dialog, version }: DialogRef): Definition {
  const definition = context.definition(dialog, version);
  if (!definition) throw missing('definition', dialog);
  return definition;
}

/** A step by its id. Throws when the definition has none such. */
export function stepOf(definition: Definition, id: string): Step {
  const step = definition.steps.find(one => one.id === id);
  if (!step) throw missing('step', id);
  return step;
}

/** An input by its id. Throws when the definition has none such. */
export function inputOf(definition: Definition, id: string): Input {
  const input = findInput(definition, id);
  if (!input) throw missing('input', id);
  return input;
}

export function stepText(
  { t }: Voice,
  definition: Definition,
  asked: { step: Step; part: TextPart },
): string {
  const { step, part } = asked;
  return t(`${definition.id}:${step.type === 'form' ? 'steps' : 'inputs'}.${step.id}.${part}`);
}

export function inputText(
  { t }: Voice,
  definition: Definition,
  asked: { input: Input; part: TextPart },
): string {
  return t(`${definition.id}:inputs.${asked.input.id}.${asked.part}`);
}

type TextPart = 'question' | 'short' | 'why' | 'example';

/** What an input is called in lists. */
export function inputShort(voice: Voice, definition: Definition, id: string): string {
  return inputText(voice, definition, { input: inputOf(definition, id), part: 'short' });
}

/** The options of a choice with both outs, as offered: in this order they are numbered. */
export function offeredValues(definition: Definition, input: Input): readonly string[] {
  return [...optionsOf(definition, input), ...OUTS];
}

/** A value of an input in words: "Osittain", "81,5 %", "En tiedä". */
export function valueLabel(
  voice: Voice,
  definition: Definition,
  given: { input: Input; value: string | number },
) {
  const { input, value } = given;
  if (typeof value === 'number') return formatPercent(voice.locale, value);
  if (OUTS.some(out => out === value)) return voice.t(`bot:outs.${value}`);
  return input.type === 'choice' ? voice.t(`${definition.id}:scales.${input.scale}.${value}`) : value;
}

/**
 * All answers to a step in one line, or undefined when none is given. A form's are gathered by answer, which is
 * shorter: "Täysin digitaalinen: Hakemus, Laskutus; En tiedä: Valvonta".
 */
export function answersLine(
  voice: Voice,
  definition: Definition,
  { step, values }: { step: Step; values: Readonly<Record<string, string | number>> },
): string | undefined {
  const inputs = inputsOf(step);
  const groups = new Map<string, string[]>();
  for (const input of inputs) {
    const value = values[input.id];
    if (value === undefined) continue;
    const label = valueLabel(voice, definition, { input, value });
    groups.set(label, [...(groups.get(label) ?? []), inputText(voice, definition, { input, part: 'short' })]);
  }
  if (groups.size === 0) return undefined;
  const line = ([label, names]: [string, string[]]) =>
    names.length === inputs.length ? label : `${label}: ${names.join(', ')}`;
  return [...groups].map(line).join('; ');
}
