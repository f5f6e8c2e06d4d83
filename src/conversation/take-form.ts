import type { Entry } from '../assessment/answers.ts';
import type { Card } from '../assessment/card.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import { namingOf, type RunScene, type Turn } from './context.ts';
import { choicesOn } from './naming/naming.ts';
import { type Fact, readChoices, saidTogether } from './naming/read-choices.ts';
import { readFact } from './naming/read-fact.ts';
import { statementsOf } from './naming/statements.ts';
import { notUnderstood } from './not-understood.ts';
import { openCard } from './place.ts';
import { suggestReading } from './side-questions.ts';
import { takeCard, takeSaid } from './take.ts';
import { isCommand } from './understood-as.ts';

/**
 * "Kaikki täysin", "hakemus täysin, arkistointi osin": what a message says of several fields of the open form, by their
 * names or of all at once. Where a part of it cannot be read, or leaves open which fields it means ("muut osin"),
 * nothing of it is taken for an answer to the field that happens to come first. Undefined when it speaks of one field
 * without a name, or is a command.
 */
export function takeFormWords(scene: RunScene, text: string): Turn | undefined {
  if (scene.session.pending?.kind !== 'step') return undefined;
  const card = openCard(scene);
  if (!card || card.at.length > 0 || choicesOn(card.step).length < 2) return undefined;
  const parts = statementsIn(scene, card, text);
  const entries = entriesOf(scene, parts);
  if (entries.length > 0 && parts.every(({ fact }) => fact !== undefined)) {
    const said = { entries, left: leftIn(scene, parts, entries) };
    return parts.every(({ fact }) => fact?.sure) && !isAllAlone(scene, text)
      ? take(scene, card, said)
      : suggestReading(scene, entries, said.left);
  }
  const several = parts.some(({ names }) => names) || isRowOfAnswers(scene, card, parts);
  return several && !text.trim().endsWith('?') && !isCommand(scene, text) ? notUnderstood(scene) : undefined;
}

/** A part of a message, and whether it names a field or the others. */
interface Part {
  readonly text: string;
  readonly fact: Fact | undefined;
  readonly names: boolean;
}

function statementsIn(scene: RunScene, { step }: Card, message: string): Part[] {
  const { instrument } = scene;
  const naming = namingOf(scene);
  const fields = { table: [], choices: choicesOn(step), numbers: [] };
  const read = (text: string) => readFact(scene, text, fields);
  const says = (text: string) => read(text) !== undefined;
  const own = new Set(fields.choices.map(({ id }) => id));
  return statementsOf(message, { instrument, naming, find: () => [], says }).map(text => ({
    text,
    fact: read(text),
    names:
      naming.fields.find(text).some(({ id }) => own.has(id)) ||
      naming.marks.find(text).some(({ id }) => id === 'except'),
  }));
}

function entriesOf({ run }: RunScene, parts: readonly Part[]): Entry[] {
  const said = saidTogether(
    parts.flatMap(({ fact }) => fact ?? []),
    field => run.answers[field] !== undefined,
  );
  return [...said].map(([key, value]) => ({ key, value }));
}

/** Fields left out of what was said of all, with nothing said of them and no answer from before. */
function leftIn({ run }: RunScene, parts: readonly Part[], entries: readonly Entry[]): readonly string[] {
  const left = parts.flatMap(({ fact }) => fact?.left ?? []);
  return left.filter(key => run.answers[key] === undefined && !entries.some(entry => entry.key === key));
}

function take(
  scene: RunScene,
  card: Card,
  { entries, left }: { entries: readonly Entry[]; left: readonly string[] },
): Turn {
  const said = new Set(entries.map(({ key }) => key));
  const whole = fieldsOf(scene.instrument, card, scene.run.answers).every(({ key }) => said.has(key));
  return whole ? takeCard(scene, card, { entries }) : takeSaid(scene, entries, left);
}

/** "Täysin, osin, täysin": which answer is whose cannot be told. */
function isRowOfAnswers(scene: RunScene, { step }: Card, parts: readonly Part[]): boolean {
  if (parts.length < 2) return false;
  const first = choicesOn(step).slice(0, 1);
  const told = parts.flatMap(({ text }) => Object.values(readChoices(scene, text, first)?.said ?? {}));
  return new Set(told).size > 1;
}

/** "Kaikki" by itself may say which, and not how far. */
function isAllAlone(scene: RunScene, text: string): boolean {
  return namingOf(scene)
    .marks.find(text)
    .some(({ id, from, to }) => id === 'all' && to - from === text.trim().length);
}
