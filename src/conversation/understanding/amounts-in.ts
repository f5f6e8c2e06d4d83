import { durationAt } from './durations.ts';
import { times } from './figures.ts';
import type { Measure } from './number-field.ts';
import { type NumberRun, numbersAt, pastArticles, type SaidNumber } from './number-runs.ts';
import type { Item } from './tag.ts';

/** A number said in figures, words or as a share of something. */
export interface Amount extends SaidNumber {
  /** What it was said as: "80" and "80 %", or "four out of five". */
  readonly said: 'plain' | 'share';
  /** What it was said to be a number of; a share is one of nothing, or of a time or a sum. */
  readonly measure?: Measure;
  /** Joined to the amount before by a dash, dots or a word like "to" or "or", or just beside it. */
  readonly ranged: boolean;
  /** Where it begins and ends among the items. */
  readonly start: number;
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
  if (duration) return foundTime(items, { at, ...duration }, follows);
  const run = { at, ...numbersAt(items, at) };
  return (
    outOfAt(items, at) ??
    shareAt(items, run) ??
    (run.numbers.length > 0 ? foundPlain(items, run, follows) : undefined)
  );
}

/** "Kymmenestä kolme": out of ten, three. */
function outOfAt(items: readonly Item[], at: number): Found | undefined {
  const tag = items[at]?.tag;
  if (tag?.is !== 'out-of') return undefined;
  const { numbers, next } = numbersAt(items, at + 1);
  const [number, more] = numbers;
  if (number && !more && number.value <= tag.whole)
    return foundShare(items, number.value / tag.whole, { at, next, numbers: [] });
  // "80:stä 90:een" runs from the one to the other.
  return foundPlain(items, { at, next: at + 1, numbers: [{ value: tag.whole }] }, false);
}

/** "A third", "two thirds", "two out of three", "two of our three". */
function shareAt(
  items: readonly Item[],
  { at, numbers, next }: NumberRun & { at: number },
): Found | undefined {
  const last = numbers.at(-1);
  const of = last ? pastThings(items, next) : next;
  const tag = items[of]?.tag;
  const run = { at, next: of + 1, numbers: numbers.slice(0, -1) };
  if (tag?.is === 'fraction') return foundShare(items, (last?.value ?? 1) / tag.parts, run);
  if (!last) return undefined;
  if (tag?.is === 'out-of')
    return last.value <= tag.whole ? foundShare(items, last.value / tag.whole, run) : undefined;
  const all = tag?.is === 'of' ? numbersAt(items, pastArticles(items, of + 1)) : undefined;
  const [whole] = all?.numbers ?? [];
  if (tag?.is !== 'of' || !all || !whole || !isWhole(whole, last, tag)) return undefined;
  return foundShare(items, last.value / whole.value, { ...run, next: all.next });
}

/** "Nine cases out of ten", "yhdeksän kertaa kymmenestä". */
function pastThings(items: readonly Item[], at: number): number {
  const [tag, after] = [items[at]?.tag, items[at + 1]?.tag];
  const isOf = after?.is === 'out-of' || (after?.is === 'of' && !after.stroke);
  return tag?.is === 'unit' && tag.counts === 'things' && isOf ? at + 1 : at;
}

/** "80 in 2024" is no share, nor are "80/20" and "50/50", which part a hundred. */
function isWhole(of: SaidNumber, { value }: SaidNumber, { stroke }: { stroke: boolean }): boolean {
  const isNoYear = !isYear(of.value) || of.value === 2000;
  return of.value > 0 && value <= of.value && isNoYear && !(stroke && value + of.value === 100);
}

function foundShare(
  items: readonly Item[],
  share: number,
  { at, next, numbers }: NumberRun & { at: number },
): Found {
  // "Half an hour" is half of nothing that is asked for in per cents.
  const after = items[items[next]?.tag.is === 'particle' ? next + 1 : next]?.tag;
  const counts = after?.is === 'unit' && after.counts !== 'things' ? after.counts : undefined;
  const place = { ranged: false, start: at, end: next };
  const amount = {
    value: rounded(share * 100),
    said: 'share',
    ...place,
    ...(counts && { measure: counts }),
  } as const;
  return {
    amounts: [...numbers.map(figure => ({ said: 'plain', ...place, ...figure }) as const), amount],
    next,
  };
}

function foundTime(
  items: readonly Item[],
  { at, minutes, next }: { at: number; minutes: number; next: number },
  follows: boolean,
): Found {
  const place = { ranged: follows && isJoined(items, at), start: at, end: next };
  return { amounts: [{ value: minutes, said: 'plain', measure: 'minutes', ...place }], next };
}

function foundPlain(items: readonly Item[], run: NumberRun & { at: number }, follows: boolean): Found {
  const { at } = run;
  const measure = measureOf(items[run.next]);
  const next = measure ? run.next + 1 : run.next;
  const tag = items[at - 1]?.tag;
  const negative = tag?.is === 'minus' || (tag?.is === 'range' && tag.dash && !follows);
  const amounts = run.numbers.map((figure, nth) => ({
    said: 'plain' as const,
    ranged: nth === 0 ? follows && isJoined(items, at) : !isYear(run.numbers[nth - 1]?.value),
    start: at,
    end: next,
    ...(negative ? { ...figure, ...times(figure, -1) } : figure),
    ...(measure && nth === run.numbers.length - 1 && { measure }),
  }));
  return { amounts, next };
}

function isJoined(items: readonly Item[], at: number): boolean {
  const is = items[at - 1]?.tag.is;
  return is === 'range' || is === 'or' || is === 'and' || is === 'plus' || isDots(items, at);
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

/** To one decimal, as percentages are said. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
