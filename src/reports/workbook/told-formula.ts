/** Sentences with figures in them: as a formula that goes on computing, and as it reads now. */
import type { Translate } from '../../conversation/translate.ts';
import type { Computed } from './xlsx/draft.ts';

/** A figure: the cell or formula it comes from, and what it is now. */
export interface ToldFigure {
  readonly cell: string;
  readonly value: string | number;
}

/** The text under this key with its parameters computed. */
export function toldFormula(
  t: Translate,
  key: string,
  figures: Readonly<Record<string, ToldFigure>>,
): Computed {
  const named = Object.entries(figures);
  const cells = Object.fromEntries(named.map(([name, { cell }]) => [name, `"&${cell}&"`]));
  const values = Object.fromEntries(named.map(([name, { value }]) => [name, value]));
  return { formula: `"${t(key, cells)}"`, value: t(key, values) };
}
