import type { Definition } from '../assessment/definition.ts';
import { askNext } from './asking.ts';
import type { Scene, Turn } from './context.ts';
import type { Run } from './session.ts';

/** The dialog that "start" begins. */
export const FIRST_DIALOG = 'quick-check';

/** Begins a dialog from its first question; an earlier run gives way. */
export function beginRun(scene: Scene, definition: Definition): Turn {
  const run: Run = {
    dialog: definition.id,
    version: definition.version,
    startedAt: scene.now,
    stage: 'asking',
    answers: {},
    skipped: [],
    reasons: {},
    notes: {},
    colleague: [],
  };
  const turn = askNext({ ...scene, session: { ...scene.session, run }, run, definition });
  return { ...turn, effects: [{ kind: 'count', counter: 'started' }, ...turn.effects] };
}
