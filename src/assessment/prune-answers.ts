import type { Answers } from './answers.ts';
import type { Instrument } from './instrument.ts';
import { carryBelow } from './memo-below.ts';
import { fieldAt } from './places.ts';
import { isReached } from './steps-around.ts';

/**
 * Keeps only the answers of fields that are still reached: changing an early answer can close a branch. `below`: the items
 * of outermost lists under which something has changed, where that is all, each with a point at its end; what lies
 * elsewhere is reached as before.
 */
export function pruneAnswers(instrument: Instrument, answers: Answers, below?: readonly string[]): Answers {
  const closed = Object.keys(answers).filter(key => {
    if (below && !below.some(item => key.startsWith(item))) return false;
    const field = fieldAt(instrument, key, answers);
    return !field || !isReached(instrument, field, answers);
  });
  if (closed.length === 0) return answers;
  const kept = { ...answers };
  for (const key of closed) delete kept[key];
  carryBelow(answers, kept, closed);
  // Dropping an answer may close a further branch, so repeat until nothing changes.
  return pruneAnswers(instrument, kept, below);
}
