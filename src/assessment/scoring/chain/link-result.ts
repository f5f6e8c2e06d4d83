/** One link of the chain: what it consists of, how it is measured, and how far it got. */
import { type Answers, keyOf, numberAt, textAt } from '../../answers.ts';
import { type Link, namedField } from './chain-rules.ts';

export interface LinkResult {
  readonly id: Link;
  /** Options and one's own words. */
  readonly named: readonly string[];
  readonly measure: string | null;
  readonly start: number | null;
  readonly goal: number | null;
  /** `2027-05-01`. */
  readonly followUp: string | null;
  readonly actual: number | null;
  /** Of the way from start to goal, 0 at the start and 1 at the goal; null where it cannot be told. */
  readonly progress: number | null;
  readonly reached: Reached | null;
}

/** How the outcome stands to the plan. */
export type Reached = 'yes' | 'partly' | 'no';

/** Reads a link of an item from the answers. */
export function linkResult(answers: Answers, item: string, id: Link): LinkResult {
  const number = (field: string) => numberAt(answers, keyOf([item, id], field)) ?? null;
  const text = (field: string) => textAt(answers, keyOf([item, id], field)) ?? null;
  const [start, goal, actual] = [number('start'), number('goal'), number('actual')];
  const named = answers[keyOf([item], namedField(id))];
  const progress = progressOf(start, goal, actual);
  return {
    id,
    named: Array.isArray(named) ? named : [],
    measure: text('measure'),
    start,
    goal,
    followUp: text('follow-up'),
    actual,
    progress,
    reached: progress === null ? null : progress >= 1 ? 'yes' : progress > 0 ? 'partly' : 'no',
  };
}

/** A goal below the start is reached by going down. Where both are the same, staying there is enough. */
function progressOf(start: number | null, goal: number | null, actual: number | null): number | null {
  if (start === null || goal === null || actual === null) return null;
  if (start === goal) return actual === goal ? 1 : 0;
  return (actual - start) / (goal - start);
}
