import type { OutgoingActivity } from './activity.ts';
import { oneByte } from './json-text.ts';

/** Replies without anything personal are drawn once (`render.ts`): here each such drawing is also written as JSON once. */
const written = new WeakMap<OutgoingActivity, string>();

/**
 * The activity with more fields (given as JSON of an object that is not empty), as JSON. Its own id is left out: what
 * becomes of it is for the channel to say. `more` may hold none of the fields that the activity has.
 */
export function activityJson(activity: OutgoingActivity, more: string): string {
  let own = written.get(activity);
  if (own === undefined) {
    own = oneByte(JSON.stringify({ ...activity, id: undefined }));
    written.set(activity, own);
  }
  return `${own.slice(0, -1)},${more.slice(1)}`;
}
