import { OUTS } from '../assessment/answers.ts';
import { type Condition, inputsIn } from '../assessment/condition.ts';
import { type Definition, type Input, inputsOf, optionsOf, type Step } from '../assessment/definition.ts';
import { checkScoring } from './check-scoring.ts';
import { comparisons } from './comparisons.ts';
import type { Found, Problem } from './problem.ts';
import { isReachable } from './reach.ts';
import type { DefinitionFile } from './read-dialogs.ts';
import { repeated } from './repeated.ts';

/** Everything in one definition that the schema cannot see: ids that point nowhere, steps nobody reaches. */
export function checkDefinition({ file, definition }: DefinitionFile): Problem[] {
  const found: Found[] = [
    ...checkHeader(definition),
    ...checkScales(definition),
    ...checkIds(definition),
    ...definition.steps.flatMap((step, index) => checkStep(definition, step, index)),
    ...checkScoring(definition),
  ];
  return found.map(one => ({ file, ...one }));
}

function checkHeader({ minutes }: Definition): Found[] {
  return minutes.min > minutes.max ? [{ path: 'minutes', problem: 'min is larger than max' }] : [];
}

function checkScales({ scales, steps }: Definition): Found[] {
  const used = new Set(
    steps.flatMap(inputsOf).flatMap(input => (input.type === 'choice' ? input.scale : [])),
  );
  return Object.entries(scales).flatMap(([id, options]) => {
    const path = `scales.${id}`;
    const outs = OUTS.filter(out => out in options);
    return [
      ...outs.map(out => ({ path: `${path}.${out}`, problem: 'every scale has this option already' })),
      ...(Object.values(options).includes(1)
        ? []
        : [{ path, problem: 'no option is worth 1, so nothing can be met' }]),
      ...(used.has(id) ? [] : [{ path, problem: 'no question uses this scale' }]),
    ];
  });
}

/** Step and input ids share one space: both are text keys, and answers are stored under them. */
function checkIds({ steps }: Definition): Found[] {
  const ids = steps.flatMap(step =>
    step.type === 'form' ? [step.id, ...step.inputs.map(({ id }) => id)] : [step.id],
  );
  return repeated(ids).map(id => ({ path: `steps.${id}`, problem: 'this id is used more than once' }));
}

function checkStep(definition: Definition, step: Step, index: number): Found[] {
  const path = `steps.${step.id}`;
  return [
    ...inputsOf(step).flatMap(input => checkInput(definition, input)),
    ...checkWhen(definition, { step, index, path }),
  ];
}

function checkInput({ scales }: Definition, input: Input): Found[] {
  const path = `steps.${input.id}`;
  if (input.type === 'choice') {
    return input.scale in scales
      ? []
      : [{ path: `${path}.scale`, problem: `there is no scale ${input.scale}` }];
  }
  return input.min < input.max ? [] : [{ path: `${path}.min`, problem: 'min is not smaller than max' }];
}

function checkWhen(
  definition: Definition,
  { step, index, path }: { step: Step; index: number; path: string },
): Found[] {
  if (!step.when) return [];
  const earlier = definition.steps.slice(0, index).flatMap(inputsOf);
  const found = [...lookups(definition, step.when, earlier)].map(problem => ({
    path: `${path}.when`,
    problem,
  }));
  if (found.length > 0) return found;
  return isReachable(definition, step)
    ? []
    : [{ path: `${path}.when`, problem: 'no answers lead to this step' }];
}

function lookups(definition: Definition, condition: Condition, earlier: readonly Input[]): string[] {
  const missing = inputsIn(condition).filter(id => !earlier.some(input => input.id === id));
  if (missing.length > 0) return missing.map(id => `${id} is not asked before this step`);
  return comparisons(condition).flatMap(({ input: id, value }) => {
    const input = earlier.find(one => one.id === id);
    return input && !accepts(definition, input, value) ? [`${id} is never answered with ${value}`] : [];
  });
}

function accepts(definition: Definition, input: Input, value: string | number): boolean {
  if (OUTS.some(out => out === value)) return true;
  if (input.type === 'choice') return optionsOf(definition, input).some(option => option === value);
  return typeof value === 'number' && value >= input.min && value <= input.max;
}
