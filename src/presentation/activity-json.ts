import type { OutgoingActivity } from './activity.ts';
import { memoOfAlike } from './drawn-alike.ts';
import { oneByte } from './json-text.ts';

const ownText = memoOfAlike((activity: OutgoingActivity) =>
  oneByte(JSON.stringify({ ...activity, id: undefined })),
);

/**
 * The activity with more fields (given as JSON of an object that is not empty), as JSON. Its own id is left out: what
 * becomes of it is for the channel to say. `more` may hold none of the fields that the activity has.
 */
export function activityJson(activity: OutgoingActivity, more: string): string {
  const own = ownText(activity);
  return `${own.slice(0, -1)},${more.slice(1)}`;
}
