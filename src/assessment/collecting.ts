/**
 * What many people's answers put together tell: an instrument declares which of its answers are collected, by whose
 * name (a municipality), and beside which figures of other instruments the sums are shown. Pure: keeping is elsewhere.
 */
import * as z from 'zod';
import type { Answers } from './answers.ts';
import { idSchema } from './id.ts';
import type { SectionOf } from './sections/section.ts';
import { wilson } from './wilson.ts';

const figureSchema = z.strictObject({
  id: idSchema,
  input: idSchema,
  /** The answers that are counted. */
  of: z.array(idSchema).min(1),
  /** Those of them whose share is the figure; without it, each has a share of its own. */
  counts: z.array(idSchema).min(1).optional(),
});

export const collectsSchema = z.strictObject({
  /** The field whose answer says whose figures they are. Without an answer nothing is collected. */
  by: idSchema,
  figures: z.array(figureSchema).min(1),
  /** Dialog → figure here → the figure of its own that it stands beside. */
  shown: z.record(idSchema, z.record(idSchema, idSchema)).default({}),
});

export type Collects = z.infer<typeof collectsSchema>;
type Figure = Collects['figures'][number];

/** Whose answers, to which instrument. */
export interface CollectionOf {
  readonly dialog: string;
  readonly group: string;
}

/** What one conversation adds: the collected answers alone. */
export interface Contribution {
  readonly group: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** Undefined where it was not said whose answers they are, or nothing that counts was answered. */
export function contributionOf(collects: Collects, answers: Answers): Contribution | undefined {
  const group = answers[collects.by];
  const counted = collects.figures.flatMap(({ input, of }) => {
    const value = answers[input];
    return typeof value === 'string' && of.includes(value) ? [[input, value] as const] : [];
  });
  if (typeof group !== 'string' || counted.length === 0) return undefined;
  return { group, answers: Object.fromEntries(counted) };
}

/** A member of a collection: when its conversation first added something, epoch milliseconds, and what it says now. */
export interface Collected {
  readonly since: number;
  readonly answers: Readonly<Record<string, string>>;
}

/** Figures as they were last made public. */
export type Published = Readonly<Record<string, PublishedFigure>>;

/** How many were counted, and how many of them gave each answer. `n` is 0 where nothing is shown. */
export interface PublishedFigure {
  /** The latest answer that has been counted in any figure so far, epoch milliseconds. */
  readonly at: number;
  readonly n: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** Figures of fewer are never shown, and never change by fewer. */
export const FEWEST = 10;

const NOTHING: PublishedFigure = { at: 0, n: 0, counts: {} };

/**
 * What is public after a change in a collection. A figure is made anew only when at least ten conversations that were
 * not counted before have answered: whoever watches, adds and withdraws sees sums of ten and more change, never one.
 * Who withdraws is out at the next making; when fewer than ten are left nothing is shown.
 */
export function publish(
  figures: readonly Figure[],
  members: Iterable<Collected>,
  before: Published,
): Published {
  return publishInSteps({ figures, fewest: FEWEST }, members, before);
}

/** The same in steps of another size. `since` may be any number that grows from 1: when, or in which round. */
export function publishInSteps(
  { figures, fewest }: Steps,
  members: Iterable<Collected>,
  before: Published,
): Published {
  const all = [...members];
  const made = figures.map(
    figure => [figure.id, publishFigure({ ...figure, fewest }, all, before[figure.id] ?? NOTHING)] as const,
  );
  return Object.fromEntries(made.filter(([, { at }]) => at > 0));
}

interface Steps {
  readonly figures: readonly Counted[];
  readonly fewest: number;
}

/** What of an input's answers is counted. */
type Counted = Pick<Figure, 'id' | 'input' | 'of'>;

function publishFigure(
  { input, of, fewest }: Counted & Pick<Steps, 'fewest'>,
  members: readonly Collected[],
  before: PublishedFigure,
): PublishedFigure {
  const answered = members.flatMap(({ since, answers }) => {
    const value = answers[input];
    return value !== undefined && of.includes(value) ? [{ since, value }] : [];
  });
  if (answered.length < fewest) return before.n === 0 ? before : { ...NOTHING, at: before.at };
  const fresh = answered.filter(({ since }) => since > before.at);
  if (fresh.length < fewest) return before;
  const counts = of.map(option => [option, answered.filter(({ value }) => value === option).length] as const);
  return {
    at: answered.reduce((latest, { since }) => Math.max(latest, since), 0),
    n: answered.length,
    counts: Object.fromEntries(counts),
  };
}

/** Where two are to be shown together: which instrument, and its figures beside which of the other's. */
export interface Shown {
  readonly dialog: string;
  readonly version: string;
  readonly collects: Collects;
  readonly group: string;
  /** The other's own figure, in per cent. */
  readonly own: (id: string) => number | undefined;
}

/** The section that shows what is public beside another instrument's own; undefined where nothing is. */
export function gatheredSection(
  { dialog, version, collects, group, own }: Shown,
  beside: Readonly<Record<string, string>>,
  published: Published,
): SectionOf<'gathered'> | undefined {
  const figures = collects.figures.flatMap(figure => {
    const { n, counts } = published[figure.id] ?? NOTHING;
    if (n < FEWEST) return [];
    const name = beside[figure.id];
    const mine = name === undefined ? undefined : own(name);
    const shares = sharesOf(figure, { n, counts });
    return [{ id: figure.id, n, shares, ...(mine !== undefined && { own: mine / 100 }) }];
  });
  if (figures.length === 0) return undefined;
  return { kind: 'gathered', dialog, version, group: { key: collects.by, value: group }, figures };
}

/** Most answers named of a figure that has a share for each: the rest say little. */
const MOST_SHARES = 3;

function sharesOf(
  { input, of, counts: counted }: Figure,
  { n, counts }: Pick<PublishedFigure, 'n' | 'counts'>,
) {
  const count = (options: readonly string[]) =>
    options.reduce((sum, option) => sum + (counts[option] ?? 0), 0);
  const share = (k: number) => ({ share: k / n, ...wilson(k, n) });
  if (counted) return [share(count(counted))];
  return of
    .map(option => ({ input, option, k: count([option]) }))
    .filter(({ k }) => k > 0)
    .sort((one, other) => other.k - one.k)
    .slice(0, MOST_SHARES)
    .map(({ option, k }) => ({ answer: { key: input, value: option }, ...share(k) }));
}
