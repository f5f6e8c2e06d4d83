/**
 * Finds what has pieces in common: each row's pieces weighed by their rarity, nearness as the cosine of the angle
 * between two rows. In flat arrays: in lists of pairs it took a second to make, and three times as long to look up.
 */
import type { Piece } from './name-pieces.ts';

export interface PieceIndex {
  /** How near each row is, 0–1, in their order. */
  nearness(pieces: readonly Piece[]): Float64Array;
}

/** As if so many rows had a piece that none has: it makes all of them farther. */
const UNKNOWN = 2;

export function createPieceIndex(rows: readonly (readonly Piece[])[]): PieceIndex {
  const counts = new Map<Piece, number>();
  for (const row of rows) for (const piece of row) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  /** What few rows have tells more. */
  const rarity = (piece: Piece) => Math.log(1 + rows.length / (counts.get(piece) ?? UNKNOWN));
  const sizeOf = (pieces: readonly Piece[]) =>
    Math.sqrt(pieces.reduce((sum, piece) => sum + rarity(piece) ** 2, 0));
  const postings = createPostings(counts);
  for (const [at, row] of rows.entries()) {
    const size = sizeOf(row);
    for (const piece of row) postings.add(piece, at, rarity(piece) / size);
  }
  return {
    nearness(pieces) {
      const near = new Float64Array(rows.length);
      const size = sizeOf(pieces);
      for (const piece of pieces) postings.addTo(near, piece, rarity(piece) / size);
      return near;
    },
  };
}

/** In which rows each piece is, and how much of them it is: `counts` tells how much room each takes. */
function createPostings(counts: ReadonlyMap<Piece, number>) {
  const places = new Map<Piece, { readonly from: number; to: number }>();
  let room = 0;
  for (const [piece, count] of counts) {
    places.set(piece, { from: room, to: room });
    room += count;
  }
  const ats = new Int32Array(room);
  const weights = new Float32Array(room);
  return {
    add(piece: Piece, at: number, weight: number) {
      const place = places.get(piece);
      if (!place) return;
      ats[place.to] = at;
      weights[place.to] = weight;
      place.to++;
    },
    addTo(near: Float64Array, piece: Piece, worth: number) {
      const { from, to } = places.get(piece) ?? NOWHERE;
      for (let slot = from; slot < to; slot++) {
        const at = ats[slot] ?? 0;
        near[at] = (near[at] ?? 0) + (weights[slot] ?? 0) * worth;
      }
    },
  };
}

const NOWHERE = { from: 0, to: 0 };
