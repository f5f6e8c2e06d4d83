import type { Card } from '../assessment/card.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import { isFrame } from '../assessment/instrument.ts';
import { namesIn } from '../assessment/names-in.ts';
import { walk } from '../assessment/walk.ts';
import type { RunScene } from './context.ts';
import { currentCard, progressAt, refOf } from './place.ts';
import type { Session } from './session.ts';
import type { LastResult, OpenQuestions } from './standing.ts';

/** What of a run has no answer yet; undefined when everything has one. */
export function openQuestions(scene: RunScene): OpenQuestions | undefined {
  const { run, instrument } = scene;
  // Where the answers are not looked through at the end, there are too many to list.
  if (instrument.review === 'result') return undefined;
  const { path } = walk(instrument, run.answers, run.passed);
  const open = path.filter(card => card.step.type !== 'show' && !isFrame(card.step) && !isKnown(scene, card));
  const colleague = open.filter(({ key }) => run.colleague.includes(key));
  const skipped = open.filter(card => run.passed.includes(card.key) && !colleague.includes(card));
  const rest = open.filter(
    card => !colleague.includes(card) && !skipped.includes(card) && isMissing(scene, card),
  );
  const unfinished = run.stage === 'asking';
  if (!unfinished && colleague.length + skipped.length + rest.length === 0) return undefined;
  return {
    ...refOf(instrument),
    progress: progressAt(scene, currentCard(scene)),
    colleague: keys(colleague),
    skipped: keys(skipped),
    unanswered: unfinished ? [] : keys(rest),
    names: namesIn(run.answers),
  };
}

/** The result shown last, as replies tell it. */
export function lastResult({ last }: Session): LastResult | undefined {
  if (!last) return undefined;
  const { low, high, ...rest } = last;
  return { ...rest, stair: { low, high } };
}

/** Whether every field is known; "don't know" is an answer, but not one that a colleague's would not better. */
function isKnown({ run, instrument }: RunScene, card: Card): boolean {
  const fields = fieldsOf(instrument, card, run.answers);
  return fields.every(({ key }) => (run.answers[key] ?? 'unknown') !== 'unknown');
}

function isMissing({ run, instrument }: RunScene, card: Card): boolean {
  return fieldsOf(instrument, card, run.answers).every(({ key }) => run.answers[key] === undefined);
}

function keys(cards: readonly Card[]): string[] {
  return cards.map(({ key }) => key);
}
