import { isSeparating, type Message } from './message.ts';
import { numbersOf } from './numerals.ts';
import type { Item } from './tag.ts';

/** The option a message picks by its place in the shown order: "2", "toinen", "viimeinen", "b)". */
export function readPosition({ items, whole }: Message, options: readonly string[]): string | undefined {
  const letter = /^\(?([a-h])\)?$/.exec(whole)?.[1];
  if (letter && (whole.endsWith(')') || letter < 'e'))
    return options[letter.charCodeAt(0) - 'a'.charCodeAt(0)];
  const places = items.flatMap(({ tag }) => placesOf(tag));
  const [place] = places;
  if (place === undefined || places.length > 1 || !items.every(mayStandBeside)) return undefined;
  return place === 'last' ? options.at(-1) : options[place - 1];
}

function placesOf(tag: Item['tag']): (number | 'last')[] {
  if (tag.is === 'position') return [tag.nth];
  if (tag.is === 'figure') return [tag.value];
  return tag.is === 'numeral' ? numbersOf(tag.parts) : [];
}

function mayStandBeside(item: Item): boolean {
  const { tag } = item;
  if (tag.is === 'break') return isSeparating(item) ? tag.mark !== '?' : tag.mark === '#';
  return placesOf(tag).length > 0 || tag.is === 'around';
}
