/** Where a person is, derived from the answers each time: no step number is ever stored. */
import type { Answers } from './answers.ts';
import { holds } from './condition.ts';
import { type Definition, inputsOf, type Step } from './definition.ts';

export interface Walk {
  /** The steps that these answers lead through, in order. */
  readonly path: readonly Step[];
  /** The first step on the path that still needs an answer; undefined at the end. */
  readonly next: Step | undefined;
  /** How many steps of the path are answered or skipped. */
  readonly done: number;
}

/** Walks the definition from the start. A form is answered when each of its inputs is. */
export function walk(definition: Definition, answers: Answers, skipped: readonly string[] = []): Walk {
  const path = definition.steps.filter(step => !step.when || holds(step.when, answers));
  const isDone = (step: Step) => skipped.includes(step.id) || isAnswered(step, answers);
  return { path, next: path.find(step => !isDone(step)), done: path.filter(isDone).length };
}

/** Whether every input of the step has an answer. */
export function isAnswered(step: Step, answers: Answers): boolean {
  return inputsOf(step).every(input => answers[input.id] !== undefined);
}

/** Keeps only the answers of steps that are still reached: changing an early answer can close a branch. */
export function pruneAnswers(definition: Definition, answers: Answers): Answers {
  const reached = new Set(
    walk(definition, answers)
      .path.flatMap(inputsOf)
      .map(input => input.id),
  );
  const kept = Object.entries(answers).filter(([id]) => reached.has(id));
  const pruned = Object.fromEntries(kept);
  // Dropping an answer may close a further branch, so repeat until nothing changes.
  return kept.length === Object.keys(answers).length ? pruned : pruneAnswers(definition, pruned);
}
