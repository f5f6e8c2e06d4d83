import type { OutgoingActivity } from './activity.ts';

/** Activities that look alike for everybody are drawn once, and so they are written once. */
const written = new WeakMap<OutgoingActivity, string>();

/**
 * The activity with more fields, as JSON. Its own id is left out: what becomes of it is for the channel to
 * say. `more` may hold none of the fields that the activity has.
 */
export function activityJson(activity: OutgoingActivity, more: object): string {
  let own = written.get(activity);
  if (own === undefined) {
    own = JSON.stringify({ ...activity, id: undefined });
    written.set(activity, own);
  }
  return `${own.slice(0, -1)},${JSON.stringify(more).slice(1)}`;
}
