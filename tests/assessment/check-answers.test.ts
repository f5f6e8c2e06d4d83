/** Whether a value is an answer its field takes: each kind of field at its bounds. */
import { describe, expect, it } from 'vitest';
import { checkAnswer, checkAnswers } from '../../src/assessment/check-answers.ts';
import { numberSchema } from '../../src/assessment/field.ts';
import { findInput } from '../../src/assessment/places.ts';
import { small } from './small-instrument.ts';

/** The problem of a value as a word, with its figures; undefined when it is fine. */
function problemOf(key: string, value: unknown): unknown {
  const [problem] = checkAnswers(small, { [key]: value });
  if (!problem) return undefined;
  const { input: _, ...rest } = problem;
  return Object.keys(rest).length === 1 ? rest.problem : rest;
}

const RANGE = { min: 0, max: 50 };

it.each<[key: string, value: unknown, problem: unknown]>([
  ['colour', 'red', undefined],
  ['colour', 'green', { problem: 'not-an-option', options: ['red', 'blue', 'other'] }],
  ['colour', 1, { problem: 'not-an-option', options: ['red', 'blue', 'other'] }],
  ['colour', ['red'], { problem: 'not-an-option', options: ['red', 'blue', 'other'] }],
  ['kitchen.pan.sharp', 'na', undefined],
  ['kitchen.pan.sharp', 'half', { problem: 'not-an-option', options: ['full', 'manual', 'unknown', 'na'] }],
  ['place', '091', undefined],
  ['place', '092', 'not-listed'],
  ['place', 91, 'not-listed'],
  ['place', 'unknown', 'not-listed'],
  ['share', 0, undefined],
  ['share', 50, undefined],
  ['share', -0.1, { problem: 'out-of-range', ...RANGE }],
  ['share', 50.1, { problem: 'out-of-range', ...RANGE }],
  ['share', 12.3, undefined],
  ['share', 12.34, { problem: 'too-precise', decimals: 1 }],
  ['share', 'unknown', undefined],
  ['share', 'na', { problem: 'not-a-number', ...RANGE }],
  ['share', '12', { problem: 'not-a-number', ...RANGE }],
  ['share', Number.NaN, { problem: 'not-a-number', ...RANGE }],
  ['share', Number.POSITIVE_INFINITY, { problem: 'not-a-number', ...RANGE }],
  ['colour-name', 'x'.repeat(20), undefined],
  ['colour-name', 'x'.repeat(21), { problem: 'too-long', max: 20 }],
  ['colour-name', ' \n\t ', 'missing'],
  ['colour-name', 7, 'not-text'],
  ['colour-name', 'two\nlines', undefined],
  ['colour-name', 'bell\u0007', 'unprintable'],
  ['colour-name', 'turned\u202eround', 'unprintable'],
  ['kitchen.pan.mended', '2024-02-29', undefined],
  ['kitchen.pan.mended', '2023-02-29', 'not-a-date'],
  ['kitchen.pan.mended', '2023-13-01', 'not-a-date'],
  ['kitchen.pan.mended', '2024-2-29', 'not-a-date'],
  ['kitchen.pan.mended', 'on 2024-02-29', 'not-a-date'],
  ['kitchen.pan.mended', '2024-02-29 later', 'not-a-date'],
  ['kitchen.pan.mended', 20240229, 'not-a-date'],
  ['kitchen.pan.colours', ['red', 'blue'], undefined],
  ['kitchen.pan.colours', ['red', 'Teal'], undefined],
  ['kitchen.pan.colours', ['Teal', 'Plum'], { problem: 'too-many', max: 1 }],
  ['kitchen.pan.colours', ['red', ' '], 'missing'],
  ['kitchen.pan.colours', ['x'.repeat(120)], undefined],
  ['kitchen.pan.colours', ['x'.repeat(121)], { problem: 'too-long', max: 120 }],
  ['kitchen.pan.colours', ['red', 7], 'not-text'],
  ['kitchen.pan.colours', [], 'missing'],
  ['kitchen.pan.colours', 'red', 'missing'],
  ['rooms-chosen', ['yard'], undefined],
  ['rooms-chosen', ['cellar'], { problem: 'not-an-option', options: ['kitchen', 'yard'] }],
  ['nothing', 'red', 'unknown-input'],
  ['yard.pan.sharp', 'full', 'unknown-input'],
])('%s is answered by %j: %j', (key, value, problem) => {
  expect(problemOf(key, value)).toEqual(problem);
});

describe('several answers', () => {
  it('are told by their keys, each with its problem, in the order they were given', () => {
    expect(
      checkAnswers(small, { share: 51, colour: 'red', nothing: 1, 'kitchen.pan.sharp': 'half' }),
    ).toEqual([
      { input: 'share', problem: 'out-of-range', min: 0, max: 50 },
      { input: 'nothing', problem: 'unknown-input' },
      { input: 'kitchen.pan.sharp', problem: 'not-an-option', options: ['full', 'manual', 'unknown', 'na'] },
    ]);
  });

  it('of an item that was added are known by its name among them', () => {
    const own = { 'kitchen.own-1.status': 'gone' };
    expect(checkAnswers(small, own)).toEqual([{ input: 'kitchen.own-1.status', problem: 'unknown-input' }]);
    expect(checkAnswers(small, { 'kitchen.own-1.name': 'Whisk', ...own })).toEqual([]);
    // A name that is no text names nothing.
    expect(checkAnswers(small, { 'kitchen.own-1.name': ['Whisk'], ...own })).toHaveLength(2);
  });

  it('choose among the items of where they stand, the added ones among them', () => {
    const rooms = { 'own-1.name': 'Attic', 'rooms-chosen': ['own-1'] };
    expect(checkAnswers(small, rooms)).toEqual([]);
    expect(checkAnswers(small, { 'rooms-chosen': ['own-1'] })).toHaveLength(1);
  });
});

it('a question that takes no "does not apply" says so, and one that takes whole numbers says that', () => {
  const colour = findInput(small, 'status');
  if (!colour) throw new Error('the small instrument asks a status');
  expect(checkAnswer(small, { input: colour }, 'na')).toEqual({ input: 'status', problem: 'applies' });
  expect(checkAnswer(small, { input: colour }, 'unknown')).toMatchObject({ problem: 'not-an-option' });
  const count = numberSchema.parse({ id: 'count', type: 'number', min: 0, max: 9, unit: 'count', outs: [] });
  expect(checkAnswer(small, { input: { ...count, decimals: 0 } }, 1.5)).toEqual({
    input: 'count',
    problem: 'not-whole',
  });
  expect(checkAnswer(small, { input: { ...count, decimals: 0 } }, 2)).toBeUndefined();
  expect(checkAnswer(small, { input: count }, 1.23456)).toBeUndefined();
});

it('there is no half of a case, unless the field says so, and never half a year', () => {
  const field = { id: 'some', type: 'number', min: 1, max: 2050 };
  const problem = (more: object, value: number) =>
    checkAnswer(small, { input: numberSchema.parse({ ...field, ...more }) }, value);
  expect(problem({ unit: 'cases' }, 1.5)).toEqual({ input: 'some', problem: 'not-whole' });
  expect(problem({ unit: 'cases', decimals: 1 }, 1.5)).toBeUndefined();
  const bounds = { min: 1, max: 2050, unit: 'year' };
  expect(problem({ unit: 'year' }, 2026.5)).toEqual({ input: 'some', problem: 'not-a-number', ...bounds });
  expect(problem({ unit: 'year' }, 2051)).toEqual({ input: 'some', problem: 'out-of-range', ...bounds });
  expect(problem({ unit: 'year' }, 2050)).toBeUndefined();
});
