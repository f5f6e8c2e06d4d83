import { type Amount, amountsIn, isYear } from './amounts-in.ts';
import { asksAnything, asksBack, type Head, headOf, remarkIn } from './clauses.ts';
import { type Combined, toldTogether } from './combined.ts';
import { product } from './figures.ts';
import { isSeparating, type Message } from './message.ts';
import { minutesSaved } from './minutes-saved.ts';
import { fits, type NumberPlace, type Settled, settle, takes } from './number-field.ts';
import type { AnswerReading } from './reading.ts';
import { hintOfOut, judgeOut, Signals } from './scales.ts';
import type { Item } from './tag.ts';
import { readWorded } from './worded.ts';

/**
 * Reads a number, or a percentage between 0 and 100. Bounds, guesses and what may be read in two ways are only
 * offered, and so is what several amounts come to.
 */
export function readAmount(message: Message, place: NumberPlace): AnswerReading | undefined {
  const head = headOf(message, isSignal);
  const saved = place.field === 'minutes' ? minutesSaved(head.items) : undefined;
  if (saved) return offered(saved, place);
  const part = settledPart(head);
  const { items } = part;
  const [amount, ...others] = relevant(items, amountsIn(items), place);
  if (!amount) return readWithoutAmount(message, part, place);
  const told = toldTogether(items, [amount, ...others], place) ?? inThousands(amount, part, place);
  return told ? offered(told, place) : readOne(message, amount, { place, ...part });
}

function readOne(
  message: Message,
  amount: Amount,
  { items, reason, place }: Settling & { place: NumberPlace },
): AnswerReading | undefined {
  const settled = figureFor(amount, place);
  const value = settled?.kind === 'ambiguous' ? settled.candidates[0] : settled?.value;
  if (value === undefined || !fits(value, place)) return undefined;
  const end = items.findIndex((item, at) => at >= amount.end && isSeparating(item));
  const rest = end < 0 ? [] : items.slice(end + 1);
  const note = reason ?? remarkIn(message, rest);
  const own = end < 0 ? items : items.slice(0, end);
  const isPart = amount.said === 'plain' && items.some(({ tag }) => tag.is === 'out-of');
  const open = settled?.kind !== 'value' || isPart || asksAnything(message) || isHedged(items, place);
  const sure = !open && strangersIn(own) <= tolerated(amount);
  return { kind: 'answer', value, sure, open, ...(note && { note }) };
}

/** What amounts come to is never taken, only offered. */
function offered(told: Combined, place: NumberPlace): AnswerReading | undefined {
  if (told === 'unclear' || !fits(told.value, place)) return undefined;
  return { kind: 'answer', value: told.value, sure: false, open: true };
}

/** The part of a message that settles the number, and the amounts on the way to it. */
interface Settling extends Head {
  readonly before: readonly Amount[];
}

/** What follows "let me say" and its like, where a number does: what stood before it was on the way there. */
function settledPart({ items, reason }: Head): Settling {
  const at = items.findLastIndex(
    (_, index) => settles(items, index) && amountsIn(items.slice(index + 1)).length > 0,
  );
  const said = reason === undefined ? {} : { reason };
  return at < 0
    ? { items, before: [], ...said }
    : { items: items.slice(at), before: amountsIn(items.slice(0, at)), ...said };
}

/** "Let me say", and "no" between two stops. */
function settles(items: readonly Item[], at: number): boolean {
  const [before, item, after] = [items[at - 1], items[at], items[at + 1]];
  if (item?.tag.is !== 'no') return item?.tag.is === 'settles';
  return before !== undefined && after !== undefined && isSeparating(before) && isSeparating(after);
}

/** "Five, six thousand, say six": of thousands, as it was put before. */
function inThousands(amount: Amount, { before }: Settling, { field }: NumberPlace): Combined | undefined {
  const by = before.findLast(one => (one.by ?? 0) >= 1000)?.by;
  const isBare = amount.said === 'plain' && !amount.by && amount.value < 1000;
  return by && isBare && (field === 'euros' || field === 'count')
    ? { value: product(amount.value, by) }
    : undefined;
}

function isSignal({ tag }: Item): boolean {
  return SIGNALS.has(tag.is);
}

const SIGNALS = new Set<Item['tag']['is']>([
  'figure',
  'numeral',
  'fraction',
  'value',
  'vague',
  'small',
  'duration',
  'out-of',
]);

function readWithoutAmount(
  message: Message,
  { items, reason }: Head,
  place: NumberPlace,
): AnswerReading | undefined {
  const signals = new Signals(items);
  const vague = readWorded(message, items, place);
  if (vague) return vague;
  const out = judgeOut(signals) ?? hintOfOut(signals);
  if (!out) return undefined;
  const sure = out.sure && !asksBack(message) && strangersIn(items) <= 2;
  return { kind: 'answer', value: out.value, sure, ...(reason && { note: reason }) };
}

/** Percentages outrank other numbers in the message, and years are no amounts beside another number. */
function relevant(items: readonly Item[], all: readonly Amount[], { field }: NumberPlace): readonly Amount[] {
  // "2 days" are no minutes, and no hours are asked for anywhere else.
  if (field === 'minutes' && all.some(({ measure }) => measure === 'time')) return [];
  const amounts = all.filter(({ measure }) => takes(field, measure));
  if (amounts.some(({ ranged }) => ranged)) return amounts;
  const percentages = amounts.filter(({ measure }) => measure === 'percent');
  if (percentages.length === 1) return percentages;
  const plain = amounts.filter(amount => isShare(amount) || amount.measure || !isYear(amount.value));
  const large = plain.filter(({ small }) => !small);
  const others = large.length > 0 ? large : plain;
  // "Not quite half, 45": the figure is what the share was about.
  const figures = others.filter(amount => !isShare(amount));
  if (field === 'percent' && figures.length === 1 && others.length === 2)
    return isHalfOfNext(items, others) ? others : figures;
  return others.length > 0 ? others : amounts;
}

/** "Puoli kymmenen": half of a number in words, or half an hour to it. */
function isHalfOfNext(items: readonly Item[], [share, number]: readonly Amount[]): boolean {
  return share?.end === number?.start && share?.said === 'share' && items[share.end]?.tag.is === 'numeral';
}

function isShare({ said }: Amount): boolean {
  return said === 'share';
}

/** A share is a percentage, whatever is asked. */
function figureFor(amount: Amount, place: NumberPlace): Settled | undefined {
  if (!isShare(amount)) return settle(amount, place, amount.measure);
  return place.field === 'percent' ? { kind: 'value', value: amount.value } : undefined;
}

const HEDGES = new Set<Item['tag']['is']>([
  'doubt',
  'bound',
  'plus',
  'between',
  'except',
  // "85 one way, the rest the other": which way is only known where both are.
  'rest',
  'no',
  'or',
  'part',
  'question',
  'value',
  'vague',
]);

function isHedged(items: readonly Item[], { field }: NumberPlace): boolean {
  return items.some(({ tag }) => {
    if (tag.is === 'range') return tag.dash;
    // How long it takes now is not what is saved.
    if (tag.is === 'settles') return tag.what === 'near' || (tag.what === 'now' && field === 'minutes');
    // How things were is no answer to how they are.
    return HEDGES.has(tag.is) || (tag.is === 'before' && field === 'percent');
  });
}

function strangersIn(items: readonly Item[]): number {
  return items.filter(({ tag }) => tag.is === 'unknown').length;
}

/** "80 %" speaks for itself; a bare number among strange words may count something else. */
function tolerated({ measure }: Amount): number {
  return measure === 'percent' ? 4 : 0;
}
