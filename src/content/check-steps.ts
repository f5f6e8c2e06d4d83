import {
  type CardStep,
  cardSteps,
  type Input,
  type Instrument,
  inputsOf,
  isFrame,
  type Step,
} from '../assessment/instrument.ts';
import { insteadOf } from '../assessment/shape/instead-of.ts';
import { checkCondition } from './check-condition.ts';
import { checkField } from './check-field.ts';
import { isReachable } from './is-reachable.ts';
import type { Found } from './problem.ts';

/** Whether each step can be reached, and what it names is there. `earlier`: what is asked before the first of them. */
export function checkSteps(
  instrument: Instrument,
  steps: readonly Step[],
  earlier: readonly Input[],
): Found[] {
  const before = [...earlier];
  return steps.flatMap(step => {
    const found = [
      ...checkWhen(instrument, step, before),
      ...(step.type === 'each'
        ? checkEach(instrument, step, before)
        : checkCardStep(instrument, step, before)),
    ];
    before.push(...inputsWithin(step));
    return found;
  });
}

function inputsWithin(step: Step): readonly Input[] {
  return step.type === 'each' ? step.steps.flatMap(inputsWithin) : inputsOf(step);
}

function checkEach(
  instrument: Instrument,
  step: Step & { type: 'each' },
  earlier: readonly Input[],
): Found[] {
  const path = `steps.${step.id}.items`;
  const { items } = step;
  const chosen = instrument.steps.some(one => one.type === 'choose' && one.list === step.list);
  const found =
    items === 'chosen' && !chosen
      ? [{ path, problem: `nobody is asked to choose from ${step.list}` }]
      : typeof items === 'string'
        ? []
        : checkCondition(instrument, items, earlier).map(problem => ({ path, problem }));
  return [...found, ...checkSteps(instrument, step.steps, earlier)];
}

function checkCardStep(instrument: Instrument, step: CardStep, earlier: readonly Input[]): Found[] {
  const found = inputsOf(step).flatMap(input =>
    checkField(instrument, input, earlier).map(one => ({
      ...one,
      path: `${placeOf(step, input)}.${one.path}`,
    })),
  );
  return step.type === 'form' ? [...found, ...checkForm(instrument, step)] : found;
}

/** A field of a card stands within its step; a question by itself is one. */
function placeOf(step: CardStep, input: Input): string {
  if (step === input) return `steps.${step.id}`;
  return step.type === 'climb' ? `steps.${step.id}.input` : `steps.${step.id}.inputs.${input.id}`;
}

function checkForm(instrument: Instrument, step: Extract<CardStep, { type: 'form' }>): Found[] {
  const known = new Set(
    cardSteps(instrument).flatMap(({ step: other }) => [other.id, ...inputsOf(other).map(({ id }) => id)]),
  );
  const asking = isFrame(step) ? step.inputs.filter(({ blank }) => blank !== 'fine') : [];
  const named = [...step.shares, ...(step.onward ? [step.onward] : []), ...(step.either ?? []).flat()];
  return [
    ...asking.map(({ id }) => ({
      path: `steps.${id}.blank`,
      problem: 'what is judged may be left open: set blank to fine',
    })),
    ...named
      .filter(id => !known.has(id))
      .map(id => ({
        path: `steps.${step.id}`,
        problem: `there is no step or question ${id}${insteadOf(id, [...known])}`,
      })),
  ];
}

function checkWhen(instrument: Instrument, step: Step, earlier: readonly Input[]): Found[] {
  if (!step.when) return [];
  const path = `steps.${step.id}.when`;
  const found = checkCondition(instrument, step.when, earlier).map(problem => ({ path, problem }));
  if (found.length > 0 || step.type === 'each') return found;
  return isReachable(instrument, step) ? [] : [{ path, problem: 'no answers lead to this step' }];
}
