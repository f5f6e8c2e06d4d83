/** One press that answers all that a card leaves empty: "all in use", "all digital", "same as the one before". */
import { keyOf, type Value } from '../assessment/answers.ts';
import type { Card, CardField } from '../assessment/card.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import { type Fill, fillsOf } from '../assessment/instrument.ts';
import { itemsIn } from '../assessment/places.ts';
import { isProposedOut, proposalOf } from '../assessment/proposal.ts';
import { walk } from '../assessment/walk.ts';
import type { RunScene } from './context.ts';
import { fieldName } from './field-name.ts';
import type { Press } from './press.ts';

type FormPress = Press & { do: 'form' };

/** The press with what it fills in. What the card says, or was answered before, stays as it is. */
export function withFill(scene: RunScene, card: Card, press: FormPress): FormPress {
  const fill = fillsOf(card.step).find(({ id }) => id === press.fill);
  if (!fill) return press;
  const { instrument, run } = scene;
  const filled = fieldsOf(instrument, card, run.answers).flatMap((field): [string, string][] => {
    const name = fieldName(field);
    const isGiven = run.answers[field.key] !== undefined || (press[name] ?? '') !== '';
    if (isGiven || field.input.type !== 'choice' || field.input.scale !== fill.scale) return [];
    const value = valueFor(scene, { card, field, fill });
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return { ...press, ...Object.fromEntries(filled) };
}

/** Whether a way to fill in has something to take from, and something to fill. */
export function canFill(scene: RunScene, card: Card, fill: Fill): boolean {
  const { instrument, run } = scene;
  const fields = fieldsOf(instrument, card, run.answers);
  const isOpen = fields.some(
    ({ key, input }) =>
      input.type === 'choice' && input.scale === fill.scale && run.answers[key] === undefined,
  );
  return (
    isOpen && (!('as' in fill) || before(scene, card).some(one => valuesOn(scene, one, fill).length > 0))
  );
}

interface Filling {
  readonly card: Card;
  readonly field: CardField;
  readonly fill: Fill;
}

function valueFor(scene: RunScene, { card, field, fill }: Filling): Value | undefined {
  const { instrument, run } = scene;
  if (isProposedOut(instrument, field.key)) return proposalOf(instrument, field.key);
  if (!('as' in fill)) return fill.option;
  const others = before(scene, card);
  const said = (other: Card) => run.answers[keyOf(itemsIn(other.at), field.input.id)];
  const same = others.map(said).findLast(value => value !== undefined && value !== 'na');
  if (same !== undefined) return same;
  // No service before this one has the field: what the last one says of all its fields is taken, where that is one thing.
  const last = others.at(-1);
  const [first, ...more] = new Set(last ? valuesOn(scene, last, fill) : []);
  return more.length === 0 ? first : undefined;
}

function valuesOn({ instrument, run }: RunScene, card: Card, { scale }: Fill): Value[] {
  return fieldsOf(instrument, card, run.answers).flatMap(({ key, input }) => {
    const value = input.type === 'choice' && input.scale === scale ? run.answers[key] : undefined;
    return value === undefined || value === 'na' ? [] : [value];
  });
}

/** The cards of the same step before this one that something was answered on, the nearest last. */
function before({ instrument, run }: RunScene, card: Card): readonly Card[] {
  const { path } = walk(instrument, run.answers, run.passed);
  const at = path.findIndex(({ key }) => key === card.key);
  const answered = ({ key, input }: CardField) => input.type === 'choice' && run.answers[key] !== undefined;
  return path
    .slice(0, Math.max(at, 0))
    .filter(one => one.step === card.step && fieldsOf(instrument, one, run.answers).some(answered));
}
