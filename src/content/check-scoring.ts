import { inputsIn } from '../assessment/condition.ts';
import {
  type Definition,
  findInput,
  inputsOf,
  type Stair,
  type StairCondition,
} from '../assessment/definition.ts';
import type { Found } from './problem.ts';
import { repeated } from './repeated.ts';

/** Whether the stairs can be counted as written: each condition is asked, each bound can be passed. */
export function checkScoring(definition: Definition): Found[] {
  const { stairs } = definition.scoring;
  const ids = stairs.flatMap(({ conditions }) => conditions.map(({ id }) => id));
  return [
    ...stairs.flatMap((stair, index) => checkStair(definition, stair, `scoring.stairs.${index + 1}`)),
    ...repeated(ids).map(id => ({
      path: `scoring.stairs.${id}`,
      problem: 'this condition is counted more than once',
    })),
    ...checkUse(definition, ids),
  ];
}

function checkStair(definition: Definition, { requires, conditions }: Stair, path: string): Found[] {
  const found = conditions.flatMap(condition => checkCondition(definition, condition, path));
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

function checkCondition(definition: Definition, condition: StairCondition, stair: string): Found[] {
  const path = `${stair}.${condition.id}`;
  const input = findInput(definition, condition.id);
  if (!input) return [{ path, problem: 'no step asks this condition' }];
  if (input.type === 'choice') {
    return 'above' in condition
      ? [{ path, problem: 'above needs a number, and this question is a choice' }]
      : [];
  }
  if (!('above' in condition)) return [{ path, problem: 'a number needs the bound above which it is met' }];
  const passable = condition.above > 0 && condition.above >= input.min && condition.above < input.max;
  return passable
    ? []
    : [{ path: `${path}.above`, problem: `the bound is not within ${input.min}–${input.max}` }];
}

function checkUse(definition: Definition, scored: readonly string[]): Found[] {
  const branching = definition.steps.flatMap(({ when }) => (when ? inputsIn(when) : []));
  const idle = definition.steps
    .flatMap(inputsOf)
    .filter(({ id }) => !scored.includes(id) && !branching.includes(id));
  return idle.map(({ id }) => ({
    path: `steps.${id}`,
    problem: 'the answer is used nowhere: no stair counts it',
  }));
}
