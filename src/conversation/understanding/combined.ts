/** What amounts say together, as a guess to be confirmed: a sum, the middle of a range, what all but them is. */
import { type Amount, isYear, rounded } from './amounts-in.ts';
import { product } from './figures.ts';
import { type NumberPlace, settle } from './number-field.ts';
import { otherPart, sidesOf } from './other-part.ts';
import type { Item } from './tag.ts';

/** `unclear`: the amounts are no answer as they stand, and what they come to cannot be told. */
export type Combined = { readonly value: number } | 'unclear';

type Items = readonly Item[];
type Amounts = readonly [Amount, ...Amount[]];

/** Undefined where one amount speaks for itself. */
export function toldTogether(items: Items, amounts: Amounts, place: NumberPlace): Combined | undefined {
  const told =
    inAYear(items, amounts, place) ?? (place.field === 'percent' ? ofAll(items, amounts) : undefined);
  if (told || amounts.length === 1) return told;
  return middleOf(items, amounts, place) ?? totalOf(items, amounts, place) ?? 'unclear';
}

/**
 * Cases a year where cases a month were named, and likewise what was paid: a guess, for no two months are alike. How
 * much is paid in all, or saved in each case, does not follow from a month of it.
 */
function inAYear(items: Items, amounts: Amounts, place: NumberPlace): Combined | undefined {
  const all = timesIn(items);
  const [first, other] = new Set(all.map(({ times }) => times));
  if (first === undefined || (!PER_TIME.includes(place.field) && other === undefined)) return undefined;
  if (amounts.length > 1) return place.field === 'count' ? yearlyTotal(items, amounts, place) : 'unclear';
  const told = place.field === 'count' || (place.field === 'euros' && isYearRound(items));
  return told && other === undefined ? { value: product(amounts[0].value, first) } : 'unclear';
}

/** Of what a number a month, or a week, may be told. */
const PER_TIME: readonly NumberPlace['field'][] = ['count', 'euros', 'minutes'];

/** "10 a month and 20 a week": each is counted up to a year, where each says how often. */
function yearlyTotal(items: Items, amounts: Amounts, place: NumberPlace): Combined {
  const joints = amounts.slice(1).map((other, at) => jointOf(items, amounts[at] ?? other, other));
  if (!joints.every(joint => joint === 'and' || joint === 'plus')) return 'unclear';
  const all = timesIn(items);
  let total = 0;
  for (const [nth, amount] of amounts.entries()) {
    const next = amounts[nth + 1]?.start ?? items.length;
    const [often, more] = all.filter(({ at }) => at >= amount.end && at < next);
    const value = settledValue(amount, place);
    if (!often || more || value === undefined) return 'unclear';
    total += product(value, often.times);
  }
  return { value: total };
}

const WORKDAYS = 250;

/** How often a year, wherever a message says so: 12 for "a month". */
function timesIn(items: Items): { readonly at: number; readonly times: number }[] {
  return items.flatMap(({ tag }, at) => {
    if (tag.is !== 'per') return [];
    return [{ at, times: tag.times === WORKDAYS && isYearRound(items) ? 365 : tag.times }];
  });
}

function isYearRound(items: Items): boolean {
  return items.some(({ tag }) => tag.is === 'year-round');
}

/** 12 for "a month"; 1 where nothing is said, or two different things. */
export function timesAYear(items: Items): number {
  const [times = 1, more] = new Set(timesIn(items).map(one => one.times));
  return more === undefined ? times : 1;
}

/** Per cents of what is done otherwise, or left out: "all but one in ten". */
function ofAll(items: Items, amounts: Amounts): Combined | undefined {
  const [amount, second] = amounts;
  const but = items.findLastIndex(({ tag }, at) => tag.is === 'except' && at < amount.start);
  if (but >= 0 && !items.slice(but, amount.start).some(({ tag }) => tag.is === 'break')) {
    const isShare = amount.said === 'share' || amount.measure === 'percent';
    return isShare && !second ? { value: rounded(100 - amount.value) } : 'unclear';
  }
  const value = otherPart(items, amounts);
  return value === undefined ? undefined : { value };
}

/** From this many per cents on a municipality may stand on another step of the stair. */
const LIMIT = 80;

/** The middle of a range, where the limit does not lie in it; of minutes that went down, what was saved. */
function middleOf(items: Items, amounts: Amounts, place: NumberPlace): Combined | undefined {
  const [one, other, more] = amounts;
  if (!other || more || !isRange(items, one, other)) return undefined;
  const high = settledValue(other, place);
  const low = settledValue(alike(one, other), place);
  if (high === undefined || low === undefined || (isYear(low) && isYear(high))) return 'unclear';
  if (low > high) return place.field === 'minutes' && isSpan(items, one) ? { value: low - high } : 'unclear';
  if (place.field !== 'percent') return between(low, high, place);
  const [side, same] = sidesOf(items, amounts);
  const ends =
    side === 'other' || same === 'other' ? ([100 - high, 100 - low] as const) : ([low, high] as const);
  return ends[0] > LIMIT === ends[1] > LIMIT ? { value: middle(...ends, place) } : 'unclear';
}

/** Between 101 and 102 cases there is none that could be meant. */
function between(low: number, high: number, place: NumberPlace): Combined {
  const value = middle(low, high, place);
  return low < high && (value === low || value === high) ? 'unclear' : { value };
}

function middle(low: number, high: number, { field }: NumberPlace): number {
  return field === 'count' ? Math.round((low + high) / 2) : rounded((low + high) / 2);
}

/** "Two to three thousand" are both thousands. */
function alike(one: Amount, { by, value }: Amount): Amount {
  return by && by >= 100 && !one.by && one.value < value / by + 1
    ? { ...one, value: product(one.value, by) }
    : one;
}

function isRange(items: Items, one: Amount, other: Amount): boolean {
  const joint = jointOf(items, one, other);
  return joint === 'range' || (joint === 'and' && items.some(({ tag }) => tag.is === 'between'));
}

/** "From 40 to 12", and not "40-12". */
function isSpan(items: Items, { end }: Amount): boolean {
  const tag = items[end]?.tag;
  return tag?.is === 'range' && !tag.dash;
}

/** "4k + 3k", "licences 4000 and training 3000", "a hundred minus two". */
function totalOf(items: Items, amounts: Amounts, place: NumberPlace): Combined | undefined {
  const joints = amounts.slice(1).map((other, at) => jointOf(items, amounts[at] ?? other, other));
  const adds = joints.every(
    joint => joint === 'plus' || joint === 'minus' || (joint === 'and' && place.field !== 'percent'),
  );
  const values = amounts.map(amount => settledValue(amount, place));
  if (!adds || amounts.some(({ value, by }) => isYear(value) && !by)) return undefined;
  // "A ten-thousand licence and twenty of work": twenty of what?
  const [least, most] = [
    Math.min(...values.map(value => value ?? 0)),
    Math.max(...values.map(value => value ?? 0)),
  ];
  if (least >= 0 && least < 100 && most >= 1000) return 'unclear';
  const total = values.reduce(
    (sum, value) => (sum === undefined || value === undefined ? undefined : sum + value),
    0,
  );
  return total === undefined || total < 0 ? 'unclear' : { value: product(total, 1) };
}

/** How two amounts are joined; undefined where words that do not join stand between them. */
function jointOf(items: Items, one: Amount, other: Amount): 'range' | 'and' | 'plus' | 'minus' | undefined {
  const between = items.slice(one.end, other.start).map(({ tag }) => tag.is);
  const [first, more] = between;
  if (first === 'range') return more === undefined ? 'range' : undefined;
  if (between.includes('break') || between.includes('range') || between.includes('or')) return undefined;
  if (between.includes('minus')) return 'minus';
  if (between.includes('plus')) return 'plus';
  return between.includes('and') ? 'and' : undefined;
}

function settledValue(amount: Amount, place: NumberPlace): number | undefined {
  if (amount.said === 'share') return place.field === 'percent' ? amount.value : undefined;
  const settled = settle(amount, place, amount.measure);
  return settled.kind === 'value' ? settled.value : undefined;
}
