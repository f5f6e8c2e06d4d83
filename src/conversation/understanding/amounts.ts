import { asksBack, headOf, remarkIn } from './clauses.ts';
import { isSeparating, type Message } from './message.ts';
import { numbersOf, type Part } from './numerals.ts';
import type { AnswerReading } from './reading.ts';
import { hintOfOut, judgeOut, Signals } from './scales.ts';
import type { Item } from './tag.ts';

/** A number said in figures, words or as a share of something. */
interface Amount {
  readonly value: number;
  /** What it was said as: "80", "80 %", "four out of five". */
  readonly said: 'plain' | 'percent' | 'share';
  /** Joined to the amount before by a dash or a word like "to". */
  readonly ranged: boolean;
  readonly grouped?: number;
  /** Where it ends among the items. */
  readonly end: number;
}

/** Reads a number, or a percentage between 0 and 100. Bounds, ranges and guesses are only offered. */
export function readAmount(message: Message, kind: 'percent' | 'number'): AnswerReading | undefined {
  const { items, reason } = headOf(message, isSignal);
  const amounts = relevant(amountsIn(items), kind);
  const [amount, second] = amounts;
  if (!amount) return readWithoutAmount(message, items, reason);
  if (second) return amounts.length === 2 && second.ranged ? offer(middle(amount, second), kind) : undefined;
  const value = valueOf(amount, kind);
  if (value === undefined || !fits(value, kind)) return undefined;
  const end = items.findIndex((item, at) => at >= amount.end && isSeparating(item));
  const rest = end < 0 ? [] : items.slice(end + 1);
  const note = reason ?? remarkIn(message, rest);
  const own = end < 0 ? items : items.slice(0, end);
  const sure =
    !asksBack(message) && !isHedged(items) && isPlain(amount, kind) && strangersIn(own) <= tolerated(amount);
  return { kind: 'answer', value, sure, ...(note && { note }) };
}

function isSignal({ tag }: Item): boolean {
  return ['figure', 'numeral', 'fraction', 'value', 'vague'].includes(tag.is);
}

function readWithoutAmount(
  message: Message,
  items: readonly Item[],
  reason?: string,
): AnswerReading | undefined {
  const signals = new Signals(items);
  const out = judgeOut(signals) ?? hintOfOut(signals);
  if (!out) return vagueAmount(items);
  const sure = out.sure && !asksBack(message) && strangersIn(items) <= 2;
  return { kind: 'answer', value: out.value, sure, ...(reason && { note: reason }) };
}

function vagueAmount(items: readonly Item[]): AnswerReading | undefined {
  const [only, more] = items.flatMap(({ tag }) => (tag.is === 'vague' ? [tag.number] : []));
  return only === undefined || more !== undefined ? undefined : { kind: 'answer', value: only, sure: false };
}

/** Percentages outrank other numbers in the message, and years are no amounts beside another number. */
function relevant(amounts: readonly Amount[], kind: 'percent' | 'number'): readonly Amount[] {
  if (amounts.some(({ ranged }) => ranged)) return amounts;
  const percentages = amounts.filter(({ said }) => said === 'percent');
  if (kind === 'percent' && percentages.length === 1) return percentages;
  const others = amounts.filter(({ value, said }) => said !== 'plain' || !isYear(value));
  return others.length > 0 ? others : amounts;
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1990 && value < 2100;
}

function middle(one: Amount, other: Amount): number {
  return (one.value + other.value) / 2;
}

function offer(value: number, kind: 'percent' | 'number'): AnswerReading | undefined {
  return fits(value, kind) ? { kind: 'answer', value, sure: false } : undefined;
}

/** A share is a percentage; "0,8" among percentages may be meant as one too. */
function valueOf(amount: Amount, kind: 'percent' | 'number'): number | undefined {
  if (kind === 'number') return amount.said === 'share' ? undefined : (amount.grouped ?? amount.value);
  return isBareShare(amount) ? rounded(amount.value * 100) : amount.value;
}

function isPlain(amount: Amount, kind: 'percent' | 'number'): boolean {
  if (kind === 'number') return amount.said === 'plain' && amount.grouped === undefined;
  return !isBareShare(amount);
}

function isBareShare({ value, said }: Amount): boolean {
  return said === 'plain' && value > 0 && value < 1;
}

function fits(value: number, kind: 'percent' | 'number'): boolean {
  return kind === 'number' || (value >= 0 && value <= 100);
}

function isHedged(items: readonly Item[]): boolean {
  return items.some(({ tag }) =>
    ['doubt', 'bound', 'no', 'or', 'question', 'range', 'value'].includes(tag.is),
  );
}

function strangersIn(items: readonly Item[]): number {
  return items.filter(({ tag }) => tag.is === 'unknown').length;
}

/** "80 %" speaks for itself; a bare number among strange words may count something else. */
function tolerated({ said }: Amount): number {
  return said === 'percent' ? 4 : 0;
}

function amountsIn(items: readonly Item[]): Amount[] {
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
  const numbers: number[] = [];
  let parts: Part[] = [];
  let grouped: number | undefined;
  let at = start;
  for (; at < items.length; at++) {
    const tag = items[at]?.tag;
    if (tag?.is === 'figure') {
      numbers.push(...numbersOf(parts), tag.value);
      parts = [];
      grouped = tag.grouped;
    } else if (tag?.is === 'numeral') {
      const times = parts.length === 0 && numbers.length > 0 ? timesOf(tag.parts) : undefined;
      if (times) numbers.push((numbers.pop() ?? 1) * times);
      else parts = [...parts, ...tag.parts];
    } else if (!(tag?.is === 'and' && joinsHundreds(parts, items[at + 1]))) break;
  }
  numbers.push(...numbersOf(parts));
  return { numbers, next: at, ...(grouped !== undefined && { grouped }) };
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

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
