import { type Figure, product, times } from './figures.ts';
import type { Measure } from './number-field.ts';
import { numbersOf, type Part } from './numerals.ts';
import type { Item } from './tag.ts';

/** A number said in figures, words or as a share of something. */
export interface Amount extends Figure {
  /** What it was said as: "80" and "80 %", or "four out of five". */
  readonly said: 'plain' | 'share';
  /** What it was said to be a number of; a share is one of nothing. */
  readonly measure?: Measure;
  /** It was said in other units of time than minutes. */
  readonly timed?: boolean;
  /** Joined to the amount before by a dash, dots or a word like "to" or "or", or just beside it. */
  readonly ranged: boolean;
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
  const duration = durationAt(items, at);
  if (duration) return duration;
  const turned = outOfAt(items, at);
  if (turned) return turned;
  const run = runAt(items, at);
  const last = run.numbers.at(-1);
  const after = items[run.next]?.tag;
  if (after?.is === 'fraction')
    return foundShare((last?.value ?? 1) / after.parts, run.next + 1, run.numbers.slice(0, -1));
  if (last === undefined) return undefined;
  if (after?.is === 'out-of')
    return foundShare(last.value / after.whole, run.next + 1, run.numbers.slice(0, -1));
  const whole = after?.is === 'of' ? runAt(items, run.next + 1) : undefined;
  const [of] = whole?.numbers ?? [];
  if (whole && of?.value) return foundShare(last.value / of.value, whole.next, run.numbers.slice(0, -1));
  return foundPlain(items, { ...run, at }, follows);
}

/** "Kymmenestä kolme": out of ten, three. */
function outOfAt(items: readonly Item[], at: number): Found | undefined {
  const tag = items[at]?.tag;
  if (tag?.is !== 'out-of') return undefined;
  const { numbers, next } = runAt(items, at + 1);
  const [number, more] = numbers;
  return number && !more && number.value <= tag.whole
    ? foundShare(number.value / tag.whole, next, [])
    : undefined;
}

/** "Half an hour", "2 h 15 min", "an hour and a quarter": minutes, together. */
function durationAt(items: readonly Item[], start: number): Found | undefined {
  let minutes = 0;
  let at = start;
  let timed = false;
  for (;;) {
    const next = timeAt(items, timed && isJoin(items[at]?.tag) ? at + 1 : at);
    if (!next) break;
    minutes += next.minutes;
    timed ||= next.timed;
    at = next.next;
  }
  if (!timed) return undefined;
  const amount = {
    value: product(minutes, 1),
    said: 'plain',
    ranged: false,
    end: at,
    measure: 'minutes',
  } as const;
  return { amounts: [{ ...amount, timed }], next: at };
}

function isJoin(tag: Item['tag'] | undefined): boolean {
  return tag?.is === 'and' || (tag?.is === 'range' && !tag.dash);
}

/** One piece of a time: said in words, or a number with its unit; `timed` where minutes alone would not tell it. */
function timeAt(
  items: readonly Item[],
  at: number,
): { readonly minutes: number; readonly timed: boolean; readonly next: number } | undefined {
  const tag = items[at]?.tag;
  if (tag?.is === 'duration') return { minutes: tag.minutes, timed: true, next: at + 1 };
  const { numbers, next } = runAt(items, at);
  const [number, more] = numbers;
  const unit = items[next]?.tag;
  if (!number || more) return undefined;
  if (unit?.is === 'duration') return { minutes: number.value * unit.minutes, timed: true, next: next + 1 };
  if (unit?.is !== 'unit') return undefined;
  if (unit.minutes !== undefined)
    return { minutes: Math.round(number.value * unit.minutes * 100) / 100, timed: true, next: next + 1 };
  return unit.counts === 'minutes' ? { minutes: number.value, timed: false, next: next + 1 } : undefined;
}

function foundShare(share: number, end: number, others: readonly Figure[]): Found {
  const amount = { value: rounded(share * 100), said: 'share', ranged: false, end } as const;
  return { amounts: [...others.map(figure => plain(figure, end)), amount], next: end };
}

function plain(figure: Figure, end: number): Amount {
  return { ...figure, said: 'plain', ranged: false, end };
}

function foundPlain(items: readonly Item[], run: Run & { at: number }, follows: boolean): Found {
  const { at } = run;
  const measure = measureOf(items[run.next]);
  const next = measure ? run.next + 1 : run.next;
  const before = items[at - 1];
  const { tag } = before ?? {};
  const joined = tag?.is === 'range' || tag?.is === 'or' || isDots(items, at);
  const negative = tag?.is === 'minus' || (tag?.is === 'range' && tag.dash && !follows);
  const amounts = run.numbers.map((figure, nth) => ({
    ...(negative ? times(figure, -1) : figure),
    said: 'plain' as const,
    ranged: nth === 0 ? joined && follows : !isYear(run.numbers[nth - 1]?.value),
    end: next,
    ...(measure && nth === run.numbers.length - 1 && { measure }),
  }));
  return { amounts, next };
}

/** "80...90" */
function isDots(items: readonly Item[], at: number): boolean {
  const marks = [at - 1, at - 2].map(one => {
    const tag = items[one]?.tag;
    return tag?.is === 'break' ? tag.mark : undefined;
  });
  return marks[0] === '…' || marks.every(mark => mark === '.');
}

/** "2024 80 %" is a percentage and its year. */
export function isYear(value: number | undefined): boolean {
  return Number.isInteger(value) && value !== undefined && value >= 1990 && value < 2100;
}

function measureOf(item: Item | undefined): Measure | undefined {
  if (item?.tag.is === 'percent') return 'percent';
  return item?.tag.is === 'unit' ? item.tag.counts : undefined;
}

interface Run {
  readonly numbers: readonly Figure[];
  readonly next: number;
}

/** Figures and numerals in a row: "2 · thousand" is one number, "80 · 85" are two. */
function runAt(items: readonly Item[], start: number): Run {
  let run: Run = { numbers: [], next: start };
  for (;;) {
    const longer =
      decimalsAt(items, run) ?? halvesAt(items, run) ?? figureAt(items, run) ?? numeralsAt(items, run);
    if (!longer) return run;
    run = longer;
  }
}

/** "Eighty point five". */
function decimalsAt(items: readonly Item[], { numbers, next }: Run): Run | undefined {
  const last = numbers.at(-1);
  if (!last || items[next]?.tag.is !== 'point' || !Number.isInteger(last.value)) return undefined;
  const after =
    numeralsAt(items, { numbers: [], next: next + 1 }) ?? figureAt(items, { numbers: [], next: next + 1 });
  const digits = after?.numbers.map(({ value }) => value).join('') ?? '';
  if (!after || !/^\d{1,4}$/.test(digits)) return undefined;
  return {
    numbers: [...numbers.slice(0, -1), { value: Number(`${last.value}.${digits}`) }],
    next: after.next,
  };
}

/** "Two and a half", and what that is thousands of. */
function halvesAt(items: readonly Item[], { numbers, next }: Run): Run | undefined {
  const last = numbers.at(-1);
  if (!last || items[next]?.tag.is !== 'and-half') return undefined;
  const half = { value: last.value + 0.5 };
  const tag = items[next + 1]?.tag;
  const by = tag?.is === 'numeral' ? timesOf(tag.parts) : undefined;
  const whole = by ? times(half, by) : half;
  return { numbers: [...numbers.slice(0, -1), whole], next: by ? next + 2 : next + 1 };
}

function figureAt(items: readonly Item[], { numbers, next }: Run): Run | undefined {
  const tag = items[next]?.tag;
  if (tag?.is !== 'figure') return undefined;
  const { is: _, ...figure } = tag;
  return { numbers: [...numbers, figure], next: next + 1 };
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
  const last = numbers.at(-1);
  const by = last && timesOf(parts);
  const counted = by
    ? [...numbers.slice(0, -1), times(last, by)]
    : [...numbers, ...numbersOf(parts).map(value => ({ value }))];
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
