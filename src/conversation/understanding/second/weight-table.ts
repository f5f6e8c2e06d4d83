/**
 * The weights of a model's pieces in two flat arrays. In a map with an array for each piece they took twenty times the
 * memory, and every piece of a message waited for memory three times over.
 */
export interface WeightTable {
  /** Of all pieces, one after the other, a weight for each label. */
  readonly weights: Int8Array;
  /** Where a piece's weights begin, by its hash; −1 for a piece that the model does not know. */
  placeOf(hash: number): number;
}

const EMPTY = -1;

/** Room for as many `pieces` as told to `add`, each with `labels` weights. */
export function createWeightTable(pieces: number, labels: number) {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, pieces) * 2));
  const hashes = new Int32Array(size).fill(EMPTY);
  const places = new Int32Array(size);
  const weights = new Int8Array(pieces * labels);
  let used = 0;

  /** The slot of a hash, or the empty one where it would be. */
  const slotOf = (hash: number) => {
    let slot = hash & (size - 1);
    while (hashes[slot] !== hash && hashes[slot] !== EMPTY) slot = (slot + 1) & (size - 1);
    return slot;
  };
  const table: WeightTable = {
    weights,
    placeOf(hash) {
      const slot = slotOf(hash);
      return hashes[slot] === hash ? (places[slot] ?? EMPTY) : EMPTY;
    },
  };
  return {
    table,
    /** The place of the next piece's weights, which the caller fills in. */
    add(hash: number): number {
      const slot = slotOf(hash);
      hashes[slot] = hash;
      places[slot] = used;
      used += labels;
      return used - labels;
    },
  };
}
