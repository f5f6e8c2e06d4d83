/** Throwing away: this conversation, and what was kept of it for longer. */
import { ask, sureReply } from './asking.ts';
import { notice, type Scene, say, type Turn } from './context.ts';
import { takeOutAll } from './contributing.ts';
import type { Effect } from './effect.ts';
import { allKept, namesKept, recall } from './kept-found.ts';
import { closing } from './sharing.ts';

/** Asks whether all of this conversation goes. What is kept longer is named, and can go with it. */
export function askErase(scene: Scene): Turn {
  const kept = namesKept(scene);
  if (kept === 'to-load') return recall(scene);
  return ask(
    scene,
    (nonce, beneath) => ({
      kind: 'confirm' as const,
      what: 'erase' as const,
      nonce,
      ...(kept.length > 0 && { kept: [...kept] }),
      beneath,
    }),
    sureReply,
  );
}

/** Asks whether what this conversation goes on with is thrown away; the conversation itself stays. */
export function askForget(scene: Scene): Turn {
  const { kept } = scene.session;
  if (!kept) return notice(scene, 'kept-give-code');
  return ask(
    scene,
    (nonce, beneath) => ({
      kind: 'confirm' as const,
      what: 'forget' as const,
      nonce,
      kept: [kept.name],
      beneath,
    }),
    sureReply,
  );
}

/** What this conversation went on with is kept no longer. */
export function forget(scene: Scene): Turn {
  const { kept, ...session } = scene.session;
  if (!kept) return notice(scene, 'kept-unknown');
  return say(session, [{ kind: 'notice', notice: 'kept-forgotten' }], [forgetting(scene, kept.key)]);
}

/**
 * Everything goes but the question: who did not get the word of it and says yes again gets it, not a new beginning. `all`:
 * what is kept for longer goes as well.
 */
export function erase(scene: Scene, what: 'conversation' | 'all'): Turn {
  if (what === 'all' && namesKept(scene) === 'to-load') return recall(scene);
  const { locale, serial, pending } = scene.session;
  const kept = allKept(scene);
  const asked = pending?.kind === 'confirm' ? pending : undefined;
  const stays = what === 'conversation' && (asked?.kept?.length ?? 0) > 0;
  return say(
    {
      locale,
      serial,
      misses: 0,
      runs: {},
      pending: pending && { kind: 'confirm', what: 'erase', nonce: pending.nonce },
    },
    [
      { kind: 'notice', notice: 'erased' },
      ...(stays ? [{ kind: 'notice', notice: 'kept-stays' } as const] : []),
    ],
    [
      ...takingBack(scene),
      ...(what === 'all' ? kept.map(({ key }) => forgetting(scene, key)) : []),
      { kind: 'erase-everything' },
    ],
  );
}

/** What a conversation has left elsewhere is taken back: answers among those of many, links, its part in a workshop. */
export function takingBack(scene: Pick<Scene, 'session'>): readonly Effect[] {
  return [...takeOutAll(scene), ...closing(scene), ...leavingWorkshop(scene.session)];
}

function forgetting({ context: { person } }: Scene, key: string): Effect {
  return { kind: 'forget', key, ...(person !== undefined && { person }) };
}

function leavingWorkshop({ workshop }: Scene['session']): Effect[] {
  if (!workshop) return [];
  const { id, secret } = workshop;
  return [{ kind: 'forget-workshop', id, ...(secret !== undefined && { secret }) }];
}
