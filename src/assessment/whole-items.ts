/** Where several items of an earlier version are one now, that one has the answers of one of them, whole. */
import { type AnswerKey, splitKey, type Value } from './answers.ts';

export interface Moved {
  /** The key now, and before. */
  readonly key: AnswerKey;
  readonly was: AnswerKey;
  /** Undefined: to be asked again. */
  readonly value: Value | undefined;
}

/**
 * Of two services that became one, one may be in use and by hand, the other planned: field by field they would tell of a
 * service that nobody has. The one that more was told of counts; of equals the one that was there already, or else the
 * first by its key. `merged` are the items of which another's answers were left out.
 */
export function wholeItems(moved: readonly Moved[]): {
  readonly counted: readonly Moved[];
  readonly merged: readonly string[];
} {
  const places = grouped(moved, ({ key }) => itemOf(key));
  const merged = [...places].filter(([, told]) => sourcesOf(told).size > 1);
  if (merged.length === 0) return { counted: moved, merged: [] };
  const winners = new Map(merged.map(([item, told]) => [item, winnerOf(item, told)]));
  const counted = moved.filter(({ key, was }) => (winners.get(itemOf(key)) ?? itemOf(was)) === itemOf(was));
  return { counted, merged: [...winners.keys()] };
}

function winnerOf(item: string, told: readonly Moved[]): string | undefined {
  const sources = [...sourcesOf(told)].map(([source, entries]) => ({
    source,
    count: entries.filter(({ value }) => value !== undefined).length,
  }));
  const [first] = sources.toSorted(
    (one, other) =>
      other.count - one.count ||
      Number(other.source === item) - Number(one.source === item) ||
      one.source.localeCompare(other.source, 'en'),
  );
  return first?.source;
}

function sourcesOf(told: readonly Moved[]): ReadonlyMap<string, readonly Moved[]> {
  return grouped(told, ({ was }) => itemOf(was));
}

function grouped(moved: readonly Moved[], by: (one: Moved) => string): ReadonlyMap<string, readonly Moved[]> {
  const groups = new Map<string, Moved[]>();
  for (const one of moved) {
    const group = groups.get(by(one));
    if (group) group.push(one);
    else groups.set(by(one), [one]);
  }
  return groups;
}

/** The item that a key is about: its path without the field. */
function itemOf(key: AnswerKey): string {
  return splitKey(key).items.join('.');
}
