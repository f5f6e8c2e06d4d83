/** The run in hand; an open one moves to the version of its instrument that is in force. */
import type { Instrument } from '../assessment/instrument.ts';
import { walk } from '../assessment/walk.ts';
import { before, type RunScene, runScene, type Scene, type Turn } from './context.ts';
import { type MovedNotice, moveRun } from './move-run.ts';
import { openStill } from './open-still.ts';
import { type Lasting, lastingOf } from './pending-kinds.ts';
import type { Run } from './session.ts';

export interface FoundRun {
  readonly scene: RunScene;
  /** Set where the run has been moved by this. */
  readonly moved?: MovedNotice;
}

/** Undefined when nothing has been begun, or the dialog is there no longer. */
export function runOf(scene: Scene): FoundRun | undefined {
  const { session, context } = scene;
  const run = session.active === undefined ? undefined : session.runs[session.active];
  if (!run) return undefined;
  const own = context.instrument(run.dialog, run.version);
  const current = context.current(run.dialog);
  if (own && (!current || own.version === current.version || isFinished(run, own)))
    return { scene: runScene(scene, run, own) };
  if (!current) return undefined;
  const { run: carried, moved } = moveRun(run, current);
  const pending =
    own && openStill(session.pending, { run, instrument: own }, { run: carried, instrument: current });
  // The first open card may be a new one: what is done next is meant for the card on the screen.
  const now = { ...carried, visiting: carried.visiting ?? stepOf(lastingOf(pending)) };
  const runs = { ...session.runs, [run.dialog]: now };
  return { scene: runScene({ ...scene, session: { ...session, runs, pending } }, now, current), moved };
}

/** The card on the screen; one that only its reason is missing from has been answered. */
function stepOf(pending: Lasting | undefined): string | undefined {
  if (pending?.kind === 'note' && pending.beneath) return stepOf(pending.beneath);
  return pending && pending.kind !== 'reason' && 'step' in pending ? pending.step : undefined;
}

/** The turn with the word of the move before it, unless the answers are gone by it. */
export function tellingMove({ scene: { run }, moved }: FoundRun, turn: Turn): Turn {
  const isKept = turn.session.runs[run.dialog]?.startedAt === run.startedAt;
  return moved && isKept ? before([{ kind: 'notice', notice: moved }], turn) : turn;
}

/** Whether the result has been shown and nothing is being changed: it keeps the version and the rules it was made with. */
function isFinished({ stage, visiting, answers, passed }: Run, instrument: Instrument): boolean {
  if (stage !== 'finished' || visiting !== undefined) return false;
  // Where the answers are not looked through at the end, a result is shown in between as well.
  return instrument.review === 'answers' || walk(instrument, answers, passed).next === undefined;
}
