/** A result shown to others: offered in a chat of one's own under a code, and shown where the code is said. */
import { assess } from '../assessment/assess.ts';
import { before, type RunScene, type Scene, say, type Turn } from './context.ts';
import { refOf } from './place.ts';
import type { Notice, SharedResult } from './reply.ts';
import { finish } from './reviewing.ts';

/** How long a code opens a result. */
export const SHARED_MINUTES = 60;

/** Offers the result in hand under a code. */
export function offerShare(scene: Scene, run: RunScene | undefined): Turn {
  const { place } = scene.session;
  const code = scene.context.shareCode;
  if (place === 'group') return notice(scene, 'share-in-personal');
  if (place !== 'personal' || code === undefined) return notice(scene, 'unavailable-here');
  if (!run || !wasShown(run)) return notice(scene, 'nothing-to-share');
  if (run.run.stage !== 'finished') return shareAnew(run);
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

/** Whether the run's result has been shown, be it with other answers. */
function wasShown({ run, session: { last } }: RunScene): boolean {
  return run.stage === 'finished' || (last?.dialog === run.dialog && last.at >= run.startedAt);
}

/** Nobody shares what they have not seen: after a change the result is shown first. */
function shareAnew(run: RunScene): Turn {
  const shown = finish(run);
  const { session } = shown;
  if (!session.run) return shown;
  const offered = offerShare({ ...run, session }, { ...run, session, run: session.run });
  return { ...before(shown.replies, offered), effects: [...shown.effects, ...offered.effects] };
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
