/** What is asked beside the questions with a yes or no, and what stays open beneath it. */
import { type Scene, withPending } from './context.ts';
import type { Pending } from './session.ts';

/** A question that a yes or no answers. It lapses with the next message. */
export type YesOrNo = Exclude<Pending, { kind: 'step' | 'reason' | 'note' | 'prefill' | 'prefill-where' }>;

/** A question that stays open until it is answered. */
export type Lasting = Exclude<Pending, YesOrNo>;

export function isYesOrNo(pending: Pending | undefined): pending is YesOrNo {
  return pending !== undefined && !isLasting(pending);
}

/** What stays open when a yes-or-no question is over; a lasting question is that itself. */
export function lastingOf(pending: Pending | undefined): Lasting | undefined {
  if (pending === undefined || isLasting(pending)) return pending;
  return 'beneath' in pending ? pending.beneath : undefined;
}

/** The scene in which a yes-or-no question is over. */
export function withoutYesOrNo<S extends Scene>(scene: S): S {
  const { pending } = scene.session;
  return isYesOrNo(pending) ? withPending(scene, lastingOf(pending)) : scene;
}

function isLasting(pending: Pending): pending is Lasting {
  return ['step', 'reason', 'note', 'prefill', 'prefill-where'].includes(pending.kind);
}
