/** What of a register's findings is still to be offered to a person, part by part. */
import type { Answers, Entry } from '../../assessment/answers.ts';
import { lastOf } from '../../assessment/answers.ts';
import { type Prefilled, sourceDay } from '../../assessment/prefilled.ts';
import type { Run } from '../session.ts';
import type { Found, Offer, OtherService } from './found.ts';

export const PARTS = ['sure', 'unsure', 'others'] as const;
export type Part = (typeof PARTS)[number];

/** One card: the sure ones are all on it, the others come a page at a time. */
export interface Offered {
  readonly part: Part;
  readonly offers: readonly Offer[];
  readonly others: readonly OtherService[];
  /** How many are left of this part after this card. */
  readonly left: number;
}

const PAGE = { sure: 200, unsure: 12, others: 20 } as const;

type Told = Pick<Run, 'answers' | 'prefilled'>;

/** The first part of which something is still open; undefined when all has been decided. */
export function nextOffered(run: Told, found: Found): Offered | undefined {
  const decided = new Set(run.prefilled?.decided);
  const { sure, unsure } = PAGE;
  const [surely, perhaps] = [openOffers(run, found.sure), openOffers(run, found.unsure)];
  const others = found.others.filter(({ id }) => !decided.has(id));
  if (surely.length > 0) return paged('sure', surely, sure);
  if (perhaps.length > 0) return paged('unsure', perhaps, unsure);
  if (others.length === 0) return undefined;
  return {
    part: 'others',
    offers: [],
    others: others.slice(0, PAGE.others),
    left: Math.max(others.length - PAGE.others, 0),
  };
}

/** Those of which something is open, each with what of it is. What a person decided otherwise is not offered again. */
export function openOffers(run: Told, offers: readonly Offer[]): Offer[] {
  const decided = new Set(run.prefilled?.decided);
  return offers.flatMap(offer => {
    const entries = decided.has(offer.item) ? [] : openEntries(run, offer.entries);
    return entries.length > 0 ? [{ ...offer, entries }] : [];
  });
}

function paged(part: Part, offers: readonly Offer[], size: number): Offered {
  return { part, offers: offers.slice(0, size), others: [], left: Math.max(offers.length - size, 0) };
}

/**
 * The answers of an offer that nobody has given: those open, and those that came from the register and are told otherwise
 * by now. Where a person said of an item how it is, and otherwise, nothing is offered.
 */
export function openEntries({ answers, prefilled }: Told, entries: readonly Entry[]): readonly Entry[] {
  const [status] = entries;
  if (status && isOtherwise(answers, prefilled, status)) return [];
  return entries.filter(({ key, value }) => {
    const now = answers[key];
    return now === undefined || (now !== value && sourceDay(prefilled, key) !== undefined);
  });
}

function isOtherwise(answers: Answers, prefilled: Prefilled | undefined, { key, value }: Entry): boolean {
  const now = answers[key];
  return now !== undefined && now !== value && sourceDay(prefilled, key) === undefined;
}

/** How an item is, as one word of a few: `full`, `partial`, `manual` of what is applied for; else its state. */
export function stateOf(entries: readonly { readonly value: unknown }[]): string {
  return String(entries.at(-1)?.value ?? '');
}

/** The answers that such a word stands for. */
export function entriesFor(item: string, state: string): Entry[] {
  const isPhase = PHASE_STATES.some(one => one === state);
  const status = { key: `${item}.status`, value: isPhase ? 'inuse' : state };
  return isPhase ? [status, { key: `${item}.application`, value: state }] : [status];
}

const PHASE_STATES = ['full', 'partial', 'manual'] as const;

/** What an item can be changed to: with its application phase, where it has one. */
export function statesOf(offer: Offer): readonly string[] {
  const applies = offer.entries.some(({ key }) => lastOf(key) === 'application');
  const isDigital = offer.entries.some(({ value }) => value === 'inuse');
  return [...(applies || !isDigital ? PHASE_STATES : ['inuse']), 'planned', 'none', 'outside'];
}
