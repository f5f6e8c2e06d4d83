import { type Amount, amountsIn, rounded } from './amounts-in.ts';
import { asksBack, headOf, remarkIn } from './clauses.ts';
import { isSeparating, type Message } from './message.ts';
import type { AnswerReading } from './reading.ts';
import { hintOfOut, judgeOut, Signals } from './scales.ts';
import type { Item } from './tag.ts';

/** Reads a number, or a percentage between 0 and 100. Bounds, ranges and guesses are only offered. */
export function readAmount(message: Message, kind: 'percent' | 'number'): AnswerReading | undefined {
  const { items, reason } = headOf(message, isSignal);
  const amounts = relevant(amountsIn(items), kind);
  const [amount, second] = amounts;
  if (!amount) return readWithoutAmount(message, items, reason);
  if (second) return amounts.length === 2 && second.ranged ? offer(middle(amount, second), kind) : undefined;
  const value = figureFor(amount, kind);
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
function figureFor(amount: Amount, kind: 'percent' | 'number'): number | undefined {
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

const HEDGES = new Set<Item['tag']['is']>(['doubt', 'bound', 'no', 'or', 'part', 'question', 'value']);

function isHedged(items: readonly Item[]): boolean {
  return items.some(({ tag }) => HEDGES.has(tag.is) || (tag.is === 'range' && tag.dash));
}

function strangersIn(items: readonly Item[]): number {
  return items.filter(({ tag }) => tag.is === 'unknown').length;
}

/** "80 %" speaks for itself; a bare number among strange words may count something else. */
function tolerated({ said }: Amount): number {
  return said === 'percent' ? 4 : 0;
}
