/** Something that can be chosen, and what it answers. */
export interface Candidate {
  readonly id: string;
  readonly covers: readonly string[];
}

/**
 * Chooses at most `most` candidates that together cover everything asked for, the earlier ones rather than the later.
 * Where so few cannot cover all, the earliest are taken.
 */
export function cover(candidates: readonly Candidate[], all: readonly string[], most: number): string[] {
  if (!canCover(candidates, all, most)) return candidates.slice(0, most).map(({ id }) => id);
  const chosen: string[] = [];
  let left = all;
  candidates.forEach((candidate, index) => {
    if (chosen.length === most) return;
    const after = without(left, candidate);
    if (!canCover(candidates.slice(index + 1), after, most - chosen.length - 1)) return;
    chosen.push(candidate.id);
    left = after;
  });
  return chosen;
}

function canCover(candidates: readonly Candidate[], all: readonly string[], most: number): boolean {
  const [first] = all;
  if (first === undefined) return true;
  if (most === 0) return false;
  return candidates.some(
    one => one.covers.includes(first) && canCover(candidates, without(all, one), most - 1),
  );
}

function without(all: readonly string[], { covers }: Candidate): readonly string[] {
  return all.filter(id => !covers.includes(id));
}
