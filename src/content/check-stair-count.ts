import { hasReadableRules } from '../assessment/scoring/scoring.ts';
import { stairsOf } from '../assessment/scoring/stairs/rules.ts';
import type { Problem } from './problem.ts';
import type { InstrumentFile } from './read-dialogs.ts';

/** As many as the picture of a result draws, and as its words say in every language. */
const STAIRS = 4;

/** Of another number of stairs a result would show and say something that is not so. */
export function checkStairCount({ file, instrument, state }: InstrumentFile): Problem[] {
  if (state === 'archived' || !hasReadableRules(instrument)) return [];
  const { length } = stairsOf(instrument);
  if (length === 0 || length === STAIRS) return [];
  const problem = `has ${length}, and the picture of a result and its words show ${STAIRS}: write ${STAIRS}, or score by levels`;
  return [{ file, path: 'scoring.stairs', problem }];
}
