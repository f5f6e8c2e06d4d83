/** The run in hand, carried over to the version in force when its own is kept no longer. */
import type { Answers, Entry, Value } from '../assessment/answers.ts';
import { checkAnswers } from '../assessment/check-answers.ts';
import type { Definition } from '../assessment/definition.ts';
import { fieldAt } from '../assessment/places.ts';
import { findCard, optionsAt } from '../assessment/walk.ts';
import type { RunScene, Scene } from './context.ts';
import type { Run } from './session.ts';

/** Undefined when nothing has been begun, or the dialog is there no longer. */
export function runOf(scene: Scene): { readonly scene: RunScene; readonly moved: boolean } | undefined {
  const { session, context } = scene;
  const run = session.active === undefined ? undefined : session.runs[session.active];
  if (!run) return undefined;
  const own = context.definition(run.dialog, run.version);
  if (own) return { scene: { ...scene, run, definition: own }, moved: false };
  const current = context.current(run.dialog);
  if (!current) return undefined;
  const moved = moveRun(run, current);
  const runs = { ...session.runs, [run.dialog]: moved };
  return {
    scene: { ...scene, session: { ...session, runs, pending: undefined }, run: moved, definition: current },
    moved: true,
  };
}

/** Carries a run over to another version of its definition: answers that still fit are kept. */
export function moveRun(run: Run, definition: Definition): Run {
  const answers = fitting(definition, run.answers);
  const known = (keys: readonly string[]) => keys.filter(key => findCard(definition, answers, key));
  return {
    ...run,
    version: definition.version,
    stage: run.stage === 'finished' ? 'reviewing' : run.stage,
    answers,
    ...(run.others && { others: run.others.map(other => fitting(definition, other)) }),
    passed: known(run.passed),
    colleague: known(run.colleague),
    visiting: undefined,
  };
}

/** The answers that a definition still takes. */
function fitting(definition: Definition, answers: Answers): Answers {
  const listed = Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [key, withKnown(definition, answers, { key, value })]),
  );
  const unfit = new Set(checkAnswers(definition, listed).map(({ input }) => input));
  return Object.fromEntries(Object.entries(listed).filter(([key]) => !unfit.has(key)));
}

/** Of several things chosen, those that are still there. */
function withKnown(definition: Definition, answers: Answers, { key, value }: Entry): Value {
  const field = fieldAt(definition, key, answers);
  if (typeof value !== 'object' || !field) return value;
  const options = optionsAt(definition, field, answers);
  return field.input.type === 'choose' ? value.filter(one => options.includes(one)) : value;
}
