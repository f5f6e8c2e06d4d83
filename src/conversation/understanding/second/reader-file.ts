/**
 * The file `npm run understand:train` writes: a line of JSON that tells what is in it, then the pieces and weights of
 * each model in turn. A piece is three bytes of its hash, the lowest first; a weight is four bits, as 0–15 for −8–7.
 */
import * as z from 'zod';
import type { Signs } from './pieces.ts';
import { createWeightTable, type WeightTable } from './weight-table.ts';

/** For each piece, a model has a small whole number for each label; `scale` makes weights of them. */
interface Scaled {
  readonly labels: readonly string[];
  readonly scale: number;
  readonly bias: readonly number[];
}

/** One model as it is learnt. */
export interface LearntModel extends Scaled {
  /** By the hash of a piece. */
  readonly rows: ReadonlyMap<number, Int8Array>;
}

/** One model as it is read with. */
export interface Model extends Scaled {
  readonly table: WeightTable;
}

export interface ReaderFile {
  readonly signs: Signs;
  readonly models: ReadonlyMap<string, Model>;
}

const headSchema = z.strictObject({
  version: z.string(),
  /** SHA-256 of all bytes behind this line, in hexadecimal. */
  checksum: z.string(),
  /** A letter → its words, with spaces between. */
  signs: z.record(z.string(), z.string()),
  models: z.record(
    z.string(),
    z.strictObject({
      labels: z.array(z.string()),
      scale: z.number(),
      bias: z.array(z.number()),
      rows: z.int(),
    }),
  ),
});
type Head = z.infer<typeof headSchema>;

const HASH_BYTES = 3;

/** Throws where the bytes are of another shape, or `checksumOf` gives another sum for them than their head tells. */
export function unpacked(file: Uint8Array, checksumOf: (bytes: Uint8Array) => string): ReaderFile {
  const end = file.indexOf('\n'.charCodeAt(0));
  const head = headSchema.parse(JSON.parse(new TextDecoder().decode(file.subarray(0, end))));
  const bytes = file.subarray(end + 1);
  if (checksumOf(bytes) !== head.checksum)
    throw new Error('the checksum does not fit: train the reader again');
  const models = new Map<string, Model>();
  let from = 0;
  for (const [name, { rows: count, ...model }] of Object.entries(head.models)) {
    const size = HASH_BYTES + Math.ceil(model.labels.length / 2);
    const table = tableOf(bytes.subarray(from, from + count * size), { size, labels: model.labels.length });
    models.set(name, { ...model, table });
    from += count * size;
  }
  return { signs: signsOf(head.signs), models };
}

export function signsOf(signs: Head['signs']): Signs {
  const letters = Object.entries(signs).flatMap(([letter, words]) =>
    words.split(' ').map(word => [word, letter] as const),
  );
  return new Map(letters);
}

function tableOf(bytes: Uint8Array, { size, labels }: { size: number; labels: number }): WeightTable {
  const { table, add } = createWeightTable(bytes.length / size, labels);
  for (let at = 0; at < bytes.length; at += size) {
    const [low = 0, middle = 0, high = 0] = bytes.subarray(at, at + HASH_BYTES);
    const place = add(low | (middle << 8) | (high << 16));
    for (let label = 0; label < labels; label++) {
      const both = bytes[at + HASH_BYTES + (label >> 1)] ?? 0;
      table.weights[place + label] = (label % 2 === 0 ? both & 15 : both >> 4) - 8;
    }
  }
  return table;
}

interface Written {
  readonly version: string;
  readonly signs: Head['signs'];
  readonly models: ReadonlyMap<string, LearntModel>;
}

export function packed(
  { version, signs, models }: Written,
  checksumOf: (bytes: Uint8Array) => string,
): Uint8Array {
  const bytes = Uint8Array.from([...models.values()].flatMap(bytesOf));
  const told = [...models].map(
    ([name, { rows, ...model }]) => [name, { ...model, rows: rows.size }] as const,
  );
  const head = { version, checksum: checksumOf(bytes), signs, models: Object.fromEntries(told) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes]);
}

function bytesOf({ labels, rows }: LearntModel): number[] {
  return [...rows].flatMap(([hash, row]) => [
    hash & 255,
    (hash >> 8) & 255,
    hash >> 16,
    ...Array.from({ length: Math.ceil(labels.length / 2) }, (_, pair) => {
      const [low, high] = [row[pair * 2] ?? 0, row[pair * 2 + 1] ?? 0];
      return (low + 8) | ((high + 8) << 4);
    }),
  ]);
}
