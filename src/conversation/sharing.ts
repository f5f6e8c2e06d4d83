/** A result shown to others: offered in a chat of one's own under a code, and shown where the code is said. */
import { assess } from '../assessment/assess.ts';
import { type RunScene, type Scene, say, type Turn } from './context.ts';
import { refOf } from './place.ts';
import type { Notice, SharedResult } from './reply.ts';

/** How long a code opens a result. */
export const SHARED_MINUTES = 60;

/** Offers the result in hand under a code. */
export function offerShare(scene: Scene, run: RunScene | undefined): Turn {
  const { place } = scene.session;
  const code = scene.context.shareCode;
  if (place === 'group') return notice(scene, 'share-in-personal');
  if (place !== 'personal' || code === undefined) return notice(scene, 'unavailable-here');
  if (run?.run.stage !== 'finished') return notice(scene, 'nothing-to-share');
  const result = assess(run.definition, run.context.actions, run.run.answers);
  const shared: SharedResult = { ...refOf(run.definition), result };
  return say(
    scene.session,
    [{ kind: 'share-offered', code, minutes: SHARED_MINUTES }],
    [
      { kind: 'share', code, shared },
      { kind: 'count', counter: 'shared' },
    ],
  );
}

/** Shows what a code opened. The conversation's own assessment stays as it is. */
export function showShared(scene: Scene, found: SharedResult | undefined): Turn {
  if (!found) return notice(scene, 'share-unknown');
  const { dialog, version, result } = found;
  return say(scene.session, [{ kind: 'result-shared', dialog, version, result }]);
}

function notice(scene: Scene, name: Notice): Turn {
  return say(scene.session, [{ kind: 'notice', notice: name }]);
}
