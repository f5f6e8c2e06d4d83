/** The summary before the result, and the result. */

import { withCatalogue } from '../assessment/catalogue-version.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { type Outcome, sectionOf } from '../assessment/outcome.ts';
import { sourcedIn } from '../assessment/prefilled.ts';
import type { Given } from '../assessment/scoring/port.ts';
import { scoringOf } from '../assessment/scoring/scoring.ts';
import { walk } from '../assessment/walk.ts';
import { type RunScene, type Scene, say, type Turn, withRun } from './context.ts';
import { contribute } from './contributing.ts';
import type { Effect } from './effect.ts';
import { followUpFor } from './following-up.ts';
import { gatherFor, withConsensus, withSections } from './gathering.ts';
import { besideOf, seenIn } from './other-runs.ts';
import { progressAt, refOf } from './place.ts';
import type { Reply } from './reply.ts';
import type { Run, Told } from './session.ts';

/** Shows every answer; any of them can be changed from there. */
export function review(scene: RunScene): Turn {
  const reviewed = withRun(scene, { stage: 'reviewing', visiting: undefined });
  const { session, run } = reviewed;
  const summary = { ...summaryOf(reviewed.instrument, run), progress: progressAt(reviewed, undefined) };
  return say({ ...session, pending: undefined, misses: 0 }, [summary]);
}

/** Every answer about one area, with what stands beside it. */
export function summaryOf(
  instrument: Instrument,
  told: Told & Pick<Run, 'prefilled'>,
): Extract<Reply, { kind: 'summary' }> {
  const { answers, passed, reasons, notes, colleague, by, prefilled } = told;
  const sources = prefilled?.sources ?? {};
  const { path, done } = walk(instrument, answers, passed);
  return {
    kind: 'summary',
    progress: { answered: done, total: path.length, position: path.length },
    answers,
    skipped: passed,
    reasons,
    notes,
    colleague,
    ...(by && Object.keys(by).length > 0 && { by }),
    ...(Object.keys(sources).length > 0 && { sources }),
    ...refOf(instrument),
  };
}

/** Shows the result of the answers given so far: what is missing counts as unknown. */
export function finish(scene: RunScene): Turn {
  const first = scene.run.stage !== 'finished';
  const finished = withRun(scene, { stage: 'finished', visiting: undefined });
  const { run, instrument } = finished;
  const { session, effects: added } = contribute(finished);
  const { answers, reasons } = run;
  const { outcome, wished } = outcomeOf(scene);
  const counted = first ? [{ kind: 'count', counter: 'finished' } as const] : [];
  const open = walk(instrument, answers, run.passed).next !== undefined;
  const result: Reply = {
    kind: 'result',
    outcome,
    answers,
    reasons,
    ...(open && { open }),
    ...sourcedIn(run.prefilled),
    ...refOf(instrument),
  };
  const last = lastOf(scene, outcome) ?? session.last;
  return say(
    { ...session, pending: undefined, misses: 0, last },
    [result],
    [...counted, ...added, ...wished],
  );
}

/** The answers of a run, with those about other areas. */
export function givenIn({ answers, others }: Run): Pick<Given, 'answers' | 'others'> {
  return { answers, ...(others && { others: others.map(other => other.answers) }) };
}

/**
 * What the answers come to, beside what the person answered elsewhere to the same things, and what many people did;
 * `wished` is what of that is still to be loaded.
 */
export function outcomeOf(scene: RunScene): {
  readonly outcome: Outcome;
  readonly wished: readonly Effect[];
} {
  const { instrument, run, context } = scene;
  const { session } = scene;
  const beside = besideOf(Object.values(session.runs), instrument, context.instrument);
  const seen = seenIn(Object.values(session.runs), instrument, context.instrument);
  const given: Given = { ...givenIn(run), actions: context.actions, seen, ...(beside && { beside }) };
  const alone = withCatalogue(
    scoringOf(instrument).outcome(instrument, given),
    context.actionsVersion.version,
  );
  const outcome = withConsensus(alone, run);
  const gathered = gatherFor(scene);
  const earlier = followUpFor(scene, outcome);
  return {
    outcome: withSections(outcome, [...earlier.sections, ...gathered.sections]),
    wished: [...earlier.wished, ...gathered.wished],
  };
}

/** A stair that was reached is remembered for whoever comes back; first the one that was shown when it was finished. */
function lastOf({ session, run, instrument, now }: RunScene, outcome: Outcome): Scene['session']['last'] {
  const standing = sectionOf(outcome, 'standing');
  if (!standing) return undefined;
  if (run.stage === 'finished' && session.last) return session.last;
  return {
    at: now,
    ...refOf(instrument),
    ...(sectionOf(outcome, 'areas')?.whole ?? standing.stair),
    ...(standing.provisional && { provisional: true }),
  };
}
