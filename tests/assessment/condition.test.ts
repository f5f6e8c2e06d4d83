/** Conditions over answers: each operator, what is not answered, and where an answer is looked up. */
import { describe, expect, it } from 'vitest';
import { comparisons } from '../../src/assessment/comparisons.ts';
import { type Condition, conditionSchema, holds, inputsIn, valueIn } from '../../src/assessment/condition.ts';

const ANSWERS = {
  kind: 'red',
  size: 3,
  'kitchen.kind': 'blue',
  'kitchen.pan.kind': 'green',
  'kitchen.pan.size': 7,
};
const red: Condition = { equals: { input: 'kind', value: 'red' } };
const large: Condition = { atLeast: { input: 'size', value: 4 } };

it.each<[Condition, boolean]>([
  [red, true],
  [{ equals: { input: 'kind', value: 'blue' } }, false],
  [{ equals: { input: 'none', value: 'red' } }, false],
  [{ anyOf: { input: 'kind', values: ['blue', 'red'] } }, true],
  [{ anyOf: { input: 'kind', values: ['blue', 'green'] } }, false],
  [{ anyOf: { input: 'size', values: [3] } }, true],
  [{ anyOf: { input: 'none', values: ['blue'] } }, false],
  [{ atLeast: { input: 'size', value: 3 } }, true],
  [{ atLeast: { input: 'size', value: 3.1 } }, false],
  [{ atLeast: { input: 'none', value: 0 } }, false],
  // A word is no number, whatever it is compared to.
  [{ atLeast: { input: 'kind', value: 0 } }, false],
  [{ answered: 'kind' }, true],
  [{ answered: 'none' }, false],
  [{ all: [red, { answered: 'size' }] }, true],
  [{ all: [red, large] }, false],
  [{ any: [large, red] }, true],
  [{ any: [large, { answered: 'none' }] }, false],
  [{ not: red }, false],
  [{ not: { answered: 'none' } }, true],
])('%j holds: %s', (condition, expected) => {
  expect(conditionSchema.parse(condition)).toEqual(condition);
  expect(holds(condition, ANSWERS)).toBe(expected);
});

describe('an answer', () => {
  it.each([
    ['', 'kind', 'red'],
    ['kitchen', 'kind', 'blue'],
    ['kitchen.pan', 'kind', 'green'],
    // What is not told in the item is looked up around it, and last outside of all.
    ['kitchen', 'size', 3],
    ['kitchen.pot', 'kind', 'blue'],
    ['kitchen.pot', 'size', 3],
    ['yard.spade', 'kind', 'red'],
    ['yard.spade', 'none', undefined],
  ])('in %j to %s is %j', (scope, input, value) => {
    expect(valueIn(ANSWERS, scope, input)).toBe(value);
  });

  it.each<[Condition, string, boolean]>([
    [red, 'kitchen', false],
    [{ anyOf: { input: 'kind', values: ['green'] } }, 'kitchen.pan', true],
    [large, 'kitchen.pan', true],
    [{ answered: 'size' }, 'kitchen', true],
    [{ all: [{ not: red }, large] }, 'kitchen.pan', true],
    [{ any: [red, large] }, 'kitchen.pan', true],
  ])('%j holds in %s: %s', (condition, scope, expected) => {
    expect(holds(condition, ANSWERS, scope)).toBe(expected);
  });
});

it('every input that a condition looks at is named, with what it is compared to', () => {
  const condition: Condition = {
    all: [
      red,
      { any: [large, { anyOf: { input: 'shape', values: ['round', 2] } }] },
      { not: { answered: 'name' } },
    ],
  };
  expect(inputsIn(condition)).toEqual(['kind', 'size', 'shape', 'name']);
  expect(comparisons(condition)).toEqual([
    { input: 'kind', value: 'red' },
    { input: 'size', value: 4 },
    { input: 'shape', value: 'round' },
    { input: 'shape', value: 2 },
  ]);
  expect(comparisons({ not: red })).toEqual([{ input: 'kind', value: 'red' }]);
});

it.each([
  { equals: { input: 'kind' } },
  { equals: { input: 'kind', value: 'red' }, not: red },
  { anyOf: { input: 'kind', values: [] } },
  { atLeast: { input: 'size', value: 'three' } },
  { all: [] },
  { any: [] },
  { not: 'red' },
  {},
])('%j is no condition', malformed => {
  expect(conditionSchema.safeParse(malformed).success).toBe(false);
});
