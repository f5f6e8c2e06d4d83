import { piecesOf } from '../../src/conversation/understanding/second/pieces.ts';
import { type LearntModel, signsOf } from '../../src/conversation/understanding/second/reader-file.ts';
import { type Keep, learnt } from './learnt.ts';
import type { Line } from './lines.ts';
import { labelsOf, MODELS, type ModelName, targetOf } from './targets.ts';

/** What each model keeps: together as much as the file may weigh. */
export const KEPT: Record<ModelName, Keep> = {
  yesno: { most: 16500, common: 0.5 },
  phase: { most: 9500, common: 0.5 },
  status: { most: 8500, common: 0.5 },
  number: { most: 3000, common: 0 },
  aside: { most: 2500, common: 0.5 },
};

/** The models, learnt from these lines. `signs`: a letter → its words, with spaces between. */
export function trained(
  lines: readonly Line[],
  signs: Readonly<Record<string, string>>,
): Map<ModelName, LearntModel> {
  const letters = signsOf(signs);
  const seen = lines.map(line => ({ line, pieces: piecesOf(line, letters) }));
  return new Map(
    MODELS.map(name => {
      const examples = seen.flatMap(({ line, pieces }) => {
        const target = targetOf(line, name);
        return target ? [{ pieces, target, weight: line.weight }] : [];
      });
      return [name, learnt(examples, labelsOf(name, lines), KEPT[name])];
    }),
  );
}
