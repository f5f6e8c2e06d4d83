/** Where the person is in a run: derived from the answers, never stored. */
import { type Definition, inputsOf, type Step } from '../assessment/definition.ts';
import { walk } from '../assessment/walk.ts';
import type { RunScene } from './context.ts';
import type { DialogRef, Progress } from './reply.ts';

/** The step the person is at: one gone back to, else the first that is open. */
export function currentStep({ run, definition }: RunScene): Step | undefined {
  const { path, next } = walk(definition, run.answers, run.skipped);
  const visited = path.find(step => step.id === run.visiting);
  if (visited) return visited;
  return run.stage === 'asking' ? next : undefined;
}

/** How far the run is; `step` is the one shown, undefined at the end. */
export function progressAt({ definition, run }: RunScene, step: Step | undefined): Progress {
  const { path, done } = walk(definition, run.answers, run.skipped);
  const position = step ? path.indexOf(step) + 1 : path.length;
  return { answered: done, total: path.length, position };
}

/** What has been answered so far to the inputs of a step. */
export function valuesOf({ run }: RunScene, step: Step): Record<string, string | number> {
  return Object.fromEntries(
    inputsOf(step).flatMap(({ id }) => (run.answers[id] === undefined ? [] : [[id, run.answers[id]]])),
  );
}

/** The definition as replies name it. */
export function refOf({ id, version }: Definition): DialogRef {
  return { dialog: id, version };
}
