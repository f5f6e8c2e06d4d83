/** The group's answers as a run, and what they come to. */
import { withCatalogue } from '../assessment/catalogue-version.ts';
import { checkAnswer } from '../assessment/check-answers.ts';
import type { Outcome } from '../assessment/outcome.ts';
import { fieldAt } from '../assessment/places.ts';
import { scoringOf } from '../assessment/scoring/scoring.ts';
import { ballotPart } from '../assessment/workshop/ballot.ts';
import { type Consensus, consensusOf } from '../assessment/workshop/consensus.ts';
import { spreadsOf } from '../assessment/workshop/spread.ts';
import { newRun } from './beginning.ts';
import { notice, type RunScene, runScene, type Scene, say, type Turn, withRun } from './context.ts';
import { withConsensus } from './gathering.ts';
import { finish } from './reviewing.ts';
import { choosing } from './show.ts';
import type { Judged, Workshop } from './workshop.ts';
import { write } from './write.ts';

/** The run of the workshop's instrument here, or a new one of the version that was judged; undefined where that is gone. */
export function runJudged(scene: Scene, { dialog, version }: Judged): RunScene | undefined {
  const run = scene.session.runs[dialog];
  const own = run && scene.context.instrument(dialog, run.version);
  if (run && own) {
    const session = { ...scene.session, active: dialog, pending: undefined };
    return runScene({ ...scene, session }, run, own);
  }
  const instrument = scene.context.instrument(dialog, version);
  return instrument && newRun(scene, instrument);
}

/** The group's answers take the place of those that the conversation that began the workshop had, and its result is shown. */
export function takeConsensus(scene: Scene, { judged, consensus }: Workshop): Turn {
  const found = consensus && runJudged(scene, judged);
  if (!found) return notice(scene, 'workshop-unknown');
  // What somebody has changed since then stays changed, however often the result is asked for.
  const taken = found.run.consensus?.workshop === consensus.workshop;
  return finish(taken ? found : withGroupAnswers(found, judged, consensus));
}

/** What the group's answers come to by what is revealed and agreed on until now; undefined while nothing is. */
export function outcomeSoFar(scene: Scene, workshop: Workshop): Outcome | undefined {
  const { judged, published, agreed, answered: members, id } = workshop;
  if (workshop.consensus) return groupOutcome(scene, judged, workshop.consensus);
  const instrument = scene.context.instrument(judged.dialog, judged.version);
  const part = instrument && ballotPart(instrument, judged.at);
  const spreads = part ? spreadsOf(instrument, part, published) : [];
  if (spreads.length === 0) return undefined;
  return groupOutcome(scene, judged, consensusOf(spreads, { workshop: id, members, agreed }));
}

/** What they come to, for those who have no run of it here. */
function groupOutcome(scene: Scene, judged: Judged, consensus: Consensus): Outcome | undefined {
  const instrument = scene.context.instrument(judged.dialog, judged.version);
  if (!instrument) return undefined;
  const { run } = withGroupAnswers(newRun(scene, instrument), judged, consensus);
  const { actions, actionsVersion } = scene.context;
  const outcome = scoringOf(instrument).outcome(instrument, { answers: run.answers, actions });
  return withConsensus(withCatalogue(outcome, actionsVersion.version), run);
}

/** A member sees what the group came to, and keeps a run of their own as it is. */
export function showGroupResult(scene: Scene, workshop: Workshop): Turn {
  const outcome = workshop.consensus && groupOutcome(scene, workshop.judged, workshop.consensus);
  const { dialog, version } = workshop.judged;
  return say(
    scene.session,
    outcome
      ? [{ kind: 'result-shared', dialog, version, outcome }]
      : [{ kind: 'notice', notice: 'workshop-unknown' }],
  );
}

/** Answers of another version that do not fit any more are left out; the card of a ladder that is not reached falls away. */
function withGroupAnswers(run: RunScene, { at }: Judged, consensus: Consensus): RunScene {
  const chosen = choosing(run, at);
  const { instrument } = chosen;
  const fitting = consensus.answers.filter(({ key, value }) => {
    const field = fieldAt(instrument, key, chosen.run.answers);
    return field && !checkAnswer(instrument, { ...field, answers: chosen.run.answers }, value);
  });
  const written = write(chosen, fitting);
  const scene = written.kind === 'written' ? written.scene : chosen;
  return withRun(scene, { consensus });
}
