import { hash } from 'node:crypto';
import * as z from 'zod';

const point = z.object({ line: z.number(), column: z.number() });

/** A change that can be made to the code: where (file below the project, lines from 0), and what stands there instead. */
export const mutantSchema = z.object({
  fileName: z.string(),
  location: z.object({ start: point, end: point }),
  mutatorName: z.string(),
  replacement: z.string(),
});
export type Mutant = z.infer<typeof mutantSchema>;

export interface Draw {
  readonly size: number;
  readonly seed: number;
}

/**
 * So many of the mutants, each as likely as any other. The same ones come for a seed, and a larger sample contains the
 * smaller ones.
 */
export function drawSample(mutants: readonly Mutant[], { size, seed }: Draw): readonly Mutant[] {
  const ranked = mutants.map(mutant => ({ mutant, rank: hash('sha256', `${seed} ${keyOf(mutant)}`) }));
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return ranked.slice(0, size).map(({ mutant }) => mutant);
}

/** Tells a mutant from all others. `tests/mutation/sample-checker.mjs` makes the same. */
export function keyOf({ fileName, location: { start, end }, mutatorName, replacement }: Mutant): string {
  return JSON.stringify([fileName, start.line, start.column, end.line, end.column, mutatorName, replacement]);
}

/** The mutant's place as Stryker takes it, lines from 1: others within it are made, too. */
export function rangeOf({ fileName, location: { start, end } }: Mutant): string {
  return `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
}
