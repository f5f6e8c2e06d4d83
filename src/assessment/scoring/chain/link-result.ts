/** One link of the chain: what it consists of, how it is measured, and how far it got. */
import type { Answers } from '../../answers.ts';
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
  const at = (field: string) => answers[`${item}.${id}.${field}`];
  const [start, goal, actual] = [numberOf(at('start')), numberOf(at('goal')), numberOf(at('actual'))];
  const named = answers[`${item}.${namedField(id)}`];
  const progress = progressOf(start, goal, actual);
  return {
    id,
    named: Array.isArray(named) ? named : [],
    measure: textOf(at('measure')),
    start,
    goal,
    followUp: textOf(at('follow-up')),
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

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
