/** Where the person is in a run: derived from the answers, never stored. */

import { type AnswerKey, type Answers, keyOf, lastOf, type Value } from '../assessment/answers.ts';
import type { Card } from '../assessment/card.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import { findCard } from '../assessment/find-card.ts';
import { type Instrument, isFrame } from '../assessment/instrument.ts';
import { namesIn } from '../assessment/names-in.ts';
import { itemsIn } from '../assessment/places.ts';
import { walk } from '../assessment/walk.ts';
import type { RunScene } from './context.ts';
import type { DialogRef } from './dialog-ref.ts';
import type { Progress } from './progress.ts';

/** The card the person is at: one gone to, else the first that is open. */
export function currentCard(scene: RunScene): Card | undefined {
  const { run, instrument } = scene;
  const visited = run.visiting === undefined ? undefined : cardAt(scene, run.visiting);
  if (visited) return visited;
  // Where the answers are not looked through at the end, what is still open goes on after a result in between.
  const asking = run.stage === 'asking' || instrument.review === 'result';
  return asking ? walk(instrument, run.answers, run.passed).next : undefined;
}

/** A card by its key, on the way or beside it. */
export function cardAt({ instrument, run }: RunScene, key: string): Card | undefined {
  return findCard(instrument, run.answers, key);
}

/** The card whose question is open. */
export function openCard(scene: RunScene): Card | undefined {
  const { pending } = scene.session;
  return pending && 'step' in pending ? cardAt(scene, pending.step) : undefined;
}

/** Whether a card is what is asked now, and so stands on the screen. */
export function isOpenCard({ session: { pending } }: RunScene, card: Card): boolean {
  return pending !== undefined && 'step' in pending && pending.step === card.key;
}

/** How far the run is; the card of what is judged counts as no question. `card` is the one shown, undefined at the end. */
export function progressAt({ instrument, run }: RunScene, card: Card | undefined): Progress {
  const all = walk(instrument, run.answers, run.passed);
  const counted = ({ step }: Card) => !isFrame(step);
  const path = all.path.filter(counted);
  const position = card ? path.findIndex(({ key }) => key === card.key) + 1 : path.length;
  return { answered: path.length - all.open.filter(counted).length, total: path.length, position };
}

/** What has been answered so far to the fields of a card, with the names of the items that were added. */
export function valuesOf({ instrument, run }: RunScene, card: Card): Answers {
  const values: Record<AnswerKey, Value> = {};
  for (const { key, input } of fieldsOf(instrument, card, run.answers)) {
    const decides = input.type === 'multi' && input.offers && cardKeyOf(card, input.offers.by, run.answers);
    for (const one of [key, ...(decides ? [decides] : [])]) {
      const value = run.answers[one];
      if (value !== undefined) values[one] = value;
    }
  }
  for (const key of toldBeside(instrument, card, run.answers)) {
    const value = run.answers[key];
    if (value !== undefined) values[key] = value;
  }
  return Object.assign(values, namesIn(run.answers));
}

/** Answers asked elsewhere that a card is drawn with: what stands beside its rows, and what people call its options. */
function toldBeside(instrument: Instrument, card: Card, answers: Answers): AnswerKey[] {
  const { step, at } = card;
  const beside = step.type === 'table' ? step.beside : undefined;
  const gaps = step.type === 'choose' ? step.gaps : undefined;
  const fields = fieldsOf(instrument, card, answers);
  return [
    ...fields.flatMap(({ item }) =>
      beside === undefined || item === undefined ? [] : [keyOf([...itemsIn(at), item], beside)],
    ),
    ...fields.flatMap(({ input }) =>
      input.type === 'choice' ? Object.values(instrument.scales[input.scale]?.named ?? {}) : [],
    ),
    ...(step.type === 'table' && step.items === 'chosen' ? choiceFrom(instrument, step.list) : []),
    ...(gaps ? Object.keys(answers).filter(key => [gaps.now, gaps.target].includes(lastOf(key))) : []),
  ];
}

/** Which rows a table has is told by what was chosen. */
function choiceFrom({ steps }: Instrument, list: string): AnswerKey[] {
  return steps.flatMap(step => (step.type === 'choose' && step.list === list ? [step.id] : []));
}

/** The key under which an answer that a card hangs on stands: in the card's items, or outside them. */
function cardKeyOf({ at }: Card, input: string, answers: Answers): AnswerKey | undefined {
  const items = itemsIn(at);
  const keys = items.map((_, depth) => keyOf(items.slice(0, items.length - depth), input));
  return [...keys, input].find(key => answers[key] !== undefined);
}

/** The instrument as replies name it. */
export function refOf({ id, version }: Instrument): DialogRef {
  return { dialog: id, version };
}
