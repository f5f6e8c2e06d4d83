import { type AnswerKey, lastOf } from './answers.ts';
import { inputsIn } from './condition.ts';
import type { Instrument, Step } from './instrument.ts';
import { memo } from './memo.ts';
import { NAME } from './names-in.ts';

/** Whether this answer can decide which cards there are: a condition, a choice or a ladder looks at it, or it adds an item. */
export function steers(instrument: Instrument, key: AnswerKey): boolean {
  return steering(instrument).has(lastOf(key));
}

const steering = memo(
  ({ steps }: Instrument): ReadonlySet<string> => new Set([NAME, ...steps.flatMap(steeringIn)]),
);

function steeringIn(step: Step): string[] {
  const own = step.when ? inputsIn(step.when) : [];
  if (step.type === 'choose') return [...own, step.id];
  if (step.type === 'climb') return [...own, step.input.id];
  if (step.type !== 'each') return own;
  const items = typeof step.items === 'object' ? inputsIn(step.items) : [];
  return [...own, ...items, ...step.steps.flatMap(steeringIn)];
}
