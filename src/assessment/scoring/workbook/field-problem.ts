/** Whether a value from a file is an answer to its field, told by the codes of files. */

import { checkAnswer } from '../../check-answers.ts';
import { NAME } from '../../names-in.ts';
import { findInput, NAME_INPUT } from '../../places.ts';
import type { Workbook } from './workbook-instrument.ts';

/** Texts for the codes: `problems` of `locales/<language>/workbook-sheet.yaml`. */
export interface FieldProblem {
  readonly code: string;
  /** Bounds of a number that is out of them, both included. */
  readonly min?: number;
  readonly max?: number;
}

/** Undefined when the value is fine. */
export function fieldProblem(
  { instrument }: Workbook,
  field: string,
  value: unknown,
): FieldProblem | undefined {
  const input = field === NAME ? NAME_INPUT : findInput(instrument, field);
  if (!input) return { code: 'unknown-key' };
  const found = checkAnswer(instrument, { input }, typeof value === 'string' ? tidied(value) : value);
  if (!found) return undefined;
  if (found.problem === 'out-of-range') return { code: found.problem, min: found.min, max: found.max };
  // A rate may also be one of two words.
  return { code: found.problem === 'not-a-number' && field === 'usage-rate' ? 'not-a-rate' : found.problem };
}

/** Cells and pasted text come with stray line breaks and tabs, which are spaces here, and with loose accents. */
export function tidied(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

export function isVersion(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(value);
}
