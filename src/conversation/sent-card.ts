/** A card that was sent in, as entries: each field under its name on the card. */
import { type Entry, keyOf } from '../assessment/answers.ts';
import type { Card, CardField } from '../assessment/card.ts';
import type { Change } from '../assessment/change-answers.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import { isFrame } from '../assessment/instrument.ts';
import { itemsIn } from '../assessment/places.ts';
import { type RunScene, type Turn, withRun } from './context.ts';
import { fieldName } from './field-name.ts';
import { withFill } from './fill.ts';
import type { Press } from './press.ts';
import { readValue, type ValueRead } from './read-value.ts';
import { refuse } from './refuse.ts';
import type { FieldProblem } from './rejection.ts';
import { suggestReading } from './side-questions.ts';
import { takeCard } from './take.ts';
import { givenIn } from './write.ts';

/** What a field sends to take an answer away. */
export const OPEN = 'open';

/** Where a card's field takes one's own words beside its options. */
export function ownWordsName(field: CardField): string {
  return `${fieldName(field)}:own`;
}

/** Takes a card that was sent in: a field left empty keeps what it had, and otherwise means what the field says. */
export function takeSentCard(scene: RunScene, card: Card, press: Press & { do: 'form' }): Turn {
  const { entries, problems, guesses } = readFields(scene, card, withFill(scene, card, press));
  problems.push(...missingIn(scene, card, entries), ...twiceIn(card, entries));
  if (problems.length > 0) return refuse(scene, card, problems);
  return guesses.length > 0
    ? askBack(scene, card, [...guesses, ...entries])
    : takeCard(scene, card, { entries, onward: press.onward });
}

/** What each field said, why some cannot be taken, and what was perhaps meant. */
function readFields(scene: RunScene, card: Card, press: Press & { do: 'form' }) {
  const { instrument, run } = scene;
  const entries: Change[] = [];
  const problems: FieldProblem[] = [];
  const guesses: Entry[] = [];
  for (const field of fieldsOf(instrument, card, run.answers)) {
    const name = fieldName(field);
    const sent = Object.hasOwn(press, name) ? (press[name] ?? '') : '';
    if (sent === OPEN) {
      entries.push(...takenAway(scene, field));
      continue;
    }
    const read = withOwnWords(readValue(scene, field, sent), field, press);
    if (read.kind === 'value') entries.push({ key: field.key, value: read.value });
    else if (read.kind === 'guess') guesses.push({ key: field.key, value: read.value });
    else if (read.kind === 'problem') problems.push({ key: field.key, rejection: read.rejection });
    else entries.push(...whenEmpty(scene, card, field));
  }
  return { entries, problems, guesses };
}

/** What was ticked, and what was written beside it: of several, a semicolon stands between. */
function withOwnWords(read: ValueRead, field: CardField, press: Press & { do: 'form' }): ValueRead {
  const name = ownWordsName(field);
  if (field.input.type !== 'multi' || field.input.own === 0 || !Object.hasOwn(press, name)) return read;
  const own = (press[name] ?? '').split(/[;\n]/).flatMap(part => part.trim().replace(/\s+/g, ' ') || []);
  const ticked = read.kind === 'value' && Array.isArray(read.value) ? read.value : [];
  const value = [...new Set([...ticked, ...own])];
  return value.length > 0 ? { kind: 'value', value } : read;
}

function takenAway({ run }: RunScene, { key }: CardField): Change[] {
  return run.answers[key] === undefined ? [] : [{ key, value: undefined }];
}

/** What was perhaps meant is asked with all else that the card said; the card has been sent in, and is left on a yes. */
function askBack(scene: RunScene, card: Card, entries: readonly Change[]): Turn {
  const passed = [...new Set([...scene.run.passed, card.key])];
  return suggestReading(withRun(scene, { passed }), givenIn(entries));
}

/**
 * A field left empty keeps what it had. On a card beside the way, and for the municipality on the first card, the field
 * shows what there is: emptied, that is taken away. Where nothing was answered, blank may mean that it is not known.
 */
function whenEmpty({ run }: RunScene, card: Card, { key, input }: CardField): Change[] {
  const had = run.answers[key];
  if (input.type === 'choose') return [];
  const taken = card.step.aside || (isFrame(card.step) && input.type === 'register');
  if (had !== undefined) return input.blank === 'fine' && taken ? [{ key, value: undefined }] : [];
  return input.blank === 'unknown' ? [{ key, value: 'unknown' }] : [];
}

/** Without these the card says nothing: a choice from a list, an item's name, what has to be known of it first. */
function missingIn({ instrument, run }: RunScene, card: Card, entries: readonly Change[]): FieldProblem[] {
  const shared = card.step.type === 'form' ? card.step.shares : [];
  const needed = fieldsOf(instrument, card, run.answers).filter(
    ({ input }) =>
      input.type === 'choose' ||
      (card.part === 'own' && input.blank !== 'fine') ||
      (input.type === 'choice' && shared.includes(input.id)),
  );
  return needed
    .filter(({ key }) => run.answers[key] === undefined)
    .filter(({ key }) => !entries.some(entry => entry.key === key && entry.value !== undefined))
    .map(({ key }) => ({ key, rejection: { problem: 'missing' } }));
}

/** A sum and its parts say one thing twice. */
function twiceIn(card: Card, entries: readonly Change[]): FieldProblem[] {
  const { step, at } = card;
  if (step.type !== 'form' || !step.either) return [];
  const given = step.either.filter(group => group.some(id => isGiven(entries, keyOf(itemsIn(at), id))));
  const first = given[0]?.[0];
  return given.length > 1 && first !== undefined
    ? [{ key: keyOf(itemsIn(at), first), rejection: { problem: 'twice' } }]
    : [];
}

function isGiven(entries: readonly Change[], key: string): boolean {
  return entries.some(entry => entry.key === key && entry.value !== undefined);
}
