import type { Value } from '../../src/assessment/answers.ts';
import { type Input, type Instrument, optionsOf } from '../../src/assessment/instrument.ts';
import type { Stair } from '../../src/assessment/scoring/stairs/rules.ts';

/** The answer that meets a condition of the stair: scales begin with their best option. */
export function bestOf(instrument: Instrument, input: Input, stair: Stair | undefined): Value {
  const bound = stair?.conditions.find(({ id }) => id === input.id);
  if (bound && 'above' in bound) return bound.above + 1;
  return optionsOf(instrument, input)[0] ?? 'unknown';
}
