import { before, notice, type RunScene, type Scene, type Turn } from './context.ts';
import type { Notice } from './notice.ts';
import { showOpen } from './show.ts';

/** One short line, and after it the question that is open, where one is: "stale", and what is asked now. */
export function noticeThenOpen(scene: Scene, run: RunScene | undefined, name: Notice): Turn {
  return run ? before([{ kind: 'notice', notice: name }], showOpen(run)) : notice(scene, name);
}
