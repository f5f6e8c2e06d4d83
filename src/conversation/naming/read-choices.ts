/** Reads how the fields with options stand of which a statement speaks. */
import { isOut, type Value } from '../../assessment/answers.ts';
import type { FieldOf } from '../../assessment/field.ts';
import { type Instrument, outsOf } from '../../assessment/instrument.ts';
import type { RunScene } from '../context.ts';
import type { Asked } from '../understanding/understanding.ts';
import { ownLabel } from './own-label.ts';
import { blanked, type Span } from './span.ts';

export interface Fact {
  readonly said: Readonly<Record<string, Value>>;
  readonly sure: boolean;
  /** Fields that were meant by "all" or "the others", and not by their names. */
  readonly general?: readonly string[];
  /** "The others": of those fields, the ones that nothing else was said of. */
  readonly among?: 'rest';
  /** Fields that "all" was not said of, and nothing else either. */
  readonly left?: readonly string[];
}

type Choice = FieldOf<'choice'>;

/** Fields named in a statement, and where. */
interface NamedChoices {
  readonly choices: readonly Choice[];
  readonly named: readonly (Span & { readonly id: string })[];
}

/** "Application fully, handling partly": each field has the option beside it, and one option is said of all. */
export function readNamedChoices(
  scene: RunScene,
  text: string,
  { choices, named }: NamedChoices,
): Fact | undefined {
  const spans = named.filter(({ id }) => choices.some(one => one.id === id));
  const between = [0, ...spans.map(({ to }) => to)].map((from, at) => text.slice(from, spans[at]?.from));
  const told = between.map(part => readChoices(scene, part, choices.slice(0, 1)));
  if (new Set(told.flatMap(fact => (fact ? Object.values(fact.said) : []))).size > 1)
    return together(spans.map(({ id }, at) => renamed(beside(told, at), id)));
  const bare = blanked(text, named);
  return readChoices(scene, bare, choices) ?? lacking(scene, bare, choices);
}

/** What is said behind the field at this place; before it where the statement begins with an option. */
function beside(told: readonly (Fact | undefined)[], at: number): Fact | undefined {
  const parts = told[0] ? told.slice(0, at + 1).reverse() : told.slice(at + 1);
  return parts.find(fact => fact !== undefined);
}

function renamed(fact: Fact | undefined, id: string): Fact | undefined {
  const [value] = fact ? Object.values(fact.said) : [];
  return fact && value !== undefined ? { said: { [id]: value }, sure: fact.sure } : undefined;
}

/** Undefined when one of them could not be read. */
function together(facts: readonly (Fact | undefined)[]): Fact | undefined {
  const read = facts.flatMap(fact => fact ?? []);
  if (read.length < facts.length) return undefined;
  return {
    said: Object.fromEntries(read.flatMap(({ said }) => Object.entries(said))),
    sure: read.every(({ sure }) => sure),
  };
}

/** "No invoicing": that the service does not have it, probably. */
function lacking(scene: RunScene, text: string, fields: readonly Choice[]): Fact | undefined {
  const meant = fields.filter(field => outsOf(scene.instrument, field).includes('na'));
  if (meant.length < fields.length || ask(scene, text, 'yesno').value !== 'no') return undefined;
  return { said: Object.fromEntries(meant.map(({ id }) => [id, 'na'])), sure: false };
}

/** Of two statements about one field the later one counts; "the others" are those that nothing else is known of. */
export function saidTogether(
  facts: readonly Fact[],
  isAnswered: (field: string) => boolean,
): ReadonlyMap<string, Value> {
  const direct = facts.filter(({ among }) => among !== 'rest').flatMap(({ said }) => Object.entries(said));
  const rest = facts.filter(({ among }) => among === 'rest').flatMap(({ said }) => Object.entries(said));
  const open = rest.filter(([field]) => !isAnswered(field));
  // With nothing said of any, nobody can tell which ones are the others.
  const isKnown = direct.length > 0 || open.length < rest.length;
  return new Map([...(isKnown ? open : []), ...direct]);
}

/** "Application and invoicing fully digital"; with none named, all that share a scale are meant. */
export function readChoices(scene: RunScene, text: string, fields: readonly Choice[]): Fact | undefined {
  const [first] = fields;
  const scale = first && scene.instrument.scales[first.scale];
  if (!first || !scale) return undefined;
  const label = ownLabel(scene, text, first.scale);
  const { value, sure } = label === undefined ? ask(scene, text, scale.read) : { value: label, sure: true };
  if (!fits(scene.instrument, first, value)) return undefined;
  const meant = fields.filter(field => field.scale === first.scale);
  return { said: Object.fromEntries(meant.map(({ id }) => [id, value])), sure };
}

/** Whether a field takes this value. */
export function fits(instrument: Instrument, field: FieldOf<'choice'>, value: unknown): value is string {
  if (typeof value !== 'string') return false;
  if (isOut(value)) return outsOf(instrument, field).includes(value);
  return Object.hasOwn(instrument.scales[field.scale]?.options ?? {}, value);
}

/** What a text says on a scale; unsure where it is only suggested. */
export function ask({ context, session }: RunScene, text: string, asked: Asked) {
  const understood = context.understand(text, { locale: session.locale, asked, options: [] });
  if (understood.kind === 'answer') return { value: understood.value, sure: true };
  const suggestion = understood.kind === 'reprompt' ? understood.suggestion : undefined;
  return suggestion?.kind === 'answer'
    ? { value: suggestion.value, sure: false }
    : { value: undefined, sure: false };
}
