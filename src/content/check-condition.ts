import { isOut } from '../assessment/answers.ts';
import { comparisons } from '../assessment/comparisons.ts';
import { type Condition, inputsIn } from '../assessment/condition.ts';
import { type Input, type Instrument, optionsOf, outsOf } from '../assessment/instrument.ts';
import { insteadOf } from '../assessment/shape/instead-of.ts';

/** Whether a condition looks at what is asked before it, for answers that are taken there. One problem a text. */
export function checkCondition(
  instrument: Instrument,
  condition: Condition,
  earlier: readonly Input[],
): string[] {
  const missing = inputsIn(condition).filter(id => !earlier.some(input => input.id === id));
  if (missing.length > 0) return missing.map(id => notAskedBefore(id, earlier));
  return comparisons(condition).flatMap(({ input: id, value }) => {
    const input = earlier.find(one => one.id === id);
    if (!input || accepts(instrument, input, value)) return [];
    const taken = [...optionsOf(instrument, input), ...outsOf(instrument, input)];
    const wayOut =
      input.type === 'number' ? `: it takes ${input.min}–${input.max}` : insteadOf(String(value), taken);
    return [`${id} is never answered with ${value}${wayOut}`];
  });
}

export function notAskedBefore(id: string, earlier: readonly Input[]): string {
  const asked = earlier.map(input => input.id);
  return `${id} is not asked before this step${insteadOf(id, asked)}`;
}

function accepts(instrument: Instrument, input: Input, value: string | number): boolean {
  if (isOut(value)) return outsOf(instrument, input).includes(value);
  if (input.type === 'number') return typeof value === 'number' && value >= input.min && value <= input.max;
  return optionsOf(instrument, input).some(option => option === value);
}
