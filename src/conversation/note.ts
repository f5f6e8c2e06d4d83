import { noteAndRepeat } from './commands.ts';
import { type RunScene, type Scene, say, type Turn } from './context.ts';

/** One short line, and the question that is open. */
export function note(
  scene: Scene,
  run: RunScene | undefined,
  name: 'stale' | 'unreadable' | 'kept-as-is',
): Turn {
  return run ? noteAndRepeat(run, name) : say(scene.session, [{ kind: 'notice', notice: name }]);
}
