/** The proof that the advice is any good fails where it is not. */
import { expect, test } from 'vitest';
import { checkAdvice } from '../../scripts/content-check/check-advice.ts';
import type { Action } from '../../src/assessment/actions.ts';
import { content, shipped } from '../support/content.ts';

const instrument = shipped('quick-check');

const problemsOf = (change: (action: Action) => readonly Action[]) =>
  checkAdvice(instrument, content.actions.flatMap(change)).map(({ path, problem }) => `${path}: ${problem}`);

const without = (id: string) => problemsOf(action => (action.id === id ? [] : [action]));

test('the shipped actions have no problems', () => {
  expect(problemsOf(action => [action])).toEqual([]);
});

test('an action that never comes is found', () => {
  const idle: Action = {
    id: 'idle',
    stair: 2,
    serves: ['market-services'],
    finds: [],
    effort: 'small',
    role: 'digital-manager',
    ground: ['own'],
    unless: { not: { equals: { input: 'market-services', value: 'yes' } } },
  };
  expect(problemsOf(action => (action.id === 'keep-up' ? [idle, action] : [action]))).toEqual([
    'actions.idle: never comes: not once in 4000 random sets of answers',
  ]);
});

test('a typical case that misses a plain action is found', () => {
  expect(without('fill-workbook')).toContainEqual(
    expect.stringMatching(
      /^actions: services half in use: expected fill-workbook, .* of them came measure-usage,/,
    ),
  );
  expect(without('share-results')).toContainEqual(expect.stringContaining('actions: the top: expected'));
});

test('a condition that no action of a result serves is found, and too few actions', () => {
  const found = problemsOf(action =>
    ['reserve-money', 'follow-benefit', 'yearly-follow-up', 'participation'].includes(action.id)
      ? []
      : [action],
  );
  expect(found).toContain('actions: money is open, and no action of the result serves it');
  expect(found.join('\n')).toMatch(/a result has [012] actions/);
});
