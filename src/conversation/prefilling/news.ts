/** What has changed in a register since it was last looked into. */
import type { Prefilled } from '../../assessment/prefilled.ts';
import { type Found, WAYS_IN, type WayIn } from './found.ts';

export interface News {
  readonly item: string;
  readonly added: readonly WayIn[];
  readonly removed: readonly WayIn[];
}

/** None before the second look. An item that is there for the first time is an offer, no news. */
export function newsOf(prefilled: Prefilled, found: Found): News[] {
  const now = new Map([...found.sure, ...found.unsure].map(({ item, ways }) => [item, ways]));
  return Object.entries(prefilled.ways).flatMap(([item, was]) => {
    const is: readonly WayIn[] = now.get(item) ?? [];
    const added = is.filter(way => !was.includes(way));
    const removed = WAYS_IN.filter(way => was.includes(way) && !is.includes(way));
    return added.length + removed.length > 0 ? [{ item, added, removed }] : [];
  });
}

/** What is remembered of a look, for the next one. What was decided of an item is open again where it has changed. */
export function lookedInto(before: Prefilled | undefined, found: Found): Prefilled {
  const same = before?.municipality === found.municipality ? before : undefined;
  const changed = new Set(same && newsOf(same, found).map(({ item }) => item));
  const ways = [...found.sure, ...found.unsure].map(({ item, ways }) => [item, [...ways]] as const);
  return {
    municipality: found.municipality,
    day: found.day,
    sources: before?.sources ?? {},
    ways: Object.fromEntries(ways),
    decided: (same?.decided ?? []).filter(one => !changed.has(one)),
  };
}
