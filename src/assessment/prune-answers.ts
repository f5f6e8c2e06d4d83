import type { Answers } from './answers.ts';
import type { Instrument } from './instrument.ts';
import { fieldAt, isReached } from './places.ts';

/** Keeps only the answers of fields that are still reached: changing an early answer can close a branch. */
export function pruneAnswers(instrument: Instrument, answers: Answers): Answers {
  const closed = Object.keys(answers).filter(key => {
    const field = fieldAt(instrument, key, answers);
    return !field || !isReached(instrument, field, answers);
  });
  if (closed.length === 0) return answers;
  const kept = { ...answers };
  for (const key of closed) delete kept[key];
  // Dropping an answer may close a further branch, so repeat until nothing changes.
  return pruneAnswers(instrument, kept);
}
