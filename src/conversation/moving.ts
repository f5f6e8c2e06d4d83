import { checkAnswers } from '../assessment/check-answers.ts';
import type { Definition } from '../assessment/definition.ts';
import type { Run } from './session.ts';

/** Carries a run over to another version of its definition: answers that still fit are kept. */
export function moveRun(run: Run, definition: Definition): Run {
  const unfit = new Set(checkAnswers(definition, run.answers).map(({ input }) => input));
  const answers = Object.fromEntries(Object.entries(run.answers).filter(([id]) => !unfit.has(id)));
  const steps = new Set(definition.steps.map(({ id }) => id));
  const known = (ids: readonly string[]) => ids.filter(id => steps.has(id));
  const stage = run.stage === 'finished' ? 'reviewing' : run.stage;
  return {
    ...run,
    version: definition.version,
    stage,
    answers,
    skipped: known(run.skipped),
    colleague: known(run.colleague),
    visiting: undefined,
  };
}
