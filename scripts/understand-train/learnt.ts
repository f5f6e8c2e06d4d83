/** Multinomial logistic regression over hashed pieces: seeded, so that the same lines give the same weights. */
import { hashOf } from '../../src/conversation/understanding/second/pieces.ts';
import type { LearntModel } from '../../src/conversation/understanding/second/reader-file.ts';

export interface Example {
  readonly pieces: readonly string[];
  readonly target: ReadonlyMap<string, number>;
  readonly weight: number;
}

const ROUNDS = 14;
const RATE = 0.1;
const SHRINK = 1e-3;
const SEED = 20261128;
/** A piece that one line alone has tells of that line. */
const FEWEST_LINES = 2;

/** How many pieces stay, and how much more a piece that many lines have is worth: 0 for no more. */
export interface Keep {
  readonly most: number;
  readonly common: number;
}

export function learnt(examples: readonly Example[], labels: readonly string[], keep: Keep): LearntModel {
  const known = columnsOf(examples);
  const { columns } = known;
  const size = columns.size;
  const rows = examples.map(({ pieces }) =>
    Int32Array.from(pieces.flatMap(piece => columns.get(hashOf(piece)) ?? [])),
  );
  const targets = examples.map(({ target }) => labels.map(label => target.get(label) ?? 0));
  const weights = new Float64Array((size + 1) * labels.length);
  const pace = new Float64Array(weights.length).fill(1e-6);
  const random = seeded(SEED);
  const order = examples.map((_, at) => at);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    for (const at of order)
      learn(
        { weights, pace, labels: labels.length, bias: size },
        rows[at] ?? new Int32Array(),
        targets[at] ?? [],
        examples[at]?.weight ?? 1,
      );
  }
  return packed(known, weights, labels, keep);
}

interface State {
  readonly weights: Float64Array;
  readonly pace: Float64Array;
  readonly labels: number;
  readonly bias: number;
}

function learn(
  { weights, pace, labels, bias }: State,
  row: Int32Array,
  target: readonly number[],
  weight: number,
): void {
  const factor = 1 / Math.sqrt(Math.max(1, row.length));
  const sums = Array.from({ length: labels }, (_, k) => {
    let sum = 0;
    for (const column of row) sum += weights[column * labels + k] ?? 0;
    return sum * factor + (weights[bias * labels + k] ?? 0);
  });
  const most = Math.max(...sums);
  const grown = sums.map(sum => Math.exp(sum - most));
  const total = grown.reduce((sum, one) => sum + one, 0);
  const given = target.reduce((sum, one) => sum + one, 0);
  for (let k = 0; k < labels; k++) {
    // What a target leaves open is spread over all labels.
    const wanted = (target[k] ?? 0) + (1 - given) / labels;
    const error = ((grown[k] ?? 0) / total - wanted) * weight;
    if (Math.abs(error) < 1e-4) continue;
    for (const column of row) step(weights, pace, column * labels + k, error * factor);
    step(weights, pace, bias * labels + k, error);
  }
}

function step(weights: Float64Array, pace: Float64Array, at: number, slope: number): void {
  const own = slope + SHRINK * (weights[at] ?? 0);
  pace[at] = (pace[at] ?? 0) + own * own;
  weights[at] = (weights[at] ?? 0) - (RATE * own) / Math.sqrt(pace[at] ?? 1);
}

/** Pieces that more than one line has → their column. In the order of their hashes, so that lines may come in any. */
function columnsOf(examples: readonly Example[]): { columns: Map<number, number>; lines: number[] } {
  const seen = new Map<number, number>();
  for (const { pieces } of examples)
    for (const hash of new Set(pieces.map(hashOf))) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  const kept = [...seen].filter(([, lines]) => lines >= FEWEST_LINES);
  return { columns: new Map(kept.map(([hash], at) => [hash, at])), lines: kept.map(([, lines]) => lines) };
}

/** What a weight may be at most, in steps: four bits. */
const STEPS = 7;
/** Of the largest weights so many in a hundred are cut to it. */
const CUT = 0.004;

/** The `most` pieces that say most to most lines, their weights as small whole numbers. */
function packed(
  { columns, lines }: ReturnType<typeof columnsOf>,
  weights: Float64Array,
  labels: readonly string[],
  { most, common }: Keep,
): LearntModel {
  const n = labels.length;
  const all = [...columns].map(([hash, column]) => {
    const row = Array.from(weights.subarray(column * n, column * n + n));
    const mean = row.reduce((sum, one) => sum + one, 0) / n;
    const centred = row.map(one => one - mean);
    const size = Math.max(...centred.map(Math.abs));
    return { hash, row: centred, size, worth: size * (lines[column] ?? 1) ** common };
  });
  const kept = all.sort((one, other) => other.worth - one.worth || one.hash - other.hash).slice(0, most);
  const sizes = kept.map(({ size }) => size).sort((one, other) => other - one);
  const scale = (sizes[Math.floor(sizes.length * CUT)] ?? 1) / STEPS;
  const whole = (one: number) => Math.max(-STEPS, Math.min(STEPS, Math.round(one / scale)));
  const bias = Array.from(weights.subarray(columns.size * n));
  const rows = kept.map(({ hash, row }) => [hash, Int8Array.from(row, whole)] as const);
  return { labels, scale, bias, rows: new Map(rows.sort(([one], [other]) => one - other)) };
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [one, two] = [order[at] ?? 0, order[other] ?? 0];
    order[at] = two;
    order[other] = one;
  }
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
