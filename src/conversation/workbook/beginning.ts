/** Begins the workbook, or goes on with the one begun. */
import { before, type Scene, type Turn } from '../context.ts';
import { moveWorkbook } from './moving.ts';
import { showNext } from './showing.ts';
import { type WorkbookScene, withWorkbook, workbookScene } from './workbook-scene.ts';

/** The workbook becomes the dialog in hand; the quick check's answers stay beside it. */
export function enterWorkbook(scene: Scene): Turn {
  const begun = workbookScene(inHand(scene));
  return begun ? resumeWorkbook(begun) : beginWorkbook(scene);
}

/** Begins from the choice of areas; an earlier workbook gives way. */
export function beginWorkbook(scene: Scene): Turn {
  const turn = showNext(newWorkbook(scene));
  return { ...turn, effects: [{ kind: 'count', counter: 'started' }, ...turn.effects] };
}

/** Goes on with the open card, on the version in force. */
export function resumeWorkbook(scene: WorkbookScene): Turn {
  const { scene: current, moved } = moveWorkbook(scene);
  const turn = showNext(current);
  return moved ? before([{ kind: 'notice', notice: 'version-moved' }], turn) : turn;
}

/** A scene with an empty workbook. */
export function newWorkbook(scene: Scene): WorkbookScene {
  const { definition: workbook } = scene.context.workbook;
  const run = { version: workbook.version, startedAt: scene.now, areas: [], answers: {}, passed: [] };
  return withWorkbook({ ...inHand(scene), run, workbook }, {});
}

/** The quick check becomes the dialog in hand again; the workbook's answers stay beside it. */
export function leaveWorkbook<S extends Scene>(scene: S): S {
  const { active, ...session } = scene.session;
  return active === undefined ? scene : { ...scene, session: { ...session, pending: undefined } };
}

function inHand<S extends Scene>(scene: S): S {
  const session = { ...scene.session, active: 'workbook' as const, pending: undefined, paused: undefined };
  return { ...scene, session };
}
