/** The proof that the advice is any good fails where it is not. */
import { describe, expect, test } from 'vitest';
import { checkAdvice } from '../../scripts/content-check/check-advice.ts';
import { checkCases, readCases, type TypicalCase } from '../../scripts/content-check/typical-cases.ts';
import type { Action } from '../../src/assessment/actions.ts';
import { findRoot } from '../../src/content/load-content.ts';
import { describeProblem } from '../../src/content/problem.ts';
import type { ActionCatalogue } from '../../src/content/read-dialogs.ts';
import { content, shipped } from '../support/content.ts';
import { inForce } from './small-content.ts';

const instrument = shipped('quick-check');

const problemsOf = (change: (action: Action) => readonly Action[]) =>
  checkAdvice(instrument, content.actions.flatMap(change)).map(({ path, problem }) => `${path}: ${problem}`);

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
    'actions.idle: never comes, not once in 4000 random sets of answers: move it up, loosen "unless", or take it out',
  ]);
});

describe('typical cases', () => {
  const { value: shippedCases } = readCases(findRoot(import.meta.dirname));
  const nothingBegun: TypicalCase = { name: 'one', towards: 1, answers: { need: 'no' }, advice: ['roadmap'] };

  /** What is told of a case, without the actions left out. */
  function told(one: TypicalCase, leftOut = '', dialog = 'quick-check'): string[] {
    const file = `dialogs/cases/${dialog}.yaml`;
    const actions = content.actions.filter(({ id }) => id !== leftOut);
    const catalogue: ActionCatalogue = { version: '1.0.0', approved: 'nobody-yet', actions };
    const problems = checkCases([{ file, dialog, cases: [one] }], {
      instruments: [inForce(instrument)],
      catalogue,
    });
    return problems.map(describeProblem);
  }

  test.each(shippedCases.flatMap(({ cases }) => cases))('$name gets its advice', one => {
    expect(told(one)).toEqual([]);
  });

  test('an action that a case expects and that is gone is told', () => {
    const problem = 'cases.one.advice: there is no action roadmap in dialogs/actions.yaml';
    expect(told(nothingBegun, 'roadmap')).toEqual([`dialogs/cases/quick-check.yaml: ${problem}`]);
  });

  test.each<[string, TypicalCase, string]>([
    [
      'advice that does not come',
      { ...nothingBegun, advice: ['keep-up'] },
      'cases.one.advice: expected keep-up in this order, and there came strategy-goals,',
    ],
    [
      'advice in another order',
      { ...nothingBegun, advice: ['target-level', 'strategy-goals'] },
      'cases.one.advice: expected target-level, strategy-goals in this order',
    ],
    [
      'a question that there is not',
      { ...nothingBegun, answers: { nede: 'no' } },
      'cases.one.answers.nede: quick-check does not ask this: name another question, or leave it out',
    ],
    [
      'an answer that it does not take',
      { ...nothingBegun, answers: { need: 'nope' } },
      'cases.one.answers.need: nope',
    ],
  ])('%s is told with file and place', (_what, one, problem) => {
    expect(told(one)).toEqual([expect.stringContaining(`dialogs/cases/quick-check.yaml: ${problem}`)]);
  });

  test('a file of an instrument that there is not is told', () => {
    expect(told(nothingBegun, '', 'quick-chek')).toEqual([expect.stringContaining('has the id quick-chek')]);
  });
});

test('a condition that no action of a result serves is found, and too few actions', () => {
  const found = problemsOf(action =>
    ['reserve-money', 'follow-benefit', 'yearly-follow-up', 'participation'].includes(action.id)
      ? []
      : [action],
  );
  expect(found).toContainEqual(
    expect.stringMatching(
      /^actions: money is open, and no action of the result serves it: .* serve it as well$/,
    ),
  );
  expect(found.join('\n')).toMatch(/a result has [012] actions/);
});
