/** What an item is by its answers, and which of them decided. */
import type { Answers, Entry } from '../../answers.ts';
import { type Condition, holds, inputsIn, valueIn } from '../../condition.ts';
import type { Instrument } from '../../instrument.ts';
import { chainRules, UNCLEAR } from './chain-rules.ts';

export interface Verdict {
  /** The id of one of the rules' verdicts, or `unclear`. */
  readonly id: string;
  /** The answers that made it so, by their fields. */
  readonly reasons: readonly Entry[];
  /** What the rules look at and nothing is known of. */
  readonly unknown: readonly string[];
}

/** The first verdict whose condition holds in this item. */
export function verdictOf(instrument: Instrument, answers: Answers, item: string): Verdict {
  const { verdicts } = chainRules(instrument);
  const known = (input: string) => {
    const value = valueIn(answers, item, input);
    return value === 'unknown' ? undefined : value;
  };
  const inputs = [...new Set(verdicts.flatMap(({ when }) => inputsIn(when)))];
  const found = verdicts.find(({ when }) => holds(when, answers, item));
  const deciding = found ? decidingIn(found.when, answers, item) : inputs;
  return {
    id: found?.id ?? UNCLEAR,
    reasons: [...new Set(deciding)].flatMap(key => {
      const value = known(key);
      return value === undefined ? [] : [{ key, value }];
    }),
    unknown: inputs.filter(input => known(input) === undefined),
  };
}

/** The inputs of those parts of a condition that hold: of several ways, each that does. */
function decidingIn(condition: Condition, answers: Answers, item: string): string[] {
  if (!holds(condition, answers, item)) return [];
  if ('all' in condition) return condition.all.flatMap(part => decidingIn(part, answers, item));
  if ('any' in condition) return condition.any.flatMap(part => decidingIn(part, answers, item));
  return inputsIn(condition);
}
