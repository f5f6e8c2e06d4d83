import { keyOf } from '../../assessment/answers.ts';
import type { Card } from '../../assessment/card.ts';
import type { Field } from '../../assessment/field.ts';
import { type CardStep, cardSteps, type Instrument } from '../../assessment/instrument.ts';
import type { RunScene } from '../context.ts';
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

/**
 * The same while a card is open: on its rows a figure needs no name, where rows take nothing but numbers. Those without
 * an answer come first.
 */
export function sayableOn(
  { instrument, run }: Pick<RunScene, 'instrument' | 'run'>,
  card: Card | undefined,
  path: ItemPath,
): Sayable | undefined {
  const fields = sayable(instrument, path);
  if (!fields || card?.step.type !== 'table' || !isRowOf(card, card.step.list, path)) return fields;
  const figures = card.step.inputs.filter(input => input.type === 'number');
  if (figures.length === 0 || figures.length < card.step.inputs.length) return fields;
  const isOpen = ({ id }: Field) => run.answers[keyOf(path.items, id)] === undefined;
  const here = [...figures.filter(isOpen), ...figures.filter(field => !isOpen(field))];
  const { table, choices, numbers } = fields;
  return { table, choices, numbers, here };
}

function isRowOf({ at }: Card, list: string, { lists, items }: ItemPath): boolean {
  return (
    lists.length === at.length + 1 &&
    lists.at(-1) === list &&
    at.every(({ item }, depth) => items[depth] === item)
  );
}

/** What is asked of every row of a table, or of every statement of a ladder. */
export function rowInputs(step: CardStep): readonly Field[] {
  if (step.type === 'climb') return [step.input];
  return step.type === 'table' ? step.inputs : [];
}
