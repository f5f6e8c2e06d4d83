/** Reads one statement about an item: which of its fields it tells, and what. */
import { isOut, type Value } from '../../assessment/answers.ts';
import { type Definition, outsOf } from '../../assessment/definition.ts';
import type { FieldOf } from '../../assessment/field.ts';
import type { RunScene } from '../context.ts';
import type { Asked } from '../understanding/understanding.ts';
import { readNumberField } from './read-number-field.ts';

/** The fields that something can be said of, those of the list's own card first. */
export interface Sayable {
  readonly table: readonly FieldOf<'choice'>[];
  readonly choices: readonly FieldOf<'choice'>[];
  readonly numbers: readonly FieldOf<'number'>[];
}

export interface Fact {
  readonly said: Readonly<Record<string, Value>>;
  readonly sure: boolean;
}

/** Undefined when the statement tells nothing of the kind. */
export function readFact(scene: RunScene, text: string, fields: Sayable): Fact | undefined {
  const naming = namingOf(scene);
  const named = naming.fields.find(text);
  const number = numberMeant(fields, { text, named: named.map(({ id }) => id) });
  if (number) return readNumberFact(scene, { text, bare: without(text, named) }, number);
  const choices = fields.choices.filter(({ id }) => named.some(one => one.id === id));
  const all = naming.marks.find(text).some(({ id }) => id === 'all');
  if (choices.length > 0 || all) {
    const stated = readChoices(scene, without(text, named), choices.length > 0 ? choices : fields.choices);
    if (stated) return stated;
  }
  const [first] = fields.table;
  return first && readOption(scene, text, first);
}

/** A number is told by its field's name; a per cent sign tells a share as well. */
function numberMeant(
  { numbers }: Sayable,
  { text, named }: { text: string; named: readonly string[] },
): FieldOf<'number'> | undefined {
  const share = numbers.find(({ id, unit }) => unit === 'percent' && (named.includes(id) || /%/.test(text)));
  return share ?? (/\d/.test(text) ? numbers.find(({ id }) => named.includes(id)) : undefined);
}

/** The name of the field is no word of the vocabulary: what stays unsure with it may be plain without. */
function readNumberFact(
  scene: RunScene,
  { text, bare }: { text: string; bare: string },
  field: FieldOf<'number'>,
): Fact | undefined {
  const whole = readNumberField(scene, field, text);
  const read = whole.kind === 'value' && whole.sure ? whole : readNumberField(scene, field, bare);
  const best = read.kind === 'value' ? read : whole;
  return best.kind === 'value' ? { said: { [field.id]: best.value }, sure: best.sure } : undefined;
}

function without(text: string, found: readonly { from: number; to: number }[]): string {
  return found.reduce(
    (left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    text,
  );
}

/** "Application and invoicing fully digital"; with none named, all that share a scale are meant. */
function readChoices(scene: RunScene, text: string, fields: readonly FieldOf<'choice'>[]): Fact | undefined {
  const [first] = fields;
  const scale = first && scene.definition.scales[first.scale];
  if (!first || !scale) return undefined;
  const { value, sure } = ask(scene, text, scale.read);
  if (!fits(scene.definition, first, value)) return undefined;
  const meant = fields.filter(field => field.scale === first.scale);
  return { said: Object.fromEntries(meant.map(({ id }) => [id, value])), sure };
}

/**
 * What does not apply here has the lowest option; what is not known has none. What is said by the way counts when nothing else is said, unless it
 * is denied: not yet is not the same as never.
 */
function readOption(scene: RunScene, text: string, field: FieldOf<'choice'>): Fact | undefined {
  const { definition } = scene;
  const scale = definition.scales[field.scale];
  if (!scale) return undefined;
  const { value, sure } = ask(scene, text, scale.read);
  const option =
    value === 'na' && !outsOf(definition, field).includes(value) ? lowestOf(scale.options) : value;
  const byTheWay = sayingByTheWay(scene, text, field.scale);
  if (fits(definition, field, option)) {
    if (byTheWay === 'denied') return { said: { [field.id]: option }, sure: false };
    return { said: { [field.id]: option }, sure: sure || byTheWay === option };
  }
  return byTheWay === undefined || byTheWay === 'denied'
    ? undefined
    : { said: { [field.id]: byTheWay }, sure: true };
}

/** The option said by the way; `denied` when a negation stands beside it. */
function sayingByTheWay(scene: RunScene, text: string, scale: string): string | undefined {
  const naming = namingOf(scene);
  const meant = naming.means.find(text).find(({ id }) => id.scale === scale);
  if (!meant) return undefined;
  return naming.marks.find(text).some(({ id }) => id === 'negation') ? 'denied' : meant.id.option;
}

function lowestOf(options: Readonly<Record<string, number>>): string | undefined {
  return Object.keys(options).find(option => options[option] === 0);
}

function fits(definition: Definition, field: FieldOf<'choice'>, value: unknown): value is string {
  if (typeof value !== 'string') return false;
  if (isOut(value)) return outsOf(definition, field).includes(value);
  return Object.hasOwn(definition.scales[field.scale]?.options ?? {}, value);
}

function namingOf({ context, definition, session }: RunScene) {
  return context.naming(definition, session.locale);
}

function ask({ context, session }: RunScene, text: string, asked: Asked) {
  const understood = context.understand(text, { locale: session.locale, asked, options: [] });
  if (understood.kind === 'answer') return { value: understood.value, sure: true };
  const suggestion = understood.kind === 'reprompt' ? understood.suggestion : undefined;
  return suggestion?.kind === 'answer'
    ? { value: suggestion.value, sure: false }
    : { value: undefined, sure: false };
}
