import type { Activity } from './activity.ts';
import type { Greeting } from './greeting.ts';
import type { Outbox } from './outbox.ts';
import type { Arrived } from './show-arrived.ts';
import type { Transcript } from './transcript.ts';

/** After it nothing that was said before may stay on the screen. */
export const ERASED = 'assessment/erased';

export interface Receivers {
  readonly transcript: Transcript;
  readonly outbox: Outbox;
  readonly greeting: Greeting;
}

/** Puts a set of activities on the screen; tells what is new of the bot's. */
export function receive(
  activities: readonly Activity[],
  { transcript, outbox, greeting }: Receivers,
): Arrived[] {
  const arrived: Arrived[] = [];
  for (const activity of activities) {
    if (activity.type !== 'message') continue;
    if (activity.from?.role !== 'bot') outbox.heard(activity);
    else if (greeting.standsFor(activity) === 'stands') transcript.adopt(greeting.element, activity.id);
    else arrived.push({ ...transcript.put(activity, 'bot'), activity });
  }
  if (activities.some(({ type, name }) => type === 'event' && name === ERASED)) {
    transcript.clear(new Set(arrived.map(({ element }) => element)));
  }
  return arrived;
}
