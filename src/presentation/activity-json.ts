import type { OutgoingActivity } from './activity.ts';
import { asciiJson } from './json-text.ts';

/** Activities that look alike for everybody are drawn once, and so they are written once. */
const written = new WeakMap<OutgoingActivity, string>();

/**
 * The activity with more fields, as JSON in ASCII. Its own id is left out: what becomes of it is for the channel to
 * say. `more` may hold none of the fields that the activity has.
 */
export function activityJson(activity: OutgoingActivity, more: object): string {
  let own = written.get(activity);
  if (own === undefined) {
    own = asciiJson({ ...activity, id: undefined });
    written.set(activity, own);
  }
  return `${own.slice(0, -1)},${asciiJson(more).slice(1)}`;
}
