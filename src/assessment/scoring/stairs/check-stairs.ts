import { inputsIn } from '../../condition.ts';
import { cardSteps, frameInputs, type Instrument, inputsOf } from '../../instrument.ts';
import { findInput } from '../../places.ts';
import { repeated } from '../../repeated.ts';
import type { RuleProblem } from '../port.ts';
import { type Stair, type StairCondition, stairsRules } from './rules.ts';

/** Whether the stairs can be counted as written: each condition is asked, each bound can be passed. */
export function checkStairs(instrument: Instrument): RuleProblem[] {
  const { stairs } = stairsRules(instrument);
  const ids = stairs.flatMap(({ conditions }) => conditions.map(({ id }) => id));
  return [
    ...stairs.flatMap((stair, index) => checkStair(instrument, stair, `scoring.stairs.${index + 1}`)),
    ...repeated(ids).map(id => ({
      path: `scoring.stairs.${id}`,
      problem: 'this condition is counted more than once',
    })),
    ...checkReferences(instrument, ids),
    ...checkBackground(instrument, ids),
    ...checkUse(instrument, [...ids, ...askedBeside(instrument), ...stairsRules(instrument).background]),
  ];
}

/** Whether what the rules say of conditions and questions names some that there are. */
function checkReferences(instrument: Instrument, conditions: readonly string[]): RuleProblem[] {
  const { efforts, counted, doubts, areas } = stairsRules(instrument);
  const unknown = (part: string, ids: readonly string[]) =>
    ids
      .filter(id => !conditions.includes(id))
      .map(id => ({ path: `scoring.${part}.${id}`, problem: 'no stair counts this condition' }));
  const unasked = askedBeside(instrument)
    .filter(id => !findInput(instrument, id))
    .map(id => ({ path: `scoring.${id}`, problem: 'no step asks this' }));
  const trusted = doubts.flatMap(({ trusts }) =>
    Object.values(trusts).flatMap(instead => [
      ...Object.keys(instead),
      ...Object.values(instead).filter(id => id !== 'unknown'),
    ]),
  );
  return [
    ...unknown('efforts', Object.keys(efforts)),
    ...unknown(
      'counted',
      counted.map(({ id }) => id),
    ),
    ...unknown('doubts', trusted),
    ...unasked,
    ...(areas === undefined || frameInputs(instrument).some(({ id }) => id === areas)
      ? []
      : [{ path: 'scoring.areas', problem: 'no frame asks this' }]),
  ];
}

/** A question either counts or only informs, and is asked. */
function checkBackground(instrument: Instrument, conditions: readonly string[]): RuleProblem[] {
  return stairsRules(instrument).background.flatMap(id => {
    const path = `scoring.background.${id}`;
    if (!findInput(instrument, id)) return [{ path, problem: 'no step asks this' }];
    return conditions.includes(id)
      ? [{ path, problem: 'a stair counts this: name it there or here, not in both' }]
      : [];
  });
}

/** Questions that no stair counts by themselves, but that decide what a condition is worth. */
function askedBeside(instrument: Instrument): string[] {
  const { counted, doubts } = stairsRules(instrument);
  return [
    ...counted.flatMap(({ target, reached }) => [target, reached]),
    ...doubts.map(({ input }) => input),
  ];
}

function checkStair(instrument: Instrument, { requires, conditions }: Stair, path: string): RuleProblem[] {
  const found = conditions.flatMap(condition => checkCondition(instrument, condition, path));
  if (requires.met === 0 && requires.started === 0) {
    found.push({
      path: `${path}.requires`,
      problem: 'met and started are both 0, so this stair always holds',
    });
  }
  // What is met is also started, so a smaller share of started would never decide anything.
  if (requires.started < requires.met) {
    found.push({ path: `${path}.requires.started`, problem: 'started is smaller than met' });
  }
  return found;
}

function checkCondition(instrument: Instrument, condition: StairCondition, stair: string): RuleProblem[] {
  const path = `${stair}.${condition.id}`;
  const input = findInput(instrument, condition.id);
  if (!input) return [{ path, problem: 'no step asks this condition' }];
  if (input.type === 'choice') {
    if ('above' in condition)
      return [{ path, problem: 'above needs a number, and this question is a choice' }];
    return canBeMet(instrument, input.scale)
      ? []
      : [{ path, problem: `no option of ${input.scale} is worth 1, so it can never be met` }];
  }
  if (input.type !== 'number')
    return [{ path, problem: `a stair counts choices and numbers, and this is a ${input.type}` }];
  if (!('above' in condition)) return [{ path, problem: 'a number needs the bound above which it is met' }];
  const passable = condition.above > 0 && condition.above >= input.min && condition.above < input.max;
  return passable
    ? []
    : [{ path: `${path}.above`, problem: `the bound is not within ${input.min}–${input.max}` }];
}

function canBeMet({ scales }: Instrument, scale: string): boolean {
  const found = scales[scale];
  return !found || Object.values(found.options).includes(1);
}

function checkUse(instrument: Instrument, scored: readonly string[]): RuleProblem[] {
  const steps = cardSteps(instrument).map(({ step }) => step);
  const branching = steps.flatMap(({ when }) => (when ? inputsIn(when) : []));
  const frame = frameInputs(instrument);
  const idle = steps
    .flatMap(inputsOf)
    .filter(input => !frame.includes(input))
    .filter(
      ({ id, type }) =>
        (type === 'choice' || type === 'number') && !scored.includes(id) && !branching.includes(id),
    );
  return idle.map(({ id }) => ({
    path: `steps.${id}`,
    problem:
      'the answer is used nowhere: put its id among the conditions of a stair, or under "background" of scoring if it only informs, or take the step out',
  }));
}
