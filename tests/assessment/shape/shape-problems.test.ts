/** What the writer of a file is told where its shape is wrong: in words, and with a way out. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { insteadOf } from '../../../src/assessment/shape/instead-of.ts';
import { shapeProblems } from '../../../src/assessment/shape/shape-problems.ts';

const condition = z.lazy(() =>
  z.union([z.strictObject({ anyOf: z.array(z.string()) }), z.strictObject({ answered: z.string() })]),
);
const schema = z.strictObject({
  id: z.string(),
  minutes: z.number().optional(),
  read: z.enum(['yesno', 'phase']).default('yesno'),
  scales: z.record(z.string(), z.strictObject({ options: z.array(z.string()).min(1) })).default({}),
  steps: z
    .array(
      z.union([
        z.discriminatedUnion('type', [
          z.strictObject({ type: z.literal('number'), min: z.number(), when: condition.optional() }),
          z.strictObject({ type: z.literal('text'), max: z.number() }),
        ]),
        z.strictObject({ type: z.literal('each'), list: z.string() }),
      ]),
    )
    .default([]),
  rules: z.looseObject({ by: z.string() }).optional(),
});

const told = (value: unknown) =>
  shapeProblems(schema, value).map(({ path, problem }) => `${path.join('.')}: ${problem}`);

describe('a misspelt key', () => {
  it.each([
    ['at the top', { id: 'a', minuets: 5 }, 'minuets: there is no key minuets here: did you mean minutes?'],
    ['in capitals', { ID: 'a' }, 'ID: there is no key ID here: did you mean id?'],
    [
      'under a key of their own',
      { id: 'a', scales: { done: { option: ['x'] } } },
      'scales.done.option: there is no key option here: did you mean options?',
    ],
    [
      'of one kind of step',
      { id: 'a', steps: [{ type: 'number', mn: 1 }] },
      'steps.0.mn: there is no key mn here: did you mean min?',
    ],
    [
      'that tells the kind of step',
      { id: 'a', steps: [{ typ: 'number', min: 1 }] },
      'steps.0.typ: there is no key typ here: did you mean type?',
    ],
    [
      'of one of several shapes',
      { id: 'a', steps: [{ type: 'number', min: 1, when: { anyof: ['x'] } }] },
      'steps.0.when.anyof: there is no key anyof here: did you mean anyOf?',
    ],
  ])('%s is told once, with the one that was meant', (_where, value, says) => {
    expect(told(value)).toEqual([says]);
  });

  it('does not hide what else is wrong, there and elsewhere', () => {
    expect(told({ id: 7, minuets: 'five' })).toEqual([
      'minuets: there is no key minuets here: did you mean minutes?',
      'id: has to be a text',
      'minutes: has to be a number',
    ]);
  });
});

it('a key that stands for nothing is to be taken out, or to be one of those there are', () => {
  expect(
    told({
      id: 'a',
      steps: [
        { type: 'text', max: 5, colour: 'red' },
        { type: 'number', min: 1, rows: 2 },
      ],
    }),
  ).toEqual([
    'steps.0.colour: there is no key colour here: take it out',
    'steps.1.rows: there is no key rows here: take it out, or use one of when',
  ]);
});

it('any key may stand where others than those named may', () => {
  expect(told({ rules: { by: 'levels', bye: 1 } })).toEqual(['id: is missing: write a text']);
});

describe('a value', () => {
  it.each([
    ['missing', {}, 'id: is missing: write a text'],
    ['of another kind', { id: 'a', steps: 'none' }, 'steps: has to be a list'],
    ['misspelt', { id: 'a', read: 'yseno' }, 'read: there is no yseno: did you mean yesno?'],
    ['unknown', { id: 'a', read: 'stars' }, 'read: there is no stars: it is one of yesno, phase'],
    ['no text', { id: 'a', read: true }, 'read: is missing or no text: it is one of yesno, phase'],
    [
      'no kind of step',
      { id: 'a', steps: [{ type: 'numbr', min: 1 }] },
      'steps.0.type: there is no numbr: did you mean number?',
    ],
    [
      'that a schema has words for',
      { id: 'a', scales: { done: { options: [] } } },
      'scales.done.options: Too small: expected array to have >=1 items',
    ],
  ])('%s is told with what would do', (_what, value, says) => {
    expect(told(value)).toEqual([says]);
  });
});

it.each([
  ['min', ['max', 'mine'], ': did you mean mine?'],
  ['mix', ['max', 'min'], ': it is one of max, min'],
  ['answer', ['anchor', 'answers'], ': did you mean answers?'],
  ['x', [], ''],
  [
    'x',
    'abcdefghij'.split('').map(one => one.repeat(5)),
    ': it is one of aaaaa, bbbbb, ccccc, ddddd, eeeee, fffff, ggggg, hhhhh …',
  ],
])('in place of %s among %j: %s', (name, known, says) => {
  expect(insteadOf(name, known)).toBe(says);
});
