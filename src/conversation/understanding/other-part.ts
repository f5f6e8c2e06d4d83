import { type Amount, rounded } from './amounts-in.ts';
import { isSeparating } from './message.ts';
import type { Item } from './tag.ts';

/** Which way of doing things the words around an amount tell of. */
export type Side = 'net' | 'other' | undefined;

/**
 * What is left for the net when all percentages named are of other ways ("45 % by phone, the rest online"), or what is
 * named of it beside another way. Undefined where nothing of the kind is said. It is a guess: the question is which
 * part was asked for.
 */
export function otherPart(items: readonly Item[], amounts: readonly Amount[]): number | undefined {
  if (amounts.some(({ ranged, start }) => ranged && items[start - 1]?.tag.is !== 'and')) return undefined;
  const sides = sidesOf(items, amounts);
  const all = amounts.reduce((sum, { value }) => sum + value, 0);
  if (sides.every(side => side === 'other')) return all <= 100 ? rounded(100 - all) : undefined;
  const [amount, other] = amounts;
  const isNet = sides.includes('net') && sides.includes('other');
  return isNet && amount && other && amounts.length === 2
    ? netOf(sides[0] === 'net' ? amount : other, all)
    : undefined;
}

/** "800 online and 1200 at the desk" are 40 %; "40 % online and 60 % at the desk" add up by themselves. */
function netOf({ value, measure, said }: Amount, all: number): number | undefined {
  if (all === 100) return value;
  return measure === undefined && said === 'plain' && all > 100 ? rounded((value / all) * 100) : undefined;
}

/** For each amount, which way it tells of. */
export function sidesOf(items: readonly Item[], amounts: readonly Amount[]): Side[] {
  const isRestNet = clausesIn(items).some(clause => has(clause, 'rest') && sideOf(clause, 'left') === 'net');
  return amounts.map(({ start, end }) => {
    const from = items.slice(0, start).findLastIndex(parts);
    const to = items.findIndex((item, at) => at >= end && parts(item));
    const clause = items.slice(from + 1, to < 0 ? items.length : to);
    // "The rest on paper" tells of what is left, and not of the number beside it.
    const side = has(clause, 'rest') ? undefined : sideOf(clause, 'named');
    return side ?? (isRestNet ? 'other' : undefined);
  });
}

function clausesIn(items: readonly Item[]): readonly (readonly Item[])[] {
  const at = items.findIndex(parts);
  return at < 0 ? [items] : [items.slice(0, at), ...clausesIn(items.slice(at + 1))];
}

function parts(item: Item): boolean {
  const { is } = item.tag;
  return isSeparating(item) || is === 'and' || is === 'but' || is === 'range' || is === 'plus';
}

function has(items: readonly Item[], ...kinds: Item['tag']['is'][]): boolean {
  return items.some(({ tag }) => kinds.includes(tag.is));
}

/** "Every fourth does not" tells of the other three; of what is left, only the way is told. */
function sideOf(items: readonly Item[], what: 'named' | 'left'): Side {
  if (has(items, 'by-net')) return has(items, 'no') ? 'other' : 'net';
  if (has(items, 'not-by-net')) return 'other';
  return what === 'named' && items.at(-1)?.tag.is === 'no' ? 'other' : undefined;
}
