import { product } from './figures.ts';
import { isSeparating } from './message.ts';
import { numbersAt, pastArticles } from './number-runs.ts';
import type { Item } from './tag.ts';

/** A time said in pieces. */
export interface Duration {
  readonly minutes: number;
  readonly next: number;
}

/** One piece of a time; `timed` where minutes alone would not tell it, `unit` its minutes. */
interface Piece extends Duration {
  readonly timed: boolean;
  readonly unit: number;
}

type Items = readonly Item[];

/** "Half an hour", "2 h 15 min", "an hour and a quarter", "a third of an hour": minutes, together. */
export function durationAt(items: Items, start: number): Duration | undefined {
  let minutes = 0;
  let at = start;
  let timed = false;
  let unit = 0;
  for (;;) {
    const next: Piece | undefined =
      pieceAt(items, timed && isJoin(items[at]?.tag) ? at + 1 : at) ?? restAt(items, at, unit);
    if (!next) break;
    // "An eight-hour working day" is one time, said twice.
    minutes += timed && next.unit > unit ? 0 : next.minutes;
    timed ||= next.timed;
    unit = next.unit;
    at = next.next;
  }
  return timed ? { minutes: product(minutes, 1), next: at } : undefined;
}

function isJoin(tag: Item['tag'] | undefined): boolean {
  return tag?.is === 'and';
}

function pieceAt(items: Items, at: number): Piece | undefined {
  const { numbers, next } = numbersAt(items, at);
  const [number, more] = numbers;
  if (more) return undefined;
  if (number && isHalfHourMore(items, next))
    return { minutes: number.value * 60 + 30, timed: true, unit: 30, next: next + 2 };
  const share = shareAt(items, next);
  const unit = unitAt(items[share?.next ?? next]?.tag);
  if (!unit || !(number || share || unit.whole)) return undefined;
  const timed = unit.whole || unit.minutes !== 1 || share !== undefined;
  const minutes = Math.round((number?.value ?? 1) * (share?.of ?? 1) * unit.minutes * 100) / 100;
  return { minutes, timed, unit: unit.minutes, next: (share?.next ?? next) + 1 };
}

/** "Two · and · half an hour" are two hours and a half. */
function isHalfHourMore(items: Items, at: number): boolean {
  const tag = items[at + 1]?.tag;
  return isJoin(items[at]?.tag) && tag?.is === 'duration' && tag.minutes === 30;
}

/** A unit that may have a number before it; `whole`: it is a time by itself. */
function unitAt(
  tag: Item['tag'] | undefined,
): { readonly minutes: number; readonly whole: boolean } | undefined {
  if (tag?.is === 'duration') return { minutes: tag.minutes, whole: true };
  if (tag?.is !== 'unit') return undefined;
  if (tag.minutes !== undefined) return { minutes: tag.minutes, whole: false };
  return tag.counts === 'minutes' ? { minutes: 1, whole: false } : undefined;
}

/** "A third of", before a unit of time. */
function shareAt(items: Items, at: number): { readonly of: number; readonly next: number } | undefined {
  const tag = items[at]?.tag;
  if (tag?.is !== 'fraction') return undefined;
  return { of: 1 / tag.parts, next: pastArticles(items, items[at + 1]?.tag.is === 'of' ? at + 2 : at + 1) };
}

/** What may follow a whole hour: "and a half", "1 h 20". */
function restAt(items: Items, at: number, unit: number): Piece | undefined {
  if (unit === 0) return undefined;
  if (items[at]?.tag.is === 'and-half') return { minutes: unit / 2, timed: true, unit: 0, next: at + 1 };
  const { numbers, next } = numbersAt(items, at);
  const [number, more] = numbers;
  const after = items[next];
  const ends = !after || isSeparating(after) || after.tag.is === 'particle';
  if (unit !== 60 || !number || more || !ends) return undefined;
  return Number.isInteger(number.value) && number.value > 0 && number.value < 60
    ? { minutes: number.value, timed: true, unit: 0, next }
    : undefined;
}
