/** Where the person is in a run: derived from the answers, never stored. */
import type { Answers } from '../assessment/answers.ts';
import type { Definition } from '../assessment/definition.ts';
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

/** How far the run is; `card` is the one shown, undefined at the end. */
export function progressAt({ definition, run }: RunScene, card: Card | undefined): Progress {
  const { path, done } = walk(definition, run.answers, run.passed);
  const position = card ? path.findIndex(({ key }) => key === card.key) + 1 : path.length;
  return { answered: done, total: path.length, position };
}

/** What has been answered so far to the fields of a card, with the names of the items that were added. */
export function valuesOf({ definition, run }: RunScene, card: Card): Answers {
  const { answers } = run;
  const keys = fieldsOf(definition, card, answers).map(({ key }) => key);
  const given = keys.flatMap(key => {
    const value = answers[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return { ...Object.fromEntries(given), ...namesIn(answers) };
}

/** The names of items that were added: whatever is told of them needs these. */
export function namesIn(answers: Answers): Answers {
  const names = Object.entries(answers).filter(([key]) => key.endsWith(`.${NAME}`));
  return Object.fromEntries(names);
}

/** The definition as replies name it. */
export function refOf({ id, version }: Definition): DialogRef {
  return { dialog: id, version };
}
