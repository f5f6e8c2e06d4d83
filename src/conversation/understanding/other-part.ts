import { type Amount, rounded } from './amounts-in.ts';
import { isSeparating } from './message.ts';
import type { NumberPlace } from './number-field.ts';
import type { Item } from './tag.ts';

/**
 * What is left for the net when all percentages named are of other ways: "45 % by phone, the rest online". Undefined
 * where nothing of the kind is said. It is a guess: the question is which part was asked for.
 */
export function otherPart(
  items: readonly Item[],
  amounts: readonly Amount[],
  { field }: NumberPlace,
): number | undefined {
  if (field !== 'percent' || amounts.some(({ ranged }) => ranged)) return undefined;
  const sides = sidesOf(items, amounts);
  if (sides.length !== amounts.length || sides.some(side => side !== 'other')) return undefined;
  const left = 100 - amounts.reduce((sum, { value }) => sum + value, 0);
  return left >= 0 ? rounded(left) : undefined;
}

type Side = 'net' | 'other' | undefined;

/** For each amount, which way the words around it tell of. */
function sidesOf(items: readonly Item[], amounts: readonly Amount[]): Side[] {
  return amounts.map(({ end }) => {
    const from = items.slice(0, Math.max(0, end - 1)).findLastIndex(parts);
    const to = items.findIndex((item, at) => at >= end && parts(item));
    return sideOf(items.slice(from + 1, to < 0 ? items.length : to));
  });
}

function parts(item: Item): boolean {
  return isSeparating(item) || item.tag.is === 'and' || item.tag.is === 'but' || item.tag.is === 'range';
}

function sideOf(items: readonly Item[]): Side {
  const says = (...kinds: Item['tag']['is'][]) => items.some(({ tag }) => kinds.includes(tag.is));
  // "The rest on paper" tells of what is left, and not of the number beside it.
  if (says('rest')) return undefined;
  if (says('by-net')) return says('no') ? 'other' : 'net';
  return says('not-by-net') ? 'other' : undefined;
}

/** Cases a year where cases a month were named: a guess, for no two months are alike. */
export function perYear(
  items: readonly Item[],
  amounts: readonly Amount[],
  { field }: NumberPlace,
): number | undefined {
  const [amount, second] = amounts;
  const times = timesAYear(items);
  return field === 'count' && amount && !second && times !== 1 ? amount.value * times : undefined;
}

/** 12 for "a month"; 1 where nothing is said, or two different things. */
export function timesAYear(items: readonly Item[]): number {
  const [times, more] = items.flatMap(({ tag }) => (tag.is === 'per' ? [tag.times] : []));
  return more === undefined ? (times ?? 1) : 1;
}
