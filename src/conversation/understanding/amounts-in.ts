import { numbersOf, type Part } from './numerals.ts';
import type { Item } from './tag.ts';

/** A number said in figures, words or as a share of something. */
export interface Amount {
  readonly value: number;
  /** What it was said as: "80", "80 %", "four out of five". */
  readonly said: 'plain' | 'percent' | 'share';
  /** Joined to the amount before by a dash or a word like "to". */
  readonly ranged: boolean;
  readonly grouped?: number;
  /** Where it ends among the items. */
  readonly end: number;
}

/** The amounts a row of items names, in their order. */
export function amountsIn(items: readonly Item[]): Amount[] {
  const amounts: Amount[] = [];
  for (let at = 0; at < items.length; ) {
    const found = amountAt(items, at, amounts.length > 0);
    amounts.push(...(found?.amounts ?? []));
    at = found?.next ?? at + 1;
  }
  return amounts;
}

interface Found {
  readonly amounts: readonly Amount[];
  readonly next: number;
}

/** The amount that begins at this item, with what makes it a share, a percentage or negative. */
function amountAt(items: readonly Item[], at: number, follows: boolean): Found | undefined {
  const run = runAt(items, at);
  const last = run.numbers.at(-1);
  const after = items[run.next]?.tag;
  if (after?.is === 'fraction')
    return foundShare((last ?? 1) / after.parts, run.next + 1, run.numbers.slice(0, -1));
  if (last === undefined) return undefined;
  if (after?.is === 'out-of') return foundShare(last / after.whole, run.next + 1, run.numbers.slice(0, -1));
  const whole = after?.is === 'of' ? runAt(items, run.next + 1) : undefined;
  const [of] = whole?.numbers ?? [];
  if (whole && of) return foundShare(last / of, whole.next, run.numbers.slice(0, -1));
  return foundPlain(items, at, run, follows);
}

function foundShare(share: number, end: number, others: readonly number[]): Found {
  const amount = { value: rounded(share * 100), said: 'share', ranged: false, end } as const;
  return { amounts: [...others.map(value => plain(value, end)), amount], next: end };
}

function plain(value: number, end: number): Amount {
  return { value, said: 'plain', ranged: false, end };
}

function foundPlain(items: readonly Item[], at: number, run: Run, follows: boolean): Found {
  const percent = items[run.next]?.tag.is === 'percent';
  const next = percent ? run.next + 1 : run.next;
  const before = items[at - 1];
  const joined = before?.tag.is === 'range' ? before.tag : undefined;
  const negative = before?.tag.is === 'minus' || (joined?.dash === true && !follows);
  const amounts = run.numbers.map((value, nth) => ({
    value: negative ? -value : value,
    said: percent && nth === run.numbers.length - 1 ? ('percent' as const) : ('plain' as const),
    ranged: joined !== undefined && follows && nth === 0,
    end: next,
    ...(run.grouped !== undefined && { grouped: run.grouped }),
  }));
  return { amounts, next };
}

interface Run {
  readonly numbers: readonly number[];
  readonly next: number;
  readonly grouped?: number;
}

/** Figures and numerals in a row: "2 · thousand" is one number, "80 · 85" are two. */
function runAt(items: readonly Item[], start: number): Run {
  let run: Run = { numbers: [], next: start };
  for (;;) {
    const longer = figureAt(items, run) ?? numeralsAt(items, run);
    if (!longer) return run;
    run = longer;
  }
}

function figureAt(items: readonly Item[], { numbers, next }: Run): Run | undefined {
  const tag = items[next]?.tag;
  if (tag?.is !== 'figure') return undefined;
  const { value, grouped } = tag;
  return { numbers: [...numbers, value], next: next + 1, ...(grouped !== undefined && { grouped }) };
}

function numeralsAt(items: readonly Item[], { numbers, next }: Run): Run | undefined {
  let parts: readonly Part[] = [];
  let at = next;
  for (; at < items.length; at++) {
    const tag = items[at]?.tag;
    if (tag?.is === 'numeral') parts = [...parts, ...tag.parts];
    else if (!isAnd(tag) || !joinsHundreds(parts, items[at + 1])) break;
  }
  if (parts.length === 0) return undefined;
  const times = numbers.length > 0 ? timesOf(parts) : undefined;
  const counted = times
    ? [...numbers.slice(0, -1), (numbers.at(-1) ?? 1) * times]
    : [...numbers, ...numbersOf(parts)];
  return { numbers: counted, next: at };
}

/** "Between 70 and 80" makes "and" a range as well. */
function isAnd(tag: Item['tag'] | undefined): boolean {
  return tag?.is === 'and' || (tag?.is === 'range' && !tag.dash);
}

/** "2 thousand": the parts only multiply. */
function timesOf(parts: readonly Part[]): number | undefined {
  return parts.every(({ times }) => times !== undefined)
    ? parts.reduce((product, { times }) => product * (times ?? 1), 1)
    : undefined;
}

/** "Two hundred and fifty". */
function joinsHundreds(parts: readonly Part[], next: Item | undefined): boolean {
  return next?.tag.is === 'numeral' && parts.length > 0 && (numbersOf(parts).at(-1) ?? 1) % 100 === 0;
}

/** To one decimal, as percentages are said. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
