/** Texts with figures in them: as a formula that goes on computing, and as they read now. */
import type { Translate } from '../../conversation/translate.ts';
import type { Computed } from './xlsx/draft.ts';
import { literal } from './xlsx/reference.ts';

/** A figure: the cell or formula it comes from, and what it is now. */
export interface ComputedFigure {
  readonly cell: string;
  readonly value: string | number;
}

/** The text under this key with its parameters computed. */
export function computedText(
  t: Translate,
  key: string,
  figures: Readonly<Record<string, ComputedFigure>>,
): Computed {
  const named = Object.entries(figures);
  const cells = Object.fromEntries(named.map(([name, { cell }]) => [name, cell]));
  const values = Object.fromEntries(named.map(([name, { value }]) => [name, value]));
  return { formula: textFormula(t, key, cells), value: t(key, values) };
}

/** `"vastattu "&C5&"/"&C6`, of the text under this key and the cells of its parameters. */
export function textFormula(t: Translate, key: string, cells: Readonly<Record<string, string>>): string {
  const slots = Object.fromEntries(Object.keys(cells).map(name => [name, `${SLOT}${name}${SLOT}`]));
  const pieces = t(key, slots).split(SLOT);
  // Between the words there are the names of parameters: every second piece is one.
  const parts = pieces.map((piece, index) => (index % 2 === 0 ? literal(piece) : (cells[piece] ?? '""')));
  return parts.filter(part => part !== '""').join('&');
}

/** Stands in no text. */
const SLOT = '\u0000';
