/** Where the person is in a run: derived from the answers, never stored. */
import type { AnswerKey, Answers, Value } from '../assessment/answers.ts';
import { type Definition, isFrame } from '../assessment/definition.ts';
import { memo } from '../assessment/memo.ts';
import { NAME } from '../assessment/places.ts';
import { type Card, fieldsOf, findCard, walk } from '../assessment/walk.ts';
import type { RunScene } from './context.ts';
import type { DialogRef, Progress } from './reply.ts';

/** The card the person is at: one gone to, else the first that is open. */
export function currentCard(scene: RunScene): Card | undefined {
  const { run, definition } = scene;
  const visited = run.visiting === undefined ? undefined : cardAt(scene, run.visiting);
  if (visited) return visited;
  // Where the answers are not looked through at the end, what is still open goes on after a result in between.
  const asking = run.stage === 'asking' || definition.review === 'result';
  return asking ? walk(definition, run.answers, run.passed).next : undefined;
}

/** A card by its key, on the way or beside it. */
export function cardAt({ definition, run }: RunScene, key: string): Card | undefined {
  return findCard(definition, run.answers, key);
}

/** The card whose question is open. */
export function openCard(scene: RunScene): Card | undefined {
  const { pending } = scene.session;
  return pending && 'step' in pending ? cardAt(scene, pending.step) : undefined;
}

/** How far the run is, what is judged not being among the questions; `card` is the one shown, undefined at the end. */
export function progressAt({ definition, run }: RunScene, card: Card | undefined): Progress {
  const all = walk(definition, run.answers, run.passed);
  const counted = ({ step }: Card) => !isFrame(step);
  const path = all.path.filter(counted);
  const position = card ? path.findIndex(({ key }) => key === card.key) + 1 : path.length;
  return { answered: path.length - all.open.filter(counted).length, total: path.length, position };
}

/** What has been answered so far to the fields of a card, with the names of the items that were added. */
export function valuesOf({ definition, run }: RunScene, card: Card): Answers {
  const values: Record<AnswerKey, Value> = {};
  for (const { key } of fieldsOf(definition, card, run.answers)) {
    const value = run.answers[key];
    if (value !== undefined) values[key] = value;
  }
  return Object.assign(values, namesIn(run.answers));
}

/** The names of items that were added: whatever is told of them needs these. */
export const namesIn = memo((answers: Answers): Answers => {
  const names: Record<AnswerKey, Value> = {};
  for (const key in answers) {
    const name = key.endsWith(`.${NAME}`) ? answers[key] : undefined;
    if (name !== undefined) names[key] = name;
  }
  return names;
});

/** The definition as replies name it. */
export function refOf({ id, version }: Definition): DialogRef {
  return { dialog: id, version };
}
