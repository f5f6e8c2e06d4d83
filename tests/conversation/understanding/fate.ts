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
  if (expected.some(one => isSame(reading, one))) return 'right';
  if (!reading.startsWith('?')) return 'wrong';
  const guess = reading.slice(1);
  const questions = expected.filter(one => one.startsWith('?'));
  if (guess === '') return questions.length > 0 ? 'right' : 'asked';
  if (expected.some(one => isSame(guess, one))) return 'offered';
  // A question was agreed on, without a guess: any guess is a question still.
  return questions.includes('?') ? 'right' : 'offered-wrong';
}

/** A third is 33.3 to the bot and 33 to whoever labelled it: the same figure, one of them rounded. */
function isSame(reading: string, expected: string): boolean {
  if (reading === expected) return true;
  const [read, agreed] = [reading, expected].map(one => Number(one.replace(/^\?/, '') || Number.NaN));
  const alike = reading.startsWith('?') === expected.startsWith('?');
  if (!alike || read === undefined || agreed === undefined || Number.isInteger(read)) return false;
  return Number.isInteger(agreed) && Math.abs(read - agreed) < 0.5;
}
