/**
 * Which item a service is by the names that are known: the nearest of them count, the nearer the more. Names of many
 * hands are learnt this way without a rule for each, also what is near to an item and is none of it.
 */
import type { Piece } from './name-pieces.ts';
import { createPieceIndex } from './piece-index.ts';

/** What is known: a name's pieces, and the items that it may be. */
export interface Known {
  /** The name itself; left out of what is none, such as a phrase. */
  readonly name?: string;
  readonly pieces: readonly Piece[];
  readonly items: readonly string[];
  /** How much it counts beside others. */
  readonly weight: number;
}

/** How much speaks for an item. */
export interface Likeness {
  /** 0–1, of all items together 1. */
  readonly share: number;
  /** How near the nearest name of it is, 0–1: 1 for the same name. */
  readonly near: number;
  /** That name; empty where nothing but phrases spoke for it. */
  readonly nearest: string;
}

/** By item; empty where nothing known has any piece. */
export type LikenessOf = (pieces: readonly Piece[]) => ReadonlyMap<string, Likeness>;

/** How much more the nearest counts than the next: nearness to this power. */
const NEAREST = 5;

export function createLikeness(known: readonly Known[]): LikenessOf {
  const index = createPieceIndex(known.map(({ pieces }) => pieces));
  return pieces => sharesOf(known, index.nearness(pieces));
}

/** What is farther counts for nothing. */
const TOO_FAR = 0.05;

function sharesOf(known: readonly Known[], nearness: Float64Array): Map<string, Likeness> {
  const found = new Map<string, Likeness>();
  let total = 0;
  for (const [at, { items, weight, name }] of known.entries()) {
    const near = nearness[at] ?? 0;
    if (!(near > TOO_FAR)) continue;
    const worth = (near ** NEAREST * weight) / items.length;
    total += worth * items.length;
    for (const item of items) {
      const { share, ...before } = found.get(item) ?? NOTHING;
      const nearer = name !== undefined && near > before.near ? { near, nearest: name } : before;
      found.set(item, { share: share + worth, ...nearer });
    }
  }
  return new Map([...found].map(([item, one]) => [item, { ...one, share: one.share / total }]));
}

const NOTHING: Likeness = { share: 0, near: 0, nearest: '' };
