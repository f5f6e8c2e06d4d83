import type { Collection } from './port.ts';

/** A member's name as text from which it can be read back whatever it holds: JSON escapes even half a surrogate pair. */
export function formatMember(member: string): string {
  return JSON.stringify(member);
}

/** The collection of what is kept as pairs of formatMember's text and a value; what it did not write is left out. */
export function toCollection(pairs: Iterable<readonly [member: string, value: string]>): Collection {
  const collection: Collection = new Map();
  for (const [text, value] of pairs) {
    const member: unknown = JSON.parse(text);
    if (typeof member === 'string') collection.set(member, value);
  }
  return collection;
}
