import type { Outcome } from './outcome.ts';

/**
 * Names that people gave themselves and that a result bears: of a sector, a change factor or a service that they added.
 * Whoever passes the result on is told them before. Each once, in the order in which the result has them.
 */
export function ownNames({ sections }: Pick<Outcome, 'sections'>): readonly string[] {
  return [...new Set(namesUnder(sections))];
}

/** Of every named item, wherever in a section it stands: a section of a new kind is covered by itself. */
function namesUnder(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(namesUnder);
  const name = 'list' in value && 'id' in value && 'name' in value ? value.name : undefined;
  return typeof name === 'string' ? [name, ...below] : below;
}
