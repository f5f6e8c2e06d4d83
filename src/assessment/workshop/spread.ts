/** How far a group's answers to a question lie apart, and what the group's answer would be by them alone. */
import * as z from 'zod';
import { isOut } from '../answers.ts';
import type { Published } from '../collecting.ts';
import { keySchema } from '../id.ts';
import { type Input, type Instrument, outsOf } from '../instrument.ts';
import { offeredAt } from '../options-at.ts';
import type { Asked, BallotPart } from './ballot.ts';

/** Of fewer answers nothing is shown, and no figure changes by fewer: one member's answer could be told from it. */
export const FEWEST_BALLOTS = 3;

const countedSchema = z.object({ value: z.string(), n: z.number() }).readonly();
export type Counted = z.infer<typeof countedSchema>;

/** One question, as a group answered it. */
export const spreadSchema = z
  .object({
    key: keySchema,
    /** How many answers there are. */
    n: z.number(),
    /** Answer → how many gave it, in the order they are offered; those nobody gave are left out. */
    counts: z.array(countedSchema).readonly(),
    /** How far two members' answers lie apart on average: 0 all alike, 1 half at one end and half at the other. */
    parted: z.number(),
    /** The answer in the middle; "don't know" where more than half say so. */
    middle: z.string(),
  })
  .readonly();
export type Spread = z.infer<typeof spreadSchema>;

/** What can be answered to a question, in the order it is offered, outs last. */
export function answersTo(instrument: Instrument, { card, field: { input } }: Asked): readonly string[] {
  return [...offeredAt(instrument, { input, at: card.at }, {}), ...outsOf(instrument, input)];
}

/** The questions whose spread is public, those that views part on most first. */
export function spreadsOf(instrument: Instrument, part: BallotPart, published: Published): Spread[] {
  return part.questions
    .flatMap(asked => spreadOf(instrument, asked, published[asked.field.key]) ?? [])
    .sort((one, other) => other.parted - one.parted);
}

function spreadOf(
  instrument: Instrument,
  asked: Asked,
  figure: Published[string] | undefined,
): Spread | undefined {
  if (!figure || figure.n < FEWEST_BALLOTS) return undefined;
  const counts = answersTo(instrument, asked)
    .map(value => ({ value, n: figure.counts[value] ?? 0 }))
    .filter(({ n }) => n > 0);
  const place = placesOn(instrument, asked.field.input);
  return {
    key: asked.field.key,
    n: figure.n,
    counts,
    parted: parted(counts, place),
    middle: middle(counts, place),
  };
}

/** Where an answer lies between the ends of its scale, 0–1; undefined for an out, and where the scale has no direction. */
type PlaceOn = (value: string) => number | undefined;

function placesOn({ scales }: Instrument, input: Input): PlaceOn {
  const options = input.type === 'choice' ? (scales[input.scale]?.options ?? {}) : {};
  const scores = Object.values(options);
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  return value => {
    const score = isOut(value) ? undefined : options[value];
    return score === undefined || high === low ? undefined : (score - low) / (high - low);
  };
}

/** Between answers that no scale compares, any two that differ lie half of it apart. */
const UNLIKE = 0.5;

function parted(counts: readonly Counted[], place: PlaceOn): number {
  const n = counts.reduce((sum, one) => sum + one.n, 0);
  const apart = (one: string, other: string) => {
    const [here, there] = [place(one), place(other)];
    if (here !== undefined && there !== undefined) return Math.abs(here - there);
    return one === other ? 0 : UNLIKE;
  };
  const sum = counts.reduce(
    (all, one) =>
      all + counts.reduce((rest, other) => rest + one.n * other.n * apart(one.value, other.value), 0),
    0,
  );
  // Over all pairs, each counted twice: evenly at both ends gives a half, which is as far apart as a group can be.
  return n === 0 ? 0 : Math.min(1, (2 * sum) / (n * n));
}

/** Of two in the middle the lower: a group claims no more than half of it does. Without a scale, the most frequent. */
function middle(counts: readonly Counted[], place: PlaceOn): string {
  const n = counts.reduce((sum, one) => sum + one.n, 0);
  const most = counts.toSorted((one, other) => other.n - one.n)[0];
  const placed = counts.flatMap(one => {
    const at = place(one.value);
    return at === undefined ? [] : [{ ...one, at }];
  });
  const rated = placed.reduce((sum, one) => sum + one.n, 0);
  if (placed.length === 0 || rated * 2 < n) return most?.value ?? '';
  let passed = 0;
  // From the lowest up; of options that count alike the one that more have chosen.
  for (const one of placed.toSorted((a, b) => a.at - b.at || b.n - a.n)) {
    passed += placed.filter(({ at }) => at === one.at).reduce((sum, { n: k }) => sum + k, 0);
    if (passed * 2 >= rated) return one.value;
  }
  return most?.value ?? '';
}
