/** The summary before the result, and the result. */
import { assess } from '../assessment/assess.ts';
import type { RunScene, Turn } from './context.ts';
import { say, withRun } from './context.ts';
import { progressAt, refOf } from './place.ts';
import type { Reply } from './reply.ts';

/** Shows every answer; any of them can be changed from there. */
export function review(scene: RunScene): Turn {
  const reviewed = withRun(scene, { stage: 'reviewing', visiting: undefined });
  const { session, run, definition } = reviewed;
  const { answers, skipped, reasons, notes, colleague } = run;
  const summary: Reply = {
    kind: 'summary',
    progress: progressAt(reviewed, undefined),
    answers,
    skipped,
    reasons,
    notes,
    colleague,
    ...refOf(definition),
  };
  return say({ ...session, pending: undefined, misses: 0 }, [summary]);
}

/** Shows the result of the answers given so far: what is missing counts as unknown. */
export function finish(scene: RunScene): Turn {
  const first = scene.run.stage !== 'finished';
  const { session, run, definition, context } = withRun(scene, { stage: 'finished', visiting: undefined });
  const { answers, reasons } = run;
  const result = assess(definition, context.actions, answers);
  const effects = first ? [{ kind: 'count', counter: 'finished' } as const] : [];
  const { low, high } = result.stair;
  const last = first || !session.last ? { ...refOf(definition), at: scene.now, low, high } : session.last;
  return say(
    { ...session, pending: undefined, misses: 0, last },
    [{ kind: 'result', result, answers, reasons, ...refOf(definition) }],
    effects,
  );
}
