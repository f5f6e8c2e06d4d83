/** The steps that a field or a card stands in, and whether their conditions still let it be reached. */
import { type Answers, lastOf } from './answers.ts';
import { holds } from './condition.ts';
import { type Instrument, inputsOf, type Step } from './instrument.ts';
import { memo } from './memo.ts';
import { itemsIn, type Place } from './places.ts';

/** Whether a field or a card's step is still reached: no condition around it has come not to hold. */
export function isReached(
  instrument: Instrument,
  { key, at }: { readonly key: string; readonly at: readonly Place[] },
  answers: Answers,
): boolean {
  let depth = 0;
  for (const step of stepsAround(instrument).get(lastOf(key)) ?? []) {
    if (step.when && !holds(step.when, answers, itemsIn(at.slice(0, depth)).join('.'))) return false;
    if (step.type === 'each') depth += 1;
  }
  return true;
}

/** Id of a step or field → the steps it stands in, itself last. */
export const stepsAround = memo(
  (instrument: Instrument): ReadonlyMap<string, readonly Step[]> => new Map(aroundIn(instrument.steps, [])),
);

function aroundIn(steps: readonly Step[], around: readonly Step[]): [string, readonly Step[]][] {
  return steps.flatMap((step): [string, readonly Step[]][] => {
    const within = [...around, step];
    if (step.type === 'each') return aroundIn(step.steps, within);
    return [step.id, ...inputsOf(step).map(({ id }) => id)].map(id => [id, within]);
  });
}
