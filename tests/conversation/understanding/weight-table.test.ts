import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createWeightTable } from '../../../src/conversation/understanding/second/weight-table.ts';

/** Hashes of 24 bits; the low ones fall on the same slots, whatever the size of the table. */
const hashes = fc.uniqueArray(
  fc.oneof(
    fc.nat(0xffffff),
    fc.nat(40),
    fc.nat(255).map(high => high << 16),
  ),
);

it('gives each piece its own weights, and none to others', () => {
  fc.assert(
    fc.property(hashes, fc.integer({ min: 1, max: 6 }), fc.nat(0xffffff), (known, labels, other) => {
      const { table, add } = createWeightTable(known.length, labels);
      known.forEach((hash, at) => {
        const place = add(hash);
        for (let label = 0; label < labels; label++) table.weights[place + label] = (at + label) % 100;
      });
      const read = known.map(hash => table.weights[table.placeOf(hash) + labels - 1]);
      expect(read).toEqual(known.map((_, at) => (at + labels - 1) % 100));
      expect(table.placeOf(other) >= 0).toBe(known.includes(other));
    }),
  );
});

it('knows nothing where there is nothing', () => {
  expect(createWeightTable(0, 3).table.placeOf(0)).toBe(-1);
});
