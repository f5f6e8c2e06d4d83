/** Where a person is, derived from the answers each time: no step number is ever stored. */
import type { Answers } from './answers.ts';
import { holds } from './condition.ts';
import { type Definition, type Step, stepAsking } from './definition.ts';

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
  const open = path.filter(step => !skipped.includes(step.id) && !isAnswered(step, answers));
  return { path, next: open[0], done: path.length - open.length };
}

/** Whether every input of the step has an answer. */
export function isAnswered(step: Step, answers: Answers): boolean {
  if (step.type !== 'form') return answers[step.id] !== undefined;
  return step.inputs.every(input => answers[input.id] !== undefined);
}

/** Keeps only the answers of steps that are still reached: changing an early answer can close a branch. */
export function pruneAnswers(definition: Definition, answers: Answers): Answers {
  const given = Object.entries(answers);
  const kept = given.filter(([id]) => {
    const step = stepAsking(definition, id);
    return step && (!step.when || holds(step.when, answers));
  });
  if (kept.length === given.length) return answers;
  // Dropping an answer may close a further branch, so repeat until nothing changes.
  return pruneAnswers(definition, Object.fromEntries(kept));
}
