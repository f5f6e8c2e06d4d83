import { carryOver } from '../assessment/carry-over.ts';
import { catalogueOf } from '../assessment/catalogue-version.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { scoringOf } from '../assessment/scoring/scoring.ts';
import type { WorkbookFigures } from '../assessment/scoring/workbook/figures-of.ts';
import { earlierOf } from '../conversation/following-up.ts';
import type { KeptAssessment } from '../conversation/kept.ts';
import type { Run } from '../conversation/session.ts';

/**
 * The figures that stand beside a run's in its file: of a file that was sent in for that, or else of the latest result
 * that was kept before it, counted by the rules and services of this run. Undefined where there is neither.
 */
export function earlierYear(
  instrument: Instrument,
  run: Run,
  kept: KeptAssessment | undefined,
): WorkbookFigures | undefined {
  if (run.earlier) return run.earlier;
  const { startedAt, answers } = run;
  const before = kept && earlierOf(kept.runs, { instrument, startedAt, answers }).at(-1);
  if (!before) return undefined;
  const carried = carryOver(instrument, before.version, before.answers);
  const figures = scoringOf(instrument).year?.(instrument, carried.answers);
  const catalogue = catalogueOf(before.outcome);
  const { at, version } = before;
  return figures && { ...figures, kept: { at, version, ...(catalogue !== undefined && { catalogue }) } };
}
