/** Leaves a card, answered or not: its line takes its place, and what comes next is shown. */
import type { Card } from '../assessment/card.ts';
import { inputsIn } from '../assessment/condition.ts';
import { fieldsOf, isAnswered } from '../assessment/fields-of.ts';
import { inputsOf, isFrame, outsOf } from '../assessment/instrument.ts';
import { scoringOf } from '../assessment/scoring/scoring.ts';
import { walk } from '../assessment/walk.ts';
import { before, type RunScene, type Turn, withRun } from './context.ts';
import { takingUp } from './other-areas.ts';
import { isOpenCard, progressAt, refOf, valuesOf } from './place.ts';
import type { Reply } from './reply.ts';
import { cardNonce, showNext } from './show.ts';
import { askReason } from './side-questions.ts';
import { write } from './write.ts';

/** Leaves a card that has been answered. `onward`: the card that somebody wants to go on to. */
export function leaveAnswered(scene: RunScene, card: Card, onward?: string): Turn {
  const left = leaving(scene, card, onward);
  const counted = [{ kind: 'count', counter: 'answered', step: card.step.id } as const];
  const next = isUnreasoned(left, card)
    ? askReason(left, card)
    : showNext(isFrame(card.step) ? takingUp(left) : left);
  const turn = before(closing(left, card, 'answered'), next);
  return { ...turn, effects: [...counted, ...turn.effects] };
}

/** Moves past a card without answering; it counts as unknown and can be answered later. */
export function skipCard(scene: RunScene, card: Card): Turn {
  const { instrument, run } = scene;
  const shared = card.step.type === 'form' ? card.step.shares : [];
  const told = fieldsOf(instrument, card, run.answers).filter(
    ({ key, input }) => run.answers[key] !== undefined && !shared.includes(input.id),
  );
  // In a list, what was told of an item by the way stays; a question skipped has no answer.
  const cleared = card.at.length === 0 && card.step.type !== 'table' && !isFrame(card.step) ? told : [];
  const written = write(
    scene,
    cleared.map(({ key }) => ({ key, value: undefined })),
  );
  const open = written.kind === 'written' ? written.scene : scene;
  const left = withRun(open, { passed: including(run.passed, card.key), visiting: undefined });
  if (card.step.type === 'show') return showNext(left);
  const kept = told.length > cleared.length ? 'answered' : 'skipped';
  return before(closing(left, card, kept), showNext(left));
}

/** Marks a card as gone through where something on it was left open, and leaves it. */
function leaving(scene: RunScene, card: Card, onward: string | undefined): RunScene {
  const { instrument, run } = scene;
  const complete = card.part === 'own' || card.step.aside || isAnswered(instrument, card, run.answers);
  const passed = complete ? run.passed.filter(key => key !== card.key) : including(run.passed, card.key);
  return withRun(scene, { passed, visiting: onward ?? calledFor(scene, card) });
}

/**
 * The card to go on to after an answer was changed from the summary, if any: the first of an item that was just chosen, a
 * question whose condition the new answer meets, the next statement of a ladder. While the questions are being asked,
 * the next open card is that one anyway.
 */
function calledFor({ instrument, run }: RunScene, card: Card): string | undefined {
  if (run.stage === 'asking' || instrument.review === 'result') return undefined;
  const { path, open } = walk(instrument, run.answers, run.passed);
  if (card.step.type === 'choose') return open[0]?.key;
  const changed = inputsOf(card.step).map(({ id }) => id);
  const dependent = open.find(
    ({ step: { when } }) => when && inputsIn(when).some(id => changed.includes(id)),
  );
  if (dependent || card.step.type !== 'climb') return dependent?.key;
  const next = path[path.findIndex(({ key }) => key === card.key) + 1];
  const goesOn =
    next?.step === card.step && next.key.startsWith(card.key.slice(0, card.key.lastIndexOf('.') + 1));
  return goesOn && open.includes(next) ? next.key : undefined;
}

function including(keys: readonly string[], key: string): string[] {
  return [...new Set([...keys, key])];
}

/** The answered question's card shrinks to a line, so that only the open one has buttons. */
function closing(scene: RunScene, card: Card, how: 'answered' | 'skipped'): Reply[] {
  const { instrument, run } = scene;
  const { pending } = scene.session;
  const nonce = isOpenCard(scene, card) ? cardNonce(pending) : undefined;
  if (nonce === undefined) return [];
  const scoring = scoringOf(instrument);
  const line = how === 'answered' ? scoring.noted?.(instrument, run.answers, card) : undefined;
  const growing =
    how === 'answered' && !line ? scoring.growing?.(instrument, run.answers, card.at) : undefined;
  return [
    {
      kind: 'answered',
      step: card.key,
      replaces: nonce,
      progress: progressAt(scene, card),
      values: valuesOf(scene, card),
      skipped: how === 'skipped',
      ...(scene.heard && { heard: scene.heard }),
      ...(line && { line }),
      ...(growing && { growing }),
      ...refOf(instrument),
    },
  ];
}

/** "Does not apply" is asked a reason for, where the instrument wants one. */
function isUnreasoned({ instrument, run }: RunScene, card: Card): boolean {
  if (instrument.reasons === 'not-asked') return false;
  return fieldsOf(instrument, card, run.answers).some(
    ({ key, input }) =>
      run.answers[key] === 'na' && outsOf(instrument, input).includes('na') && run.reasons[key] === undefined,
  );
}
