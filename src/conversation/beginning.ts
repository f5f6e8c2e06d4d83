/** Begins a dialog, or goes on with the run of it. */
import { answersFrom } from '../assessment/answers.ts';
import { carryOver } from '../assessment/carry-over.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { scopeOf } from '../assessment/scoring/scope.ts';
import { scoringOf } from '../assessment/scoring/scoring.ts';
import { areasOf } from '../assessment/scoring/stairs/rules.ts';
import { walk } from '../assessment/walk.ts';
import { notice, type RunScene, runScene, type Scene, type Turn, withRun } from './context.ts';
import { takeOut } from './contributing.ts';
import type { KeptRun } from './kept.ts';
import { recall } from './kept-found.ts';
import { moveRun } from './move-run.ts';
import { runOf, tellingMove } from './moving.ts';
import { toldBeside, toldIn } from './other-areas.ts';
import { seenIn } from './other-runs.ts';
import { cardAt } from './place.ts';
import type { Run } from './session.ts';
import { goTo, showNext } from './show.ts';
import { askRestart } from './side-questions.ts';

/** Begins a dialog from its first card; an earlier run of it gives way with all it told others, runs of others stay. */
export function beginRun(scene: Scene, instrument: Instrument): Turn {
  const { session, effects } = takeOut(scene.session, instrument.id);
  const turn = showNext(opened(newRun({ ...scene, session }, instrument)));
  return { ...turn, effects: [{ kind: 'count', counter: 'started' }, ...effects, ...turn.effects] };
}

/** The dialog becomes the one in hand: begun, or gone on with where it was. */
export function enterDialog(scene: Scene, dialog: string): Turn {
  const session = { ...scene.session, active: dialog, pending: undefined };
  const entered = runOf({ ...scene, session });
  if (entered) return tellingMove(entered, goneOnWith(opened(entered.scene)));
  const instrument = scene.context.current(dialog);
  if (!instrument) return notice(scene, 'unavailable-here');
  const before = keptBefore(scene, instrument);
  if (before === 'to-load') return recall(scene);
  return before
    ? goOnFrom({ ...scene, session }, instrument, before)
    : beginRun({ ...scene, session }, instrument);
}

/** The kept result that an instrument goes on from where it says what has to be asked again; others begin anew. */
function keptBefore(
  { session, context }: Scene,
  { id, revisit }: Instrument,
): Pick<KeptRun, 'version' | 'answers'> | 'to-load' | undefined {
  if (revisit === undefined || !session.kept || !context.kept) return undefined;
  const found = context.kept();
  return found ? found.current?.runs.findLast(({ dialog }) => dialog === id) : 'to-load';
}

/** A new run with the answers of a kept one: the plan of last year is asked about, not made a second time. */
function goOnFrom(
  scene: Scene,
  instrument: Instrument,
  { version, answers: earlier }: Pick<KeptRun, 'version' | 'answers'>,
): Turn {
  const { answers } = carryOver(instrument, version, earlier);
  const passed = walk(instrument, answers).path.map(({ key }) => key);
  const begun = withRun(newRun(scene, instrument), { answers, passed, stage: 'finished' });
  const turn = goneOnWith(opened(begun));
  return { ...turn, effects: [{ kind: 'count', counter: 'started' }, ...turn.effects] };
}

/** A new run would take the place of a finished one, and of its answers; or it says what has to be asked again. */
function goneOnWith(scene: RunScene): Turn {
  const { run, instrument } = scene;
  if (run.stage !== 'finished') return showNext(scene);
  if (instrument.review === 'answers') return askRestart(scene);
  const again = instrument.revisit === undefined ? undefined : cardAt(scene, instrument.revisit);
  return again ? goTo(scene, again) : showNext(scene);
}

/** What is known from the person's other runs is written first. */
function opened(scene: RunScene): RunScene {
  const { run, instrument, context, session } = scene;
  const seen = seenIn(Object.values(session.runs), instrument, context.instrument);
  const known = scoringOf(instrument).opening?.(instrument, seen, run.answers) ?? [];
  return known.length === 0 ? scene : withRun(scene, { answers: { ...run.answers, ...answersFrom(known) } });
}

/** The version that a new run of the same dialog begins on. */
export function inForce({ context, instrument }: RunScene): Instrument {
  return context.current(instrument.id) ?? instrument;
}

/** Most areas that stand side by side: more than any instrument names. */
const MOST_BESIDE = 20;

/**
 * Begins the same dialog about another area. What was answered of this one is kept beside it; whose municipality it is
 * and who answers stays as it is.
 */
export function judgeAnother(scene: RunScene): Turn {
  const instrument = inForce(scene);
  const { run } = instrument === scene.instrument ? scene : moveRun(scene.run, instrument);
  const areas = areasOf(instrument);
  if (areas === undefined || run.answers[areas] === undefined || scene.run.stage !== 'finished')
    return notice(scene, 'unavailable-here');
  const others = toldBeside(instrument, run);
  const kept = scopeOf(instrument, run.answers).filter(({ key }) => key !== areas);
  const begun = withRun(newRun(scene, instrument), {
    answers: answersFrom(kept),
    others: [...others, toldIn(run)].slice(-MOST_BESIDE),
  });
  const turn = showNext(begun);
  return { ...turn, effects: [{ kind: 'count', counter: 'started' }, ...turn.effects] };
}

/** A scene with an empty run of a dialog in hand. */
export function newRun(scene: Scene, instrument: Instrument): RunScene {
  const run: Run = {
    dialog: instrument.id,
    version: instrument.version,
    startedAt: scene.now,
    stage: 'asking',
    answers: {},
    passed: [],
    reasons: {},
    notes: {},
    colleague: [],
  };
  const { session } = scene;
  const runs = { ...session.runs, [instrument.id]: run };
  const inHand = { ...session, runs, active: instrument.id, pending: undefined };
  return runScene({ ...scene, session: inHand }, run, instrument);
}
