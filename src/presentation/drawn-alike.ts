import type { OutgoingActivity } from './activity.ts';

const alike = new WeakSet<object>();

/** Tells that these activities look alike for everybody and are kept. */
export function keepAlike(activities: readonly OutgoingActivity[]): void {
  for (const activity of activities)
    for (const one of [activity, ...(activity.attachments ?? [])]) alike.add(one);
}

/**
 * A function that works a thing out once for each drawing that is kept, and anew for all others: V8's young collections take
 * every value of a WeakMap for alive, whether its key is or not, so each card of a single person would live for minutes.
 */
export function memoOfAlike<Drawn extends object>(work: (drawn: Drawn) => string): (drawn: Drawn) => string {
  const known = new WeakMap<Drawn, string>();
  return drawn => {
    if (!alike.has(drawn)) return work(drawn);
    const text = known.get(drawn) ?? work(drawn);
    known.set(drawn, text);
    return text;
  };
}
