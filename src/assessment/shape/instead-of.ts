import { slipsBetween } from './slips-between.ts';

/** The way out of a name that there is not: the one that was meant, else those there are. Empty where there are none. */
export function insteadOf(name: string, known: readonly string[]): string {
  const meant = nearestName(name, known);
  if (meant !== undefined) return `: did you mean ${meant}?`;
  return known.length > 0 ? `: it is one of ${someOf(known)}` : '';
}

/** The one of the known names that differs from the given one by a slip or two, or by capitals. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  // In a name of three letters every second slip makes another word: "min", "max".
  const most = name.length < 4 ? 1 : 2;
  const slips = (one: string) => slipsBetween(name.toLowerCase(), one.toLowerCase(), most);
  const [nearest] = known
    .map(one => ({ one, slips: slips(one) }))
    .filter(({ one, slips }) => one !== name && slips <= most)
    .toSorted((a, b) => a.slips - b.slips);
  return nearest?.one;
}

const MOST_NAMED = 8;

export function someOf(names: readonly string[]): string {
  return names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? ' …' : '');
}
