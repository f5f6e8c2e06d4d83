import { newRun } from './beginning.ts';
import { runScene, type Scene, withRun } from './context.ts';
import { moveRun } from './move-run.ts';
import type { FoundRun } from './moving.ts';

/** The run of a dialog in the version in force, begun where there is none. What is in hand in the chat stays in hand. */
export function runBeside(scene: Scene, dialog: string): FoundRun | undefined {
  const { session, context } = scene;
  const instrument = context.current(dialog);
  if (!instrument) return undefined;
  const run = session.runs[dialog];
  if (!run) {
    const begun = newRun(scene, instrument);
    const { active, pending } = session.active === undefined ? begun.session : session;
    return { scene: { ...begun, session: { ...begun.session, active, pending } } };
  }
  if (run.version === instrument.version) return { scene: runScene(scene, run, instrument) };
  const { run: carried, moved } = moveRun(run, instrument);
  return { scene: withRun(runScene(scene, carried, instrument), {}), moved };
}
