/** A person's answers among those of many: added with the result, replaced by the next one, taken out with what they erase. */
import { contributionOf } from '../assessment/collecting.ts';
import type { RunScene, Scene } from './context.ts';
import type { Effect } from './effect.ts';
import type { Session } from './session.ts';

interface Contributed {
  readonly session: Session;
  readonly effects: readonly Effect[];
}

/** Adds the answers of a run that has come to its result, where its instrument collects any. */
export function contribute({ context, session, run, instrument, now }: RunScene): Contributed {
  const { collects } = instrument;
  const made = collects && contributionOf(collects, run.answers);
  if (!made) return takeOut(session, run.dialog);
  const before = session.contributed?.[run.dialog];
  const member = before?.member ?? context.memberName?.();
  if (member === undefined) return { session, effects: [] };
  const { group, answers } = made;
  const since = before?.since ?? now;
  const moved =
    before?.group !== undefined && before.group !== group ? takeOut(session, run.dialog).effects : [];
  return {
    session: { ...session, contributed: { ...session.contributed, [run.dialog]: { member, since, group } } },
    effects: [
      ...moved,
      { kind: 'contribute', of: { dialog: run.dialog, group }, member, collected: { since, answers } },
    ],
  };
}

/**
 * Takes out what was added of a dialog. Its name and when it was first added stay: answers that come back under them
 * are no new ones, or one person could count as ten.
 */
export function takeOut(session: Session, dialog: string): Contributed {
  const { member, since, group } = session.contributed?.[dialog] ?? {};
  if (member === undefined || since === undefined || group === undefined) return { session, effects: [] };
  return {
    session: { ...session, contributed: { ...session.contributed, [dialog]: { member, since } } },
    effects: [{ kind: 'withdraw', of: { dialog, group }, member }],
  };
}

/** Takes out all that was ever added in this conversation. */
export function takeOutAll({ session }: Pick<Scene, 'session'>): readonly Effect[] {
  return Object.keys(session.contributed ?? {}).flatMap(dialog => takeOut(session, dialog).effects);
}
