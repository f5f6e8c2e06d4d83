/** The whole result of an assessment, as other tools read it. */
import { type Action, recommend } from '../../actions.ts';
import { type Answers, answersFrom } from '../../answers.ts';
import type { Instrument } from '../../instrument.ts';
import type { Interval } from '../../interval.ts';
import type { StairStanding } from '../../sections/standing.ts';
import { scopeOf } from '../scope.ts';
import { type Stair, stairsRules } from './rules.ts';
import { AS_NO, AS_YES, lifts, scoreStair, scoresOf, unknownOf } from './score.ts';
import { type WayUp, wayUp } from './way-up.ts';

export interface AssessmentResult extends WayUp {
  readonly dialog: string;
  readonly version: string;
  /** What was judged, and by whom: field → answer. Left out when nothing of it was told. */
  readonly scope?: Answers;
  /** 0 = not yet on the stair … 4 = top; low = high when nothing is unknown. */
  readonly stair: Interval;
  /** Every stair by itself, lowest first. */
  readonly stairs: readonly StairStanding[];
  /** Share (0–1) of the conditions that have an answer; `na` is an answer, `unknown` is not. */
  readonly coverage: number;
  /** True when the coverage is under the instrument's threshold. */
  readonly provisional: boolean;
  /** Conditions left out of the scoring as not applicable. */
  readonly notApplicable: readonly string[];
  /** Recommended actions, in the order in which to take them. */
  readonly actions: readonly string[];
}

/** Assesses the answers. Ids left out count as unknown; values are taken as already checked. */
export function assess(
  instrument: Instrument,
  actions: readonly Action[],
  answers: Answers,
): AssessmentResult {
  const stair = scoreStair(instrument, answers);
  const scope = scopeOf(instrument, answers);
  const { stairs, provisionalBelow } = stairsRules(instrument);
  const conditions = stairs.flatMap(({ conditions }) => conditions.map(({ id }) => id));
  const answered = conditions.filter(id => (answers[id] ?? 'unknown') !== 'unknown');
  const coverage = answered.length / conditions.length;
  const next = wayUp(instrument, answers, stair.low);
  const { holding, unknown } = next;
  return {
    dialog: instrument.id,
    version: instrument.version,
    ...(scope.length > 0 && { scope: answersFrom(scope) }),
    stair,
    stairs: stairs.map((one, index) => standingOfStair(instrument, answers, { stair: one, index })),
    coverage,
    provisional: coverage < provisionalBelow,
    ...next,
    notApplicable: conditions.filter(id => answers[id] === 'na'),
    actions: recommend(actions, {
      holding,
      unknown,
      answers,
      at: stair.low === stairs.length ? 'top' : 'below',
    }),
  };
}

function standingOfStair(
  instrument: Instrument,
  answers: Answers,
  { stair, index }: { stair: Stair; index: number },
): StairStanding {
  const surely = scoresOf(instrument, { stair, answers, reading: AS_NO });
  const perhaps = scoresOf(instrument, { stair, answers, reading: AS_YES });
  const open = lifts(perhaps, stair) ? 'unknown' : 'no';
  return {
    stair: index + 1,
    holds: surely.length === 0 ? 'not-assessed' : lifts(surely, stair) ? 'yes' : open,
    met: surely.filter(({ score }) => score === 1).length,
    of: surely.length,
    unknown: unknownOf(instrument, stair, answers),
  };
}
