import { type Figure, times } from './figures.ts';
import { isSeparating } from './message.ts';
import { numbersOf, type Part } from './numerals.ts';
import type { Item } from './tag.ts';

export interface SaidNumber extends Figure {
  /** "One" or "a couple", which beside another number is no amount: "640, one for each pupil". */
  readonly small?: true;
}

export interface NumberRun {
  readonly numbers: readonly SaidNumber[];
  readonly next: number;
}

type Items = readonly Item[];
type Tagged = Item['tag'] | undefined;

/** Figures and numerals in a row: "2 · thousand" is one number, "80 · 85" are two. */
export function numbersAt(items: Items, start: number): NumberRun {
  let run: NumberRun = { numbers: [], next: start };
  for (;;) {
    const longer =
      decimalsAt(items, run) ??
      halvesAt(items, run) ??
      fractionOfAt(items, run) ??
      figureAt(items, run) ??
      smallAt(items, run) ??
      numeralsAt(items, run);
    if (!longer) return run;
    run = longer;
  }
}

/** Where the words end that may stand between "of" and what it is of: "the", "all our". */
export function pastArticles(items: Items, at: number): number {
  let next = at;
  while (next < at + MOST_ARTICLES && isArticle(items[next]?.tag)) next++;
  return next;
}

const MOST_ARTICLES = 2;

function isArticle(tag: Tagged): boolean {
  return tag?.is === 'unit' && tag.counts === undefined;
}

/** "Eighty point five", "one point two million". */
function decimalsAt(items: Items, { numbers, next }: NumberRun): NumberRun | undefined {
  const last = numbers.at(-1);
  if (!last || items[next]?.tag.is !== 'point' || !Number.isInteger(last.value)) return undefined;
  const { digits, end } = digitsAt(items, next + 1);
  if (!/^\d{1,4}$/.test(digits)) return undefined;
  return { numbers: [...numbers.slice(0, -1), { value: Number(`${last.value}.${digits}`) }], next: end };
}

function digitsAt(items: Items, start: number): { readonly digits: string; readonly end: number } {
  const first = items[start]?.tag;
  if (first?.is === 'figure') return { digits: String(first.value), end: start + 1 };
  let parts: readonly Part[] = [];
  let end = start;
  for (; end < items.length; end++) {
    const tag = items[end]?.tag;
    if (tag?.is === 'numeral' && (timesOf(tag.parts) ?? 1) < 100) parts = [...parts, ...tag.parts];
    else if (tag?.is === 'small' && tag.one) parts = [...parts, { plain: tag.number }];
    else break;
  }
  return { digits: numbersOf(parts).join(''), end };
}

/** "Two and a half", "a million and a half": the half is of what was said last. */
function halvesAt(items: Items, { numbers, next }: NumberRun): NumberRun | undefined {
  const last = numbers.at(-1);
  if (!last || items[next]?.tag.is !== 'and-half') return undefined;
  // "Sata ja puoli" is a hundred and a half; "tuhat ja puoli" is fifteen hundred.
  const half = { value: last.value + (last.by && last.by !== 100 ? last.by : 1) / 2 };
  return { numbers: [...numbers.slice(0, -1), half], next: next + 1 };
}

/** "Half a million", "three quarters of a million". */
function fractionOfAt(items: Items, { numbers, next }: NumberRun): NumberRun | undefined {
  const tag = items[next]?.tag;
  if (tag?.is !== 'fraction') return undefined;
  const at = pastArticles(items, items[next + 1]?.tag.is === 'of' ? next + 2 : next + 1);
  const of = items[at]?.tag;
  const by = of?.is === 'numeral' ? timesOf(of.parts) : of?.is === 'out-of' ? thousands(of.whole) : undefined;
  if (!by) return undefined;
  const number = times({ value: (numbers.at(-1)?.value ?? 1) / tag.parts }, by);
  return { numbers: [...numbers.slice(0, -1), number], next: at + 1 };
}

function thousands(whole: number): number | undefined {
  return whole >= 1000 ? whole : undefined;
}

function figureAt(items: Items, { numbers, next }: NumberRun): NumberRun | undefined {
  const tag = items[next]?.tag;
  if (tag?.is !== 'figure') return undefined;
  const { is: _, ...figure } = tag;
  return { numbers: [...numbers, figure], next: next + 1 };
}

/** "One in ten", "a couple of hundred": no number where it is only an article, as in "one of our services". */
function smallAt(items: Items, { numbers, next }: NumberRun): NumberRun | undefined {
  const tag = items[next]?.tag;
  if (tag?.is !== 'small' || !(isCounted(items, next + 1) || (tag.one && isAlone(items)))) return undefined;
  return { numbers: [...numbers, { value: tag.number, small: true }], next: next + 1 };
}

const COUNTED = new Set<Item['tag']['is']>(['percent', 'out-of', 'and-half', 'per', 'duration']);

function isCounted(items: Items, at: number): boolean {
  const tag = items[at]?.tag;
  if (!tag) return false;
  if (tag.is === 'unit') return tag.counts !== undefined;
  if (tag.is === 'numeral') return timesOf(tag.parts) !== undefined;
  if (tag.is === 'point') return isNumber(items[at + 1]?.tag);
  if (tag.is === 'of') return isNumber(items[pastArticles(items, at + 1)]?.tag);
  return COUNTED.has(tag.is);
}

function isNumber(tag: Tagged): boolean {
  return tag?.is === 'figure' || tag?.is === 'numeral' || tag?.is === 'small';
}

function isAlone(items: Items): boolean {
  return items.filter(item => !isSeparating(item)).length === 1;
}

function numeralsAt(items: Items, { numbers, next }: NumberRun): NumberRun | undefined {
  const { parts, end } = partsAt(items, next);
  if (parts.length === 0) return undefined;
  const last = numbers.at(-1);
  const multiplied = last && multiply(last, parts);
  const counted = multiplied ? [...numbers.slice(0, -1), multiplied] : [...numbers, ...saidIn(parts)];
  return { numbers: counted, next: end };
}

function partsAt(items: Items, start: number): { readonly parts: readonly Part[]; readonly end: number } {
  let parts: readonly Part[] = [];
  let end = start;
  for (; end < items.length; end++) {
    const tag = items[end]?.tag;
    const more = partsOf(tag, parts);
    if (more) parts = [...parts, ...more];
    else if (tag?.is !== 'and' || !isRound(parts) || !partsOf(items[end + 1]?.tag, parts)) break;
  }
  return { parts, end };
}

/** "One" ends a numeral: "twenty-one". Apart from one it begins nothing here. */
function partsOf(tag: Tagged, before: readonly Part[]): readonly Part[] | undefined {
  if (tag?.is === 'numeral') return tag.parts;
  if (tag?.is !== 'small' || !tag.one || before.length === 0) return undefined;
  const one = { plain: tag.number };
  return numbersOf([...before, one]).length === numbersOf(before).length ? [one] : undefined;
}

/** "Two hundred and fifty". */
function isRound(parts: readonly Part[]): boolean {
  return parts.length > 0 && (numbersOf(parts).at(-1) ?? 1) % 100 === 0;
}

/** "2 thousand", "2 thousand five hundred": undefined where the parts do not begin by multiplying. */
function multiply(last: SaidNumber, parts: readonly Part[]): SaidNumber | undefined {
  const end = parts.findIndex(({ plain, times: by }) => by === undefined || plain !== undefined);
  const by = timesOf(end < 0 ? parts : parts.slice(0, end));
  if (!by) return undefined;
  if (end < 0) return { ...times(last, by), ...carried(by) };
  const [rest, more] = numbersOf(parts.slice(end));
  return rest === undefined || more !== undefined || rest >= by
    ? undefined
    : { value: times(last, by).value + rest };
}

function saidIn(parts: readonly Part[]): SaidNumber[] {
  const by = parts.at(-1)?.times;
  return numbersOf(parts).map((value, nth, { length }) => ({
    value,
    ...(nth === length - 1 && by && carried(by)),
  }));
}

/** "Kymmenen" is no multiplier of what stands beside it. */
function carried(by: number): { by?: number } {
  return by === 10 ? {} : { by };
}

/** "Thousand", "hundred thousand": parts that only multiply. */
function timesOf(parts: readonly Part[]): number | undefined {
  return parts.length > 0 && parts.every(({ plain, times: by }) => by !== undefined && plain === undefined)
    ? parts.reduce((all, { times: by }) => all * (by ?? 1), 1)
    : undefined;
}
