/** "All fully digital except archiving by hand", "the others partly": what is said of all fields but some. */
import type { FieldOf } from '../../assessment/field.ts';
import { namingOf, type RunScene } from '../context.ts';
import { behindExcept } from './left-out.ts';
import { joinsIn } from './naming.ts';
import { type Fact, readChoices, readNamedChoices } from './read-choices.ts';
import { blanked, type Span } from './span.ts';

type Choice = FieldOf<'choice'>;
type Named = Span & { readonly id: string };

/** Undefined where nothing of the kind is said, or the part behind the exception cannot be read. */
export function readExcept(scene: RunScene, text: string, choices: readonly Choice[]): Fact | undefined {
  const { fields, marks } = namingOf(scene);
  const found = marks.find(text);
  const cut = found.findLast(({ id }) => id === 'except');
  if (!cut || choices.length < 2) return undefined;
  const before = blanked(
    text,
    found.filter(({ from }) => from <= cut.from),
  ).slice(0, cut.from);
  const behind = behindExcept(text.slice(cut.to));
  const named = fields.find(behind).filter(({ id }) => choices.some(one => one.id === id));
  if (fields.find(before).length > 0) return undefined;
  return named.length > 0
    ? allBut(scene, { before, behind, named }, choices)
    : theRest(scene, before.trim() === '' ? behind : '', choices);
}

interface Parts {
  readonly before: string;
  readonly behind: string;
  readonly named: readonly Named[];
}

/** What is left out has the answer beside its name; where none is told of it, it stays as it is. */
function allBut(
  scene: RunScene,
  { before, behind, named }: Parts,
  choices: readonly Choice[],
): Fact | undefined {
  const out = choices.filter(({ id }) => named.some(one => one.id === id));
  const others = choices.filter(choice => !out.includes(choice));
  const general = others.map(({ id }) => id);
  const left = out.map(({ id }) => id);
  const all = readChoices(scene, before, others);
  if (!all) {
    // "All but archiving fully digital".
    const rest = before.trim() === '' ? readChoices(scene, blanked(behind, named), others) : undefined;
    return rest && { said: rest.said, sure: rest.sure, general, left };
  }
  if (!/\p{L}/u.test(blanked(behind, [...named, ...joinsIn(behind, namingOf(scene))])))
    return { said: all.said, sure: all.sure, general, left };
  const told = readNamedChoices(scene, behind, { choices: out, named });
  return told && { said: { ...all.said, ...told.said }, sure: all.sure && told.sure, general };
}

/** "The others partly": which these are is told by the rest of the message, and by what was answered before. */
function theRest(scene: RunScene, behind: string, choices: readonly Choice[]): Fact | undefined {
  const rest = readChoices(scene, behind, choices);
  return rest && { ...rest, general: Object.keys(rest.said), among: 'rest' };
}
