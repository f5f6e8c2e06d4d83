/** Reads one statement about an item: which of its fields it tells, and what. */
import type { FieldOf } from '../../assessment/field.ts';
import { namingOf, type RunScene } from '../context.ts';
import { ownLabel } from './own-label.ts';
import { ask, type Fact, fits, readChoices, readNamedChoices } from './read-choices.ts';
import { readExcept } from './read-except.ts';
import { type Figures, readFigures } from './read-figures.ts';

/** The fields that something can be said of, those of the list's own card first. */
export interface Sayable extends Figures {
  readonly table: readonly FieldOf<'choice'>[];
  readonly choices: readonly FieldOf<'choice'>[];
}

/** Undefined when the statement tells nothing of the kind. */
export function readFact(scene: RunScene, text: string, fields: Sayable): Fact | undefined {
  const naming = namingOf(scene);
  const named = naming.fields.find(text);
  const marks = naming.marks.find(text).map(({ id }) => id);
  if (marks.includes('except')) return readExcept(scene, text, fields.choices);
  const figures = readFigures(scene, text, fields);
  if (figures) return figures === 'unreadable' ? undefined : figures;
  const choices = fields.choices.filter(({ id }) => named.some(one => one.id === id));
  if (choices.length === 0) {
    const all = marks.includes('all') ? readChoices(scene, text, fields.choices) : undefined;
    return all ?? readOptions(scene, text, fields.table);
  }
  const stated = readNamedChoices(scene, text, { choices, named });
  const option = stated ? undefined : readOptions(scene, text, fields.table);
  return stated ?? (option && { ...option, sure: false });
}

/** A row says what its first field is; one of another kind is told by options of its own: "päättynyt, opetus". */
function readOptions(scene: RunScene, text: string, [first, ...others]: Sayable['table']): Fact | undefined {
  const own = others.filter(
    ({ scale }) => scale !== first?.scale && scene.instrument.scales[scale]?.read === 'ordinal',
  );
  const facts = [...(first ? [first] : []), ...own].flatMap(field => readOption(scene, text, field) ?? []);
  const said = Object.fromEntries(facts.flatMap(fact => Object.entries(fact.said)));
  return facts.length === 0 ? undefined : { said, sure: facts.every(({ sure }) => sure) };
}

/**
 * "Ei koske meitä" is the lowest option where the scale has none of its own for it; "en tiedä" is no option. Words that
 * imply an option ("verkossa") count where nothing else is said, but not when denied: "ei verkossa" may be never or not yet.
 */
function readOption(scene: RunScene, text: string, field: FieldOf<'choice'>): Fact | undefined {
  const { instrument } = scene;
  const scale = instrument.scales[field.scale];
  if (!scale) return undefined;
  const label = ownLabel(scene, text, field.scale);
  if (label !== undefined) return { said: { [field.id]: label }, sure: true };
  const { value, sure } = ask(scene, text, scale.read);
  const option = isElsewhere(value) && !fits(instrument, field, value) ? lowestOf(scale.options) : value;
  const byTheWay = sayingByTheWay(scene, text, field.scale);
  if (fits(instrument, field, option)) {
    if (byTheWay === 'denied') return { said: { [field.id]: option }, sure: false };
    const agreed = byTheWay?.option === option && byTheWay.sure;
    return { said: { [field.id]: option }, sure: sure || agreed };
  }
  return byTheWay === undefined || byTheWay === 'denied'
    ? undefined
    : { said: { [field.id]: byTheWay.option }, sure: byTheWay.sure };
}

/** An option, or `denied`: a negation stands beside it, and which of the others is meant nobody can tell. */
type ByTheWay = { readonly option: string; readonly sure: boolean } | 'denied';

/**
 * The option said by the way. Where words of several stand in the text ("current, no wait, partly"), the last one is
 * likely; a word right before another one says how far that holds ("delvis uppdaterade").
 */
function sayingByTheWay(scene: RunScene, text: string, scale: string): ByTheWay | undefined {
  const naming = namingOf(scene);
  const hinted = naming.hints.find(text).filter(({ id }) => id.scale === scale);
  const meant = naming.means.find(text).filter(({ id }) => id.scale === scale);
  const all = [...meant, ...hinted];
  const held = all.filter(({ from }) => !hinted.some(hint => isRightBefore(text, hint.to, from)));
  const last = held.toSorted((one, other) => one.from - other.from).at(-1)?.id.option;
  if (last === undefined) return undefined;
  if (naming.marks.find(text).some(({ id }) => id === 'negation')) return 'denied';
  return { option: last, sure: meant.length > 0 && all.every(({ id }) => id.option === last) };
}

function isRightBefore(text: string, end: number, from: number): boolean {
  return end < from && text.slice(end, from).trim() === '';
}

/** What does not apply, or is another organisation's: in a scale with no option for it, the lowest. */
function isElsewhere(value: unknown): boolean {
  return value === 'na' || value === 'outside';
}

function lowestOf(options: Readonly<Record<string, number>>): string | undefined {
  return Object.keys(options).find(option => options[option] === 0);
}
