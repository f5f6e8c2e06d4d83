import type { Field } from '../../assessment/field.ts';
import { type CardStep, cardSteps, type Instrument } from '../../assessment/instrument.ts';
import type { ItemPath } from './naming.ts';
import type { Sayable } from './read-fact.ts';

/** What can be said of an item: nothing of one that is only a heading for others. */
export function sayable(instrument: Instrument, { lists }: Pick<ItemPath, 'lists'>): Sayable | undefined {
  const steps = cardSteps(instrument).filter(
    ({ step, lists: around }) =>
      [...around, ...(step.type === 'table' || step.type === 'climb' ? [step.list] : [])].join() ===
      lists.join(),
  );
  const inputs = steps.flatMap(({ step }) => (step.type === 'form' ? step.inputs : rowInputs(step)));
  if (inputs.length === 0) return undefined;
  const table = steps.flatMap(({ step }) => rowInputs(step));
  return {
    table: table.filter(input => input.type === 'choice'),
    choices: inputs.filter(input => input.type === 'choice').filter(input => !table.includes(input)),
    numbers: inputs.filter(input => input.type === 'number'),
  };
}

/** What is asked of every row of a table, or of every statement of a ladder. */
export function rowInputs(step: CardStep): readonly Field[] {
  if (step.type === 'climb') return [step.input];
  return step.type === 'table' ? step.inputs : [];
}
