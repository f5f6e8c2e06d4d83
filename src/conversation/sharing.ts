/** A result shown to others: offered in a chat of one's own under a code, and shown where the code is said. */
import { withoutAnswers } from '../assessment/outcome.ts';
import { before, type RunScene, type Scene, say, type Turn } from './context.ts';
import type { Notice } from './notice.ts';
import { refOf } from './place.ts';
import type { SharedResult } from './reply.ts';
import { finish, outcomeOf } from './reviewing.ts';

/** How long a code opens a result. */
export const SHARED_MINUTES = 60;

/** Offers the result in hand under a code. */
export function offerShare(scene: Scene, run: RunScene | undefined): Turn {
  const { place } = scene.session;
  const code = scene.context.shareCode;
  if (place === 'group') return notice(scene, 'share-in-personal');
  if (place !== 'personal' || code === undefined) return notice(scene, 'unavailable-here');
  return onShownResult(scene, run, { none: 'nothing-to-share', act: shown => share(shown, code) });
}

function share(run: RunScene, code: string): Turn {
  const { outcome, wished } = outcomeOf(run);
  const shared: SharedResult = { ...refOf(run.definition), outcome: withoutAnswers(outcome) };
  return say(
    run.session,
    [{ kind: 'share-offered', code, minutes: SHARED_MINUTES }],
    [{ kind: 'share', code, shared }, { kind: 'count', counter: 'shared' }, ...wished],
  );
}

/** Does something with a result that has been shown. After a change it is shown first: nobody passes on what they have not seen. */
export function onShownResult(
  scene: Scene,
  run: RunScene | undefined,
  { none, act }: { readonly none: Notice; readonly act: (shown: RunScene) => Turn },
): Turn {
  if (!run || !wasShown(run)) return notice(scene, none);
  if (run.run.stage === 'finished') return act(run);
  const shown = finish(run);
  const { session } = shown;
  const finished = session.runs[run.run.dialog];
  if (!finished) return shown;
  const done = act({ ...run, session, run: finished });
  return { ...before(shown.replies, done), effects: [...shown.effects, ...done.effects] };
}

/** Whether the run's result has been shown, be it with other answers. */
function wasShown({ run, session: { last } }: RunScene): boolean {
  return run.stage === 'finished' || (last?.dialog === run.dialog && last.at >= run.startedAt);
}

/** Shows what a code opened. The conversation's own assessment stays as it is. */
export function showShared(scene: Scene, found: SharedResult | undefined): Turn {
  return found ? say(scene.session, [{ kind: 'result-shared', ...found }]) : notice(scene, 'share-unknown');
}

function notice(scene: Scene, name: Notice): Turn {
  return say(scene.session, [{ kind: 'notice', notice: name }]);
}
