import { isOut } from '../assessment/answers.ts';
import { comparisons } from '../assessment/comparisons.ts';
import { type Condition, inputsIn } from '../assessment/condition.ts';
import type { FieldOf } from '../assessment/field.ts';
import {
  type CardStep,
  cardSteps,
  type Input,
  type Instrument,
  inputsOf,
  isFrame,
  optionsOf,
  outsOf,
  type Step,
} from '../assessment/instrument.ts';
import { allItems } from '../assessment/list.ts';
import { NAME } from '../assessment/names-in.ts';
import { repeated } from '../assessment/repeated.ts';
import { checkRules } from '../assessment/scoring/scoring.ts';
import { insteadOf } from '../assessment/shape/instead-of.ts';
import { WAYS } from '../conversation/press.ts';
import { checkCollects } from './check-collects.ts';
import { checkCompares } from './check-compares.ts';
import { checkLists } from './check-lists.ts';
import { checkMoved } from './check-moved.ts';
import type { Found, Problem } from './problem.ts';
import { isReachable } from './reach.ts';
import type { InstrumentFile } from './read-dialogs.ts';

/** Everything in one instrument that the schema cannot see: ids that point nowhere, steps nobody reaches. */
export function checkInstrument({ file, instrument }: InstrumentFile): Problem[] {
  const shape: Found[] = [
    ...checkHeader(instrument),
    ...checkScales(instrument),
    ...checkIds(instrument),
    ...checkLists(instrument),
    ...checkSteps(instrument, instrument.steps, []),
    ...checkMoved(instrument),
    ...checkCollects(instrument),
    ...checkCompares(instrument),
  ];
  // The rules are looked at once what they speak of is sound.
  const found = shape.length > 0 ? shape : checkRules(instrument);
  return found.map(one => ({ file, ...one }));
}

function checkHeader({ minutes, source, steps }: Instrument): Found[] {
  const unsourced = source
    ? []
    : cardSteps({ steps }).flatMap(({ step }) =>
        inputsOf(step).flatMap(input => (input.source === undefined ? [input.id] : [])),
      );
  return [
    ...(minutes && minutes.min > minutes.max ? [{ path: 'minutes', problem: 'min is larger than max' }] : []),
    ...unsourced.map(id => ({
      path: `steps.${id}`,
      problem: 'name its source, or the source of the whole instrument at the top',
    })),
  ];
}

function checkScales({ scales, steps }: Instrument): Found[] {
  const used = new Set(
    cardSteps({ steps })
      .flatMap(({ step }) => inputsOf(step))
      .flatMap(input => ('scale' in input ? input.scale : [])),
  );
  return Object.entries(scales).flatMap(([id, { options }]) => {
    const path = `scales.${id}`;
    const outs = Object.keys(options).filter(isOut);
    return [
      ...outs.map(out => ({ path: `${path}.${out}`, problem: 'every scale has this option already' })),
      ...(Object.keys(options).length === 0 ? [{ path, problem: 'has no options' }] : []),
      ...(used.has(id) ? [] : [{ path, problem: 'no question uses this scale' }]),
    ];
  });
}

/** Steps, fields and items share one space: they are text keys, and answers are kept under them. */
function checkIds({ steps, lists }: Instrument): Found[] {
  const ids = stepIds(steps);
  const items = Object.values(lists).flatMap(list => allItems(list).map(({ item }) => item.id));
  return [
    ...repeated(ids).map(id => ({ path: `steps.${id}`, problem: 'this id is used more than once' })),
    ...repeated(items).map(id => ({ path: `lists.${id}`, problem: 'this id is used more than once' })),
    ...items
      .filter(id => ids.includes(id))
      .map(id => ({ path: `lists.${id}`, problem: 'a step or a question has this id as well' })),
    ...ids
      .filter(id => id === NAME)
      .map(id => ({ path: `steps.${id}`, problem: `${NAME} is kept for items people add` })),
    ...ids
      .filter(id => KEPT_IDS.includes(id))
      .map(id => ({ path: `steps.${id}`, problem: `buttons send ${id} themselves: choose another id` })),
  ];
}

/** What stands beside the fields of a card that is sent in, and where a button leads that leads to no card. */
const KEPT_IDS: readonly string[] = ['do', 'step', 'nonce', 'onward', 'fill', ...WAYS];

function stepIds(steps: readonly Step[]): string[] {
  return steps.flatMap(step => {
    if (step.type === 'each') return [step.id, ...stepIds(step.steps)];
    const inputs = inputsOf(step).map(({ id }) => id);
    return inputsOf(step).some(input => input === step) ? inputs : [step.id, ...inputs];
  });
}

function checkSteps(instrument: Instrument, steps: readonly Step[], earlier: readonly Input[]): Found[] {
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
        : lookups(instrument, items, earlier).map(problem => ({ path, problem }));
  return [...found, ...checkSteps(instrument, step.steps, earlier)];
}

function checkCardStep(instrument: Instrument, step: CardStep, earlier: readonly Input[]): Found[] {
  const found = inputsOf(step).flatMap(input => [
    ...checkInput(instrument, input),
    ...checkOffers(instrument, input, earlier),
    ...checkReturns(instrument, input, earlier),
  ]);
  if (step.type !== 'form') return found;
  const known = new Set(
    cardSteps(instrument).flatMap(({ step: other }) => [other.id, ...inputsOf(other).map(({ id }) => id)]),
  );
  const asking = isFrame(step) ? step.inputs.filter(({ blank }) => blank !== 'fine') : [];
  const named = [...step.shares, ...(step.onward ? [step.onward] : []), ...(step.either ?? []).flat()];
  return [
    ...found,
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

function checkInput({ scales, registers }: Instrument, input: Input): Found[] {
  const path = `steps.${input.id}`;
  if (input.type === 'register' && !(input.register in registers))
    return [
      {
        path: `${path}.register`,
        problem: `there is no register ${input.register}${insteadOf(input.register, Object.keys(registers))}`,
      },
    ];
  if ('scale' in input)
    return input.scale in scales
      ? []
      : [
          {
            path: `${path}.scale`,
            problem: `there is no scale ${input.scale}${insteadOf(input.scale, Object.keys(scales))}`,
          },
        ];
  return input.type === 'number' ? checkNumber(input, path) : [];
}

function checkNumber({ unit, min, max, decimals = 0 }: FieldOf<'number'>, path: string): Found[] {
  const parted = decimals > 0 || min % 1 !== 0 || max % 1 !== 0;
  return [
    ...(min >= max ? [{ path: `${path}.min`, problem: 'min is not smaller than max' }] : []),
    ...(unit === 'year' && parted
      ? [{ path: `${path}.unit`, problem: 'years are whole: leave decimals out, also of min and max' }]
      : []),
  ];
}

/** What an earlier answer picks of a scale has to be in it, and every answer has to pick something. */
function checkOffers(instrument: Instrument, input: Input, earlier: readonly Input[]): Found[] {
  if (input.type !== 'multi' || !input.offers) return [];
  const path = `steps.${input.id}.offers`;
  const { by, options } = input.offers;
  const asked = earlier.find(({ id }) => id === by);
  if (!asked) return [{ path, problem: `${by} is not asked before this step${insteadOf(by, ids(earlier))}` }];
  const answers = optionsOf(instrument, asked);
  const known = optionsOf(instrument, input);
  return [
    ...answers
      .filter(id => !Object.hasOwn(options, id))
      .map(id => ({ path: `${path}.options`, problem: `nothing is offered for ${id}` })),
    ...Object.entries(options).flatMap(([answer, offered]) => [
      ...(answers.includes(answer)
        ? []
        : [
            {
              path: `${path}.options.${answer}`,
              problem: `${by} is never answered with ${answer}${insteadOf(answer, answers)}`,
            },
          ]),
      ...offered
        .filter(id => !known.includes(id))
        .map(id => ({
          path: `${path}.options.${answer}`,
          problem: `the scale ${input.scale} has no option ${id}${insteadOf(id, known)}`,
        })),
    ]),
  ];
}

function checkReturns(instrument: Instrument, input: Input, earlier: readonly Input[]): Found[] {
  if (input.type !== 'date' || !input.returns) return [];
  const path = `steps.${input.id}.returns`;
  return lookups(instrument, input.returns.unless, earlier).map(problem => ({ path, problem }));
}

function ids(inputs: readonly Input[]): string[] {
  return inputs.map(({ id }) => id);
}

function checkWhen(instrument: Instrument, step: Step, earlier: readonly Input[]): Found[] {
  if (!step.when) return [];
  const path = `steps.${step.id}.when`;
  const found = lookups(instrument, step.when, earlier).map(problem => ({ path, problem }));
  if (found.length > 0 || step.type === 'each') return found;
  return isReachable(instrument, step) ? [] : [{ path, problem: 'no answers lead to this step' }];
}

function lookups(instrument: Instrument, condition: Condition, earlier: readonly Input[]): string[] {
  const missing = inputsIn(condition).filter(id => !earlier.some(input => input.id === id));
  if (missing.length > 0)
    return missing.map(id => `${id} is not asked before this step${insteadOf(id, ids(earlier))}`);
  return comparisons(condition).flatMap(({ input: id, value }) => {
    const input = earlier.find(one => one.id === id);
    if (!input || accepts(instrument, input, value)) return [];
    const taken = [...optionsOf(instrument, input), ...outsOf(instrument, input)];
    const wayOut =
      input.type === 'number' ? `: it takes ${input.min}–${input.max}` : insteadOf(String(value), taken);
    return [`${id} is never answered with ${value}${wayOut}`];
  });
}

function accepts(instrument: Instrument, input: Input, value: string | number): boolean {
  if (isOut(value)) return outsOf(instrument, input).includes(value);
  if (input.type === 'number') return typeof value === 'number' && value >= input.min && value <= input.max;
  return optionsOf(instrument, input).some(option => option === value);
}
