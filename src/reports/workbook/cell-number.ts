/** Reading a cell that should hold a number: typed as one, computed, or written as text. */
import type { NumberPlace } from '../../conversation/understanding/number-field.ts';
import { readNumber } from '../../conversation/understanding/read-number.ts';
import type { ImportProblem } from './import-problem.ts';
import { rounded } from './rounded.ts';
import type { CellContent } from './xlsx/read-cells.ts';

/** Why a cell's content is no value; its place is added by who knows it. */
export type CellProblem = Pick<ImportProblem, 'code' | 'candidates'>;

export interface CellNumber {
  /** Text that is no number stays text, for the check of the answers to name. Shares are per cents: 0.85 is 85. */
  readonly value?: number | string;
  readonly problem?: CellProblem;
}

/** `place`: the language of the file and what the number is of, by which "1.500" and "0,5" are read. */
export function readCellNumber(content: CellContent | undefined, place: NumberPlace): CellNumber {
  const { field } = place;
  if (content?.kind === 'number') {
    const decimals = field === 'count' ? 0 : 2;
    return { value: rounded(content, field === 'share' ? { decimals, share: true } : { decimals }) };
  }
  if (content?.kind !== 'text') return problemIn(content);
  const read = readNumber(content.text, place);
  if (read.kind === 'value') return { value: read.value };
  if (read.kind === 'problem') return { value: content.text };
  return { problem: { code: `ambiguous-${read.doubt}`, candidates: read.candidates } };
}

/** What is wrong with a cell whatever it should hold. */
export function problemIn(content: CellContent | undefined): Pick<CellNumber, 'problem'> {
  switch (content?.kind) {
    case 'error':
      return { problem: { code: 'cell-error' } };
    case 'formula':
      return { problem: { code: 'cell-without-value' } };
    case 'date':
      return { problem: { code: 'cell-date' } };
    default:
      return {};
  }
}
