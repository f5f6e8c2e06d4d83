/** Figures said of an item: beside the names of their fields, or on open rows for the field that they fit. */
import { checkAnswer } from '../../assessment/check-answers.ts';
import type { FieldOf } from '../../assessment/field.ts';
import { namingOf, type RunScene } from '../context.ts';
import type { Fact } from './read-choices.ts';
import { readNumberField } from './read-number-field.ts';
import { blanked, type Span } from './span.ts';

type Figure = FieldOf<'number'>;

export interface Figures {
  /** Fields of the item that take a number. */
  readonly numbers: readonly Figure[];
  /** Those of the open rows, where rows take nothing but numbers: there a figure needs no name. */
  readonly here?: readonly Figure[];
}

/** Undefined where no figure is meant; `unreadable` where one is, and what it is cannot be told. */
export function readFigures(
  scene: RunScene,
  text: string,
  figures: Figures,
): Fact | 'unreadable' | undefined {
  const named = namingOf(scene).fields.find(text);
  const several = readSeveral(scene, { text, named }, figures);
  if (several) return several;
  const ids = named.map(({ id }) => id);
  const number = numberMeant(figures, text, ids);
  return number && (readNamed(scene, { text, bare: blanked(text, named) }, number) ?? 'unreadable');
}

/** A number is told by its field's name; a per cent sign tells a share as well. */
function numberMeant({ numbers }: Figures, text: string, named: readonly string[]): Figure | undefined {
  const share = numbers.find(({ id, unit }) => unit === 'percent' && (named.includes(id) || /%/.test(text)));
  return share ?? (/\d/.test(text) ? numbers.find(({ id }) => named.includes(id)) : undefined);
}

/**
 * The name of the field is no word of the vocabulary: what stays unsure with it may be plain without. "100 cases a
 * month" is asked about, for what is written is cases a year.
 */
function readNamed(
  scene: RunScene,
  { text, bare }: { readonly text: string; readonly bare: string },
  field: Figure,
): Fact | undefined {
  const whole = readNumberField(scene, field, text);
  const read = whole.kind === 'value' && whole.sure ? whole : readNumberField(scene, field, bare);
  const best = read.kind === 'value' ? read : whole;
  const shorter = namingOf(scene)
    .marks.find(text)
    .some(({ id }) => id === 'period');
  const sure = best.kind === 'value' && best.sure && !(field.unit === 'cases' && shorter);
  return best.kind === 'value' ? { said: { [field.id]: best.value }, sure } : undefined;
}

interface Naming {
  readonly text: string;
  readonly named: readonly (Span & { readonly id: string })[];
}

/** "Leadership 3 year 2028", "target 3 year 2028": a figure without a name before those with one, each behind its own. */
function readSeveral(
  scene: RunScene,
  { text, named }: Naming,
  { numbers, here = [] }: Figures,
): Fact | undefined {
  const parts = named.flatMap(({ id, from, to }) => {
    const field = numbers.find(one => one.id === id);
    return field ? [{ field, from, to }] : [];
  });
  const leading = text.slice(0, parts[0]?.from);
  const others = here.filter(({ id }) => !parts.some(({ field }) => field.id === id));
  const bare = others.length > 0 ? readBare(scene, leading, others) : [];
  if (bare.length === 0 && parts.length < 2) return undefined;
  const behind = parts.map(({ field, from, to }, at) => {
    const part = text.slice(from, parts[at + 1]?.from);
    return /\d/.test(part) ? readNamed(scene, { text: part, bare: part.slice(to - from) }, field) : undefined;
  });
  const facts = [...bare, ...behind].flatMap(fact => fact ?? []);
  if (facts.length < bare.length + behind.length) return undefined;
  return {
    said: Object.fromEntries(facts.flatMap(({ said }) => Object.entries(said))),
    sure: facts.every(({ sure }) => sure),
  };
}

/** "3", "3 2028", "kolme": each for the field that takes it; where several do, the first one is likely. */
function readBare(scene: RunScene, text: string, fields: readonly Figure[]): Fact[] {
  const words = /\p{L}/u.test(text) ? [text] : text.split(/\s+/);
  let open = fields;
  return words.flatMap(word => {
    const read = open.flatMap(field => figureFor(scene, field, word) ?? []);
    const fitting = read.filter(({ fits }) => fits);
    // What fits none is told with the bounds of the first.
    const [best] = fitting.length > 0 ? fitting : read;
    if (!best) return [];
    open = open.filter(({ id }) => id !== best.field.id);
    return [{ said: { [best.field.id]: best.value }, sure: best.sure && fitting.length < 2 }];
  });
}

function figureFor(scene: RunScene, field: Figure, text: string) {
  const read = readNumberField(scene, field, text);
  if (read.kind !== 'value' || typeof read.value !== 'number') return undefined;
  const { instrument, run } = scene;
  const problem = checkAnswer(instrument, { input: field, at: [], answers: run.answers }, read.value);
  return { field, value: read.value, sure: read.sure, fits: problem === undefined };
}
