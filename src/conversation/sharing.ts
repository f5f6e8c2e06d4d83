/** A result shown to others: offered in a chat of one's own under a code, and shown where the code is said. */
import { ownNames } from '../assessment/own-names.ts';
import { withoutAnswers } from '../assessment/without-answers.ts';
import { before, notice, type RunScene, type Scene, say, type Turn } from './context.ts';
import type { Effect } from './effect.ts';
import type { ResumeKey } from './kept.ts';
import type { Notice } from './notice.ts';
import { refOf } from './place.ts';
import { finish, outcomeOf } from './reviewing.ts';
import type { Session } from './session.ts';
import type { SharedResult } from './shared-result.ts';

/** How long a code opens a result, and how long a link does. */
export const SHARED_MINUTES = 60;
export const LINK_DAYS = 30;
/** Links of a conversation at a time: for a new one the oldest is called back. */
const MOST_LINKS = 5;

/** Offers the result in hand by a link, and in a chat of one's own in Teams under a short code as well. */
export function offerShare(scene: Scene, run: RunScene | undefined): Turn {
  const { place } = scene.session;
  if (place === 'group') return notice(scene, 'share-in-personal');
  const { shareCode, link } = scene.context;
  const offered = {
    ...(place === 'personal' && shareCode && { code: shareCode() }),
    ...(link && { link: link() }),
  };
  if (Object.keys(offered).length === 0) return notice(scene, 'unavailable-here');
  return onShownResult(scene, run, { none: 'nothing-to-share', act: shown => share(shown, offered) });
}

interface Offered {
  readonly code?: string;
  readonly link?: ResumeKey;
}

function share(run: RunScene, { code, link }: Offered): Turn {
  const { outcome, wished } = outcomeOf(run);
  const shared: SharedResult = { ...refOf(run.instrument), at: run.now, outcome: withoutAnswers(outcome) };
  const names = ownNames(shared.outcome);
  const showing = { ...(names.length > 0 && { names }) };
  const { session, effects } = link ? linked(run, link) : { session: run.session, effects: [] };
  return say(
    session,
    [
      ...(code === undefined
        ? []
        : [{ kind: 'share-offered', code, minutes: SHARED_MINUTES, ...showing } as const]),
      ...(link ? [{ kind: 'link-offered', ...link, days: LINK_DAYS, ...showing } as const] : []),
    ],
    [
      ...(code === undefined ? [] : [{ kind: 'share', code, shared } as const]),
      ...(link ? [{ kind: 'link', key: link.key, shared } as const] : []),
      ...effects,
      { kind: 'count', counter: 'shared' },
      ...wished,
    ],
  );
}

/** The conversation with one link more; what is too many is called back. */
function linked({ session }: Scene, { key }: ResumeKey): { session: Session; effects: readonly Effect[] } {
  const links = [...(session.links ?? []), key];
  const over = links.slice(0, Math.max(links.length - MOST_LINKS, 0));
  return {
    session: { ...session, links: links.slice(-MOST_LINKS) },
    effects: over.map(one => ({ kind: 'unlink', key: one })),
  };
}

/** Calls back every link of this conversation. */
export function unshare(scene: Scene): Turn {
  const { links, parts, ...session } = scene.session;
  if (!links && !parts) return notice(scene, 'no-links');
  return say(session, [{ kind: 'notice', notice: 'links-closed' }], closing(scene));
}

/** What closes the links that a conversation has open. */
export function closing({ session: { links = [], parts = [] } }: Pick<Scene, 'session'>): readonly Effect[] {
  return [
    ...links.map(key => ({ kind: 'unlink', key }) as const),
    ...parts.map(({ key }) => ({ kind: 'close-part', key }) as const),
  ];
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
