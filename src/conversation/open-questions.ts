import { inputsOf, type Step } from '../assessment/definition.ts';
import { walk } from '../assessment/walk.ts';
import type { RunScene } from './context.ts';
import { currentStep, progressAt, refOf } from './place.ts';
import type { LastResult, OpenQuestions } from './reply.ts';
import type { Session } from './session.ts';

/** What of a run has no answer yet; undefined when everything has one. */
export function openQuestions(scene: RunScene): OpenQuestions | undefined {
  const { run, definition } = scene;
  const { path } = walk(definition, run.answers, run.skipped);
  const open = path.filter(step => !isAnswered(scene, step));
  const colleague = open.filter(({ id }) => run.colleague.includes(id));
  const skipped = open.filter(step => run.skipped.includes(step.id) && !colleague.includes(step));
  const rest = open.filter(
    step => !colleague.includes(step) && !skipped.includes(step) && isMissing(scene, step),
  );
  const unfinished = run.stage === 'asking';
  if (!unfinished && colleague.length + skipped.length + rest.length === 0) return undefined;
  return {
    ...refOf(definition),
    progress: progressAt(scene, currentStep(scene)),
    colleague: ids(colleague),
    skipped: ids(skipped),
    unanswered: unfinished ? [] : ids(rest),
  };
}

/** The result shown last, as replies tell it. */
export function lastResult({ last }: Session): LastResult | undefined {
  if (!last) return undefined;
  const { low, high, ...rest } = last;
  return { ...rest, stair: { low, high } };
}

/** Whether every input of a step is known; "don't know" is an answer, but not one that a colleague's would not better. */
function isAnswered({ run }: RunScene, step: Step): boolean {
  return inputsOf(step).every(({ id }) => (run.answers[id] ?? 'unknown') !== 'unknown');
}

function isMissing({ run }: RunScene, step: Step): boolean {
  return inputsOf(step).every(({ id }) => run.answers[id] === undefined);
}

function ids(steps: readonly Step[]): string[] {
  return steps.map(({ id }) => id);
}
