/** What stands in a result of those that were kept before it. */
import type { Answers } from '../assessment/answers.ts';
import { changeSection, trendSection } from '../assessment/follow-up.ts';
import type { Instrument } from '../assessment/instrument.ts';
import type { Outcome } from '../assessment/outcome.ts';
import { areasOf } from '../assessment/scoring/stairs/rules.ts';
import type { Section } from '../assessment/sections/section.ts';
import type { ConversationContext, RunScene } from './context.ts';
import type { Effect } from './effect.ts';
import { type KeptAssessment, type KeptRun, memberOf } from './kept.ts';

/** A result made now, to stand beside those kept. */
export interface MadeNow {
  readonly instrument: Instrument;
  readonly startedAt: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly answers: Answers;
  readonly outcome: Outcome;
}

/**
 * The sections that tell what is other than in the kept result before this one, and the way from the first. Only results
 * of the same instrument about the same area are beside each other; of this run itself what was kept is left out.
 */
export function followUpSections(
  kept: KeptAssessment | undefined,
  now: MadeNow,
  actions: ConversationContext['actions'],
): readonly Section[] {
  const earlier = kept ? earlierOf(kept.runs, now) : [];
  const before = earlier.at(-1);
  if (!before) return [];
  const { instrument, outcome, at } = now;
  const trend = trendSection([...earlier, { at, version: instrument.version, outcome }]);
  return [changeSection(before, { ...now, actions }), ...(trend ? [trend] : [])];
}

/** The results of the same instrument about the same area that were kept before, the oldest first. */
export function earlierOf(
  runs: readonly KeptRun[],
  { instrument, startedAt, answers }: Pick<MadeNow, 'instrument' | 'startedAt' | 'answers'>,
): KeptRun[] {
  const own = memberOf({ dialog: instrument.id, startedAt });
  const area = areasOf(instrument);
  return runs.filter(
    run =>
      run.dialog === instrument.id &&
      memberOf(run) !== own &&
      (area === undefined || run.answers[area] === answers[area]),
  );
}

/** The same for the run of a scene; `wished` is what is still to be loaded for it. */
export function followUpFor(
  { context, session, run, instrument, now }: RunScene,
  outcome: Outcome,
): { readonly sections: readonly Section[]; readonly wished: readonly Effect[] } {
  if (!session.kept || !context.kept) return { sections: [], wished: [] };
  const found = context.kept();
  if (!found) return { sections: [], wished: [{ kind: 'recall' }] };
  const { startedAt, answers } = run;
  const made = { instrument, startedAt, at: now, answers, outcome };
  return { sections: followUpSections(found.current, made, context.actions), wished: [] };
}

const BESIDE: readonly Section['kind'][] = ['change', 'trend', 'gathered'];

/** The outcome as it is kept: what stands beside it is made anew whenever it is looked at. */
export function byItself({ sections, ...outcome }: Outcome): Outcome {
  return { ...outcome, sections: sections.filter(({ kind }) => !BESIDE.includes(kind)) };
}
