import { type Amount, amountsIn, isYear } from './amounts-in.ts';
import { asksBack, type Head, headOf, remarkIn } from './clauses.ts';
import { isSeparating, type Message } from './message.ts';
import { type NumberPlace, type Settled, settle, takes } from './number-field.ts';
import type { AnswerReading } from './reading.ts';
import { hintOfOut, judgeOut, Signals } from './scales.ts';
import type { Item } from './tag.ts';

/**
 * Reads a number, or a percentage between 0 and 100. Bounds, guesses and what may be read in two ways are only
 * offered; of a range no number is made, for the middle of it may lie on the other side of a limit.
 */
export function readAmount(message: Message, place: NumberPlace): AnswerReading | undefined {
  const head = headOf(message, isSignal);
  const { items, reason } = head;
  const amounts = relevant(amountsIn(items), place);
  const [amount, second] = amounts;
  if (!amount) return readWithoutAmount(message, head, place);
  const settled = second ? undefined : figureFor(amount, place);
  const value = settled?.kind === 'ambiguous' ? settled.candidates[0] : settled?.value;
  if (value === undefined || !fits(value, place)) return undefined;
  const end = items.findIndex((item, at) => at >= amount.end && isSeparating(item));
  const rest = end < 0 ? [] : items.slice(end + 1);
  const note = reason ?? remarkIn(message, rest);
  const own = end < 0 ? items : items.slice(0, end);
  const plain = settled?.kind === 'value' && !asksBack(message) && !isHedged(items);
  const sure = plain && strangersIn(own) <= tolerated(amount);
  return { kind: 'answer', value, sure, ...(note && { note }) };
}

function isSignal({ tag }: Item): boolean {
  return ['figure', 'numeral', 'fraction', 'value', 'vague'].includes(tag.is);
}

function readWithoutAmount(
  message: Message,
  { items, reason }: Head,
  place: NumberPlace,
): AnswerReading | undefined {
  const signals = new Signals(items);
  const out = judgeOut(signals) ?? hintOfOut(signals);
  if (!out) return vagueAmount(items, place);
  const sure = out.sure && !asksBack(message) && strangersIn(items) <= 2;
  return { kind: 'answer', value: out.value, sure, ...(reason && { note: reason }) };
}

function vagueAmount(items: readonly Item[], place: NumberPlace): AnswerReading | undefined {
  const [only, more] = items.flatMap(({ tag }) => (tag.is === 'vague' ? [tag.number] : []));
  if (only === undefined || more !== undefined || !fits(only, place)) return undefined;
  return { kind: 'answer', value: only, sure: false };
}

/** Percentages outrank other numbers in the message, and years are no amounts beside another number. */
function relevant(all: readonly Amount[], { field }: NumberPlace): readonly Amount[] {
  // "1 h 30 min" is not thirty minutes.
  if (field === 'minutes' && all.some(({ measure }) => measure === 'time')) return [];
  const amounts = all.filter(({ measure }) => takes(field, measure));
  if (amounts.some(({ ranged }) => ranged)) return amounts;
  const percentages = amounts.filter(({ measure }) => measure === 'percent');
  if (percentages.length === 1) return percentages;
  const others = amounts.filter(amount => isShare(amount) || amount.measure || !isYear(amount.value));
  return others.length > 0 ? others : amounts;
}

function isShare({ said }: Amount): boolean {
  return said === 'share';
}

/** A share is a percentage, whatever is asked. */
function figureFor(amount: Amount, place: NumberPlace): Settled | undefined {
  if (!isShare(amount)) return settle(amount, place, amount.measure);
  return place.field === 'percent' ? { kind: 'value', value: amount.value } : undefined;
}

/** Asked in per cents, there are none below 0 and above 100. */
export function fits(value: number, { field }: NumberPlace): boolean {
  return (field !== 'percent' && field !== 'share') || (value >= 0 && value <= 100);
}

const HEDGES = new Set<Item['tag']['is']>(['doubt', 'bound', 'no', 'or', 'part', 'question', 'value']);

function isHedged(items: readonly Item[]): boolean {
  return items.some(({ tag }) => HEDGES.has(tag.is) || (tag.is === 'range' && tag.dash));
}

function strangersIn(items: readonly Item[]): number {
  return items.filter(({ tag }) => tag.is === 'unknown').length;
}

/** "80 %" speaks for itself; a bare number among strange words may count something else. */
function tolerated({ measure }: Amount): number {
  return measure === 'percent' ? 4 : 0;
}
