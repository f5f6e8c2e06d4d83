/** The whole result of an assessment, as other tools read it. */
import { type Action, recommend } from '../../actions.ts';
import type { Answers } from '../../answers.ts';
import type { Definition } from '../../definition.ts';
import type { Interval } from '../../outcome.ts';
import { type Stair, stairsRules } from './rules.ts';
import { enough, scoreStair, scoresOf } from './score.ts';

export interface AssessmentResult {
  readonly dialog: string;
  readonly version: string;
  /** 0 = not yet on the stair … 4 = top; low = high when nothing is unknown. */
  readonly stair: Interval;
  /** Share (0–1) of the conditions that have an answer; `na` is an answer, `unknown` is not. */
  readonly coverage: number;
  /** True when the coverage is under the definition's threshold. */
  readonly provisional: boolean;
  /** Mean score (0–1) of the applicable conditions of the next stair, unknowns as no; 1 at the top. */
  readonly progress: number;
  /** Conditions of the next stair that keep it from holding. */
  readonly holding: readonly string[];
  /** The smallest set of conditions that would lift the stair if each were met. */
  readonly smallestLift: readonly string[];
  /** Conditions left out of the scoring as not applicable. */
  readonly notApplicable: readonly string[];
  /** Recommended actions, the most useful first. */
  readonly actions: readonly string[];
}

/** Assesses the answers. Ids left out count as unknown; values are taken as already checked. */
export function assess(
  definition: Definition,
  actions: readonly Action[],
  answers: Answers,
): AssessmentResult {
  const stair = scoreStair(definition, answers);
  const { stairs, provisionalBelow } = stairsRules(definition);
  const conditions = stairs.flatMap(({ conditions }) => conditions.map(({ id }) => id));
  const answered = conditions.filter(id => (answers[id] ?? 'unknown') !== 'unknown');
  const coverage = answered.length / conditions.length;
  const next = nextStair(definition, answers, stair.low);
  return {
    dialog: definition.id,
    version: definition.version,
    stair,
    coverage,
    provisional: coverage < provisionalBelow,
    ...next,
    notApplicable: conditions.filter(id => answers[id] === 'na'),
    actions: recommend(actions, {
      towards: Math.min(stair.low + 1, stairs.length),
      holding: next.holding,
    }),
  };
}

function nextStair(definition: Definition, answers: Answers, low: number) {
  const stair = stairsRules(definition).stairs[low];
  if (!stair) return { progress: 1, holding: [], smallestLift: [] };
  const scored = scoresOf(definition, stair, answers, 'unknown-as-no');
  const progress = scored.reduce((sum, { score }) => sum + score, 0) / scored.length;
  return { progress, holding: holding(scored, stair), smallestLift: smallestLift(scored, stair) };
}

type Scored = readonly { id: string; score: number }[];

/** When enough are met already, only the ones not even started hold the stair down; else every unmet one does. */
function holding(scored: Scored, stair: Stair): string[] {
  const scores = scored.map(({ score }) => score);
  const holds = enough(scores, 'met', stair) ? (score: number) => score === 0 : (score: number) => score < 1;
  return scored.filter(({ score }) => holds(score)).map(({ id }) => id);
}

/** Takes the conditions furthest from met only as far as the stair's shares demand; ties in definition order. */
function smallestLift(scored: Scored, stair: Stair): string[] {
  const unmet = scored
    .filter(({ score }) => score < 1)
    .sort((a, b) => Number(a.score > 0) - Number(b.score > 0));
  const size = unmet.findIndex((_, count) => lifts(scored, unmet.slice(0, count + 1), stair)) + 1;
  return unmet.slice(0, size).map(({ id }) => id);
}

function lifts(scored: Scored, lifted: Scored, stair: Stair): boolean {
  const scores = scored.map(one => (lifted.includes(one) ? 1 : one.score));
  return enough(scores, 'met', stair) && enough(scores, 'started', stair);
}
