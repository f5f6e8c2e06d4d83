/** What became of a line: how its reading stands to what its labellers agreed on. */
import type { Case } from './cases.ts';

/**
 * `right`: read as agreed, or asked about where that was agreed. `offered`: asked back, the agreed value on the button.
 * `offered-wrong`: asked back with another one. `asked`: asked back with none. `wrong`: taken for something else.
 */
export const FATES = ['right', 'offered', 'offered-wrong', 'asked', 'wrong'] as const;
export type Fate = (typeof FATES)[number];

/** The reading as `written` writes it. */
export function fateOf(reading: string, { expected }: Pick<Case, 'expected'>): Fate {
  if (expected.includes(reading)) return 'right';
  if (!reading.startsWith('?')) return 'wrong';
  const guess = reading.slice(1);
  const questions = expected.filter(one => one.startsWith('?'));
  if (guess === '') return questions.length > 0 ? 'right' : 'asked';
  if (expected.includes(guess)) return 'offered';
  // A question was agreed on, without a guess: any guess is a question still.
  return questions.includes('?') ? 'right' : 'offered-wrong';
}
