/**
 * The second reader: weights for pieces of a message, learnt once from labelled lines and shipped as a file. It knows
 * none of the rules, and the rules know nothing of it. The same text gets the same figures on every machine.
 */
import { hashOf, piecesOf, type Said } from './pieces.ts';
import type { Model, ReaderFile } from './reader-file.ts';

/** One label and how likely it is, 0–1. */
export interface Guess {
  readonly label: string;
  readonly share: number;
}

export interface SecondReader {
  /** Labels of the model of this name, the likeliest first; nothing where there is no such model. */
  read(said: Said, model: string): readonly Guess[];
  /** The pieces that spoke for a label the most, with their weight. */
  why(
    said: Said,
    model: string,
    label: string,
  ): readonly { readonly piece: string; readonly weight: number }[];
}

export function createSecondReader({ signs, models }: ReaderFile): SecondReader {
  return {
    read(said, name) {
      const model = models.get(name);
      return model ? sharesOf(model, placesOf(piecesOf(said, signs), model)) : [];
    },
    why(said, name, label) {
      const model = models.get(name);
      const at = model?.labels.indexOf(label) ?? -1;
      if (!model || at < 0) return [];
      const { table, scale } = model;
      return piecesOf(said, signs)
        .flatMap(piece =>
          placesOf([piece], model).map(place => ({
            piece,
            weight: (table.weights[place + at] ?? 0) * scale,
          })),
        )
        .filter(({ weight }) => weight > 0)
        .sort((one, other) => other.weight - one.weight);
    },
  };
}

/** Where the weights of those pieces begin that a model knows. */
function placesOf(pieces: readonly string[], { table }: Model): number[] {
  const places: number[] = [];
  for (const piece of pieces) {
    const place = table.placeOf(hashOf(piece));
    if (place >= 0) places.push(place);
  }
  return places;
}

function sharesOf({ labels, scale, bias, table: { weights } }: Model, places: readonly number[]): Guess[] {
  const length = Math.sqrt(Math.max(1, places.length));
  const sums = labels.map((_, at) => {
    let sum = 0;
    for (const place of places) sum += weights[place + at] ?? 0;
    return (bias[at] ?? 0) + (sum * scale) / length;
  });
  const most = Math.max(...sums);
  const grown = sums.map(sum => Math.exp(sum - most));
  const total = grown.reduce((sum, one) => sum + one, 0);
  return labels
    .map((label, at) => ({ label, share: (grown[at] ?? 0) / total }))
    .sort((one, other) => other.share - one.share);
}
