/** From answers to the stair: pure, and the same for the same answers and definition version. */
import type { Answers } from '../../answers.ts';
import type { Definition } from '../../definition.ts';
import type { Interval } from '../../outcome.ts';
import { findInput } from '../../places.ts';
import { type Stair, type StairCondition, stairsRules } from './rules.ts';

/** What one condition is worth: its score, or why it has none. */
type Standing = { kind: 'scored'; score: number } | { kind: 'unknown' } | { kind: 'na' };

/** How unknown answers are read: as not met for the low end of the interval, as met for the high end. */
type Reading = 'unknown-as-no' | 'unknown-as-yes';

/**
 * The stair these answers reach, as an interval: `low` if every unknown were a no, `high` if every unknown
 * were a yes. 0 means not yet on the stair. The stair is cumulative: a step counts only when all below hold.
 */
export function scoreStair(definition: Definition, answers: Answers): Interval {
  return {
    low: reach(definition, answers, 'unknown-as-no'),
    high: reach(definition, answers, 'unknown-as-yes'),
  };
}

function reach(definition: Definition, answers: Answers, reading: Reading): number {
  const { stairs } = stairsRules(definition);
  const broken = stairs.findIndex(stair => !stairHolds(definition, stair, answers, reading));
  return broken === -1 ? stairs.length : broken;
}

function stairHolds(definition: Definition, stair: Stair, answers: Answers, reading: Reading): boolean {
  const scores = scoresOf(definition, stair, answers, reading).map(({ score }) => score);
  return enough(scores, 'met', stair) && enough(scores, 'started', stair);
}

/** Whether the share of met (or started) conditions reaches what the stair requires. Vacuously so when none applies. */
export function enough(scores: readonly number[], what: 'met' | 'started', stair: Stair): boolean {
  const passed = scores.filter(score => (what === 'met' ? score === 1 : score > 0)).length;
  return scores.length === 0 || passed / scores.length >= stair.requires[what];
}

/** The applicable conditions of a stair with their scores (0–1), in the definition's order. */
export function scoresOf(
  definition: Definition,
  stair: Stair,
  answers: Answers,
  reading: Reading,
): { id: string; score: number }[] {
  return stair.conditions.flatMap(condition => {
    const standing = standingOf(definition, condition, answers);
    if (standing.kind === 'na') return [];
    const unknown = reading === 'unknown-as-yes' ? 1 : 0;
    return [{ id: condition.id, score: standing.kind === 'scored' ? standing.score : unknown }];
  });
}

function standingOf(definition: Definition, condition: StairCondition, answers: Answers): Standing {
  const answer = answers[condition.id] ?? 'unknown';
  if (answer === 'na' || answer === 'unknown') return { kind: answer };
  if (typeof answer === 'number') return { kind: 'scored', score: numberScore(answer, condition) };
  const input = findInput(definition, condition.id);
  const scale = input?.type === 'choice' ? definition.scales[input.scale] : undefined;
  return { kind: 'scored', score: (typeof answer === 'string' ? scale?.options[answer] : undefined) ?? 0 };
}

/** Met strictly above the bound; below it the share of the way there, never a full 1. */
function numberScore(value: number, condition: StairCondition): number {
  if (!('above' in condition)) return 0;
  return value > condition.above ? 1 : Math.min(value / condition.above, 0.99);
}
