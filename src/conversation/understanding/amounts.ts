import { type Amount, amountsIn, isYear } from './amounts-in.ts';
import { asksBack, type Head, headOf, remarkIn } from './clauses.ts';
import { isSeparating, type Message } from './message.ts';
import { type NumberPlace, type Settled, settle, takes } from './number-field.ts';
import { otherPart, perYear, timesAYear } from './other-part.ts';
import type { AnswerReading } from './reading.ts';
import { hintOfOut, judgeOut, Signals } from './scales.ts';
import type { Item } from './tag.ts';

/**
 * Reads a number, or a percentage between 0 and 100. Bounds, guesses and what may be read in two ways are only
 * offered; of a range no number is made, for the middle of it may lie on the other side of a limit.
 */
export function readAmount(message: Message, place: NumberPlace): AnswerReading | undefined {
  const head = headOf(message, isSignal);
  const { items, reason } = settledPart(head);
  const amounts = relevant(amountsIn(items), place);
  const [amount, second] = amounts;
  if (!amount) return readWithoutAmount(message, head, place);
  const other = otherPart(items, amounts, place) ?? perYear(items, amounts, place);
  if (other !== undefined)
    return fits(other, place) ? { kind: 'answer', value: other, sure: false, open: true } : undefined;
  const settled = second ? undefined : figureFor(amount, place);
  const value = settled?.kind === 'ambiguous' ? settled.candidates[0] : settled?.value;
  if (value === undefined || !fits(value, place)) return undefined;
  const end = items.findIndex((item, at) => at >= amount.end && isSeparating(item));
  const rest = end < 0 ? [] : items.slice(end + 1);
  const note = reason ?? remarkIn(message, rest);
  const own = end < 0 ? items : items.slice(0, end);
  const open = settled?.kind !== 'value' || asksAnything(message) || isHedged(items);
  const sure = !open && strangersIn(own) <= tolerated(amount);
  return { kind: 'answer', value, sure, open, ...(note && { note }) };
}

/** What follows "let me say" and its like, where a number does: what stood before it was on the way there. */
function settledPart({ items, reason }: Head): Head {
  const at = items.findLastIndex(
    (item, index) => item.tag.is === 'settles' && amountsIn(items.slice(index + 1)).length > 0,
  );
  return at < 0
    ? { items, ...(reason && { reason }) }
    : { items: items.slice(at + 1), ...(reason && { reason }) };
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
  const vague = vagueAmount(items, place);
  if (vague) return vague;
  const out = judgeOut(signals) ?? hintOfOut(signals);
  if (!out) return undefined;
  const sure = out.sure && !asksBack(message) && strangersIn(items) <= 2;
  return { kind: 'answer', value: out.value, sure, ...(reason && { note: reason }) };
}

function vagueAmount(items: readonly Item[], place: NumberPlace): AnswerReading | undefined {
  const numbers = items.flatMap(({ tag }) => (tag.is === 'vague' ? [tag.number] : []));
  const [only, more] = [...new Set(numbers)];
  if (only === undefined || more !== undefined) return undefined;
  const value = only * (place.field === 'count' ? timesAYear(items) : 1);
  return fits(value, place) ? { kind: 'answer', value, sure: false, open: true } : undefined;
}

/** Percentages outrank other numbers in the message, and years are no amounts beside another number. */
function relevant(all: readonly Amount[], { field }: NumberPlace): readonly Amount[] {
  // "2 days" are no minutes, and no hours are asked for anywhere else.
  if (field === 'minutes' && all.some(({ measure }) => measure === 'time')) return [];
  const amounts = all.filter(({ measure }) => takes(field, measure));
  if (amounts.some(({ ranged }) => ranged)) return amounts;
  const percentages = amounts.filter(({ measure }) => measure === 'percent');
  if (percentages.length === 1) return percentages;
  const others = amounts.filter(amount => isShare(amount) || amount.measure || !isYear(amount.value));
  // "Not quite half, 45": the figure is what the share was about.
  const figures = others.filter(amount => !isShare(amount));
  if (field === 'percent' && figures.length === 1 && others.length === 2) return figures;
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

/** "Does it save any? five minutes more, I think": a question anywhere leaves the number in doubt. */
function asksAnything(message: Message): boolean {
  return asksBack(message) || message.items.some(({ tag }) => tag.is === 'break' && tag.mark === '?');
}

const HEDGES = new Set<Item['tag']['is']>([
  'doubt',
  'bound',
  'no',
  'or',
  'part',
  'question',
  'value',
  'vague',
]);

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
