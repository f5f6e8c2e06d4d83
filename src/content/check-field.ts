import type { FieldOf } from '../assessment/field.ts';
import { type Input, type Instrument, optionsOf } from '../assessment/instrument.ts';
import { insteadOf } from '../assessment/shape/instead-of.ts';
import { checkCondition, notAskedBefore } from './check-condition.ts';
import type { Found } from './problem.ts';

/**
 * Whether what a field is answered with is there: its scale or register, its bounds, what hangs on earlier answers. Paths
 * begin within the field.
 */
export function checkField(instrument: Instrument, input: Input, earlier: readonly Input[]): Found[] {
  return [
    ...checkValues(instrument, input),
    ...checkOffers(instrument, input, earlier),
    ...checkReturns(instrument, input, earlier),
  ];
}

function checkValues({ scales, registers }: Instrument, input: Input): Found[] {
  if (input.type === 'register' && !(input.register in registers))
    return [
      {
        path: 'register',
        problem: `there is no register ${input.register}${insteadOf(input.register, Object.keys(registers))}`,
      },
    ];
  if ('scale' in input)
    return input.scale in scales
      ? []
      : [
          {
            path: 'scale',
            problem: `there is no scale ${input.scale}${insteadOf(input.scale, Object.keys(scales))}`,
          },
        ];
  return input.type === 'number' ? checkNumber(input) : [];
}

function checkNumber({ unit, min, max, decimals = 0 }: FieldOf<'number'>): Found[] {
  const parted = decimals > 0 || min % 1 !== 0 || max % 1 !== 0;
  return [
    ...(min >= max ? [{ path: 'min', problem: 'min is not smaller than max' }] : []),
    ...(unit === 'year' && parted
      ? [{ path: 'unit', problem: 'years are whole: leave decimals out, also of min and max' }]
      : []),
  ];
}

/** What an earlier answer picks of a scale has to be in it, and every answer has to pick something. */
function checkOffers(instrument: Instrument, input: Input, earlier: readonly Input[]): Found[] {
  if (input.type !== 'multi' || !input.offers) return [];
  const path = 'offers';
  const { by, options } = input.offers;
  const asked = earlier.find(({ id }) => id === by);
  if (!asked) return [{ path, problem: notAskedBefore(by, earlier) }];
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
  const path = 'returns';
  return checkCondition(instrument, input.returns.unless, earlier).map(problem => ({ path, problem }));
}
