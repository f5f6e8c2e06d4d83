import type { OutgoingActivity } from './activity.ts';
import { oneByte } from './json-text.ts';

/**
 * Drawings that look alike for everybody, each with its JSON once it has been written. No others: V8's young collections take
 * every value of a WeakMap for alive, whether its key is or not, so each card of a single person would live for minutes.
 */
const alike = new WeakMap<OutgoingActivity, { text?: string }>();

/** Tells that these activities look alike for everybody and are kept (`render.ts`). */
export function keepAlike(activities: readonly OutgoingActivity[]): void {
  for (const activity of activities) alike.set(activity, {});
}

/**
 * The activity with more fields (given as JSON of an object that is not empty), as JSON. Its own id is left out: what
 * becomes of it is for the channel to say. `more` may hold none of the fields that the activity has.
 */
export function activityJson(activity: OutgoingActivity, more: string): string {
  const kept = alike.get(activity);
  const own = kept?.text ?? ownText(activity);
  if (kept) kept.text = own;
  return `${own.slice(0, -1)},${more.slice(1)}`;
}

function ownText(activity: OutgoingActivity): string {
  return oneByte(JSON.stringify(activity.id === undefined ? activity : { ...activity, id: undefined }));
}
