import { asksAnything } from './clauses.ts';
import { timesAYear } from './combined.ts';
import type { Message } from './message.ts';
import { fits, type NumberPlace } from './number-field.ts';
import { sidesOf } from './other-part.ts';
import type { AnswerReading } from './reading.ts';
import type { Item } from './tag.ts';

/** "None", "all on paper": where all such words come to the same. */
export function readWorded(
  message: Message,
  items: readonly Item[],
  place: NumberPlace,
): AnswerReading | undefined {
  const said = items.flatMap(({ tag }, at) => (tag.is === 'vague' ? [{ at, tag }] : []));
  const places = said.map(({ at, tag }) => ({ start: at, end: at + 1, value: tag.number, ...PLAIN }));
  const sides = place.field === 'percent' ? sidesOf(items, places) : [];
  const values = said.map(({ tag }, nth) => (sides[nth] === 'other' ? 100 - tag.number : tag.number));
  const [only, more] = new Set(values);
  if (only === undefined || more !== undefined || items.some(({ tag }) => tag.is === 'except'))
    return undefined;
  const value = only * (place.field === 'count' ? timesAYear(items) : 1);
  const plain = said.every(({ tag }) => tag.worded) && items.every(({ tag }) => BESIDE_WORDED.has(tag.is));
  const sure = plain && !asksAnything(message);
  return fits(value, place) ? { kind: 'answer', value, sure, open: !sure } : undefined;
}

const PLAIN = { said: 'plain', ranged: false } as const;

/** What takes nothing from "every single one" or "it was free". */
const BESIDE_WORDED = new Set<Item['tag']['is']>(['vague', 'by-net', 'unit', 'particle', 'break', 'percent']);
