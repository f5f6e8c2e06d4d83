/** Stairs of a small instrument, worked out by hand: areas side by side, what leads on, the groups of cards, the rules. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/assessment/answers.ts';
import { cardByKey } from '../../../../src/assessment/find-card.ts';
import { type Instrument, instrumentSchema } from '../../../../src/assessment/instrument.ts';
import { checkRules } from '../../../../src/assessment/scoring/scoring.ts';
import { inWords } from '../../../../src/assessment/scoring/stairs/in-words.ts';
import { areasOf, stairsOf } from '../../../../src/assessment/scoring/stairs/rules.ts';
import { conditionsOf, scoreStair } from '../../../../src/assessment/scoring/stairs/score.ts';
import { sideBySide } from '../../../../src/assessment/scoring/stairs/side-by-side.ts';
import { stairs } from '../../../../src/assessment/scoring/stairs/stairs.ts';
import { wayUp } from '../../../../src/assessment/scoring/stairs/way-up.ts';

const choice = (id: string) => ({ id, type: 'choice', scale: 'done' });
const number = (id: string, unit = 'percent') => ({ id, type: 'number', min: 0, max: 100, unit });

/** Two stairs: of the first all has to be met, of the second half, and all begun. */
const WRITTEN = {
  id: 'small',
  version: '1.0.0',
  speaker: 'official',
  approved: 'nobody-yet',
  source: 'own',
  scales: { done: { read: 'yesno', options: { yes: 1, partly: 0.5, no: 0, counted: 0 } } },
  steps: [
    { id: 'whose', type: 'form', frame: true, inputs: [{ id: 'judged', type: 'text', max: 20 }] },
    choice('plan'),
    choice('money'),
    choice('use'),
    number('rate'),
    number('staff', 'count'),
    { ...choice('which'), when: { answered: 'rate' } },
    { id: 'numbers', type: 'form', inputs: [number('aim', 'count'), number('reached', 'count')] },
    { id: 'why', type: 'text', max: 20 },
  ],
  scoring: {
    by: 'stairs',
    provisionalBelow: 0.5,
    areas: 'judged',
    stairs: [
      { requires: { met: 1, started: 1 }, conditions: ['plan', 'money'] },
      {
        requires: { met: 0.5, started: 1 },
        conditions: ['use', { id: 'rate', above: 80 }, { id: 'staff', above: 10 }],
      },
    ],
    efforts: { plan: 'large', money: 'small' },
    counted: [{ id: 'use', option: 'counted', target: 'aim', reached: 'reached' }],
    doubts: [{ input: 'which', trusts: { rate: { use: 'rate' }, neither: { use: 'unknown' } } }],
  },
};
const small: Instrument = instrumentSchema.parse(WRITTEN);
const FIRST: Answers = { plan: 'yes', money: 'yes' };

describe('areas that are judged one by one', () => {
  const work = { judged: 'Work', ...FIRST };
  const care = { judged: 'Care', plan: 'yes', money: 'no' };

  it('stand side by side, the one in hand last, and the whole is on the stair that all of them reach', () => {
    expect(sideBySide(small, care, [work])).toEqual({
      kind: 'areas',
      input: 'judged',
      rows: [
        { value: 'Work', stair: { low: 1, high: 2 } },
        { value: 'Care', stair: { low: 0, high: 0 } },
      ],
      whole: { low: 0, high: 0 },
    });
    expect(sideBySide(small, FIRST, [work])?.rows[1]).toEqual({ stair: { low: 1, high: 2 } });
  });

  it('are none while one alone was judged, or the same one twice, or the rules tell none apart', () => {
    expect(sideBySide(small, work)).toBeUndefined();
    expect(sideBySide(small, work, [{ ...work, plan: 'no' }])).toBeUndefined();
    const { areas: _, ...scoring } = WRITTEN.scoring;
    const plain = instrumentSchema.parse({ ...WRITTEN, scoring });
    expect(sideBySide(plain, work, [care])).toBeUndefined();
    expect([areasOf(small), areasOf(plain), areasOf({ ...small, scoring: { by: 'plain' } })]).toEqual([
      'judged',
      undefined,
      undefined,
    ]);
  });

  it('are told before the standing in the outcome, and beside it in the report', () => {
    const given = { answers: care, actions: [], others: [work] };
    expect(stairs.outcome(small, given).sections.map(({ kind }) => kind)).toEqual([
      'scope',
      'areas',
      'standing',
      'actions',
    ]);
    expect(stairs.report(small, given)).toMatchObject({ whole: { low: 0, high: 0 }, areas: [{}, {}] });
    const alone = { answers: FIRST, actions: [] };
    expect(stairs.outcome(small, alone).sections.map(({ kind }) => kind)).toEqual(['standing', 'actions']);
    expect(stairs.report(small, alone)).not.toHaveProperty('areas');
    expect(stairs.report(small, alone)).not.toHaveProperty('scope');
  });
});

describe('a stair', () => {
  it.each<[what: string, answers: Answers, low: number, high: number]>([
    ['half of it met, the rest begun', { ...FIRST, use: 'yes', rate: 81, staff: 5 }, 2, 2],
    ['a third met', { ...FIRST, use: 'yes', rate: 80, staff: 5 }, 1, 1],
    ['half met, one not begun', { ...FIRST, use: 'yes', rate: 81, staff: 0 }, 1, 1],
    ['one that does not apply', { ...FIRST, use: 'yes', rate: 'na', staff: 5 }, 2, 2],
    ['one unknown', { ...FIRST, use: 'yes', rate: 'unknown', staff: 5 }, 1, 2],
    ['a number at its bound', { ...FIRST, use: 'yes', rate: 80, staff: 10 }, 1, 1],
  ])('with %s', (_what, answers, low, high) => {
    expect(scoreStair(small, answers)).toEqual({ low, high });
  });

  it('counts what other figures weigh by its cells', () => {
    const cells = { use: { all: 10, started: 10, met: 4, unknown: 0 } };
    const answers = { ...FIRST, use: 'no', rate: 81, staff: 11 };
    // Of ten, one and one cells six are met: half of twelve.
    expect(scoreStair(small, answers, cells)).toEqual({ low: 2, high: 2 });
    expect(scoreStair(small, answers, { use: { ...cells.use, met: 3 } })).toEqual({ low: 1, high: 1 });
    const open = { all: 10, started: 9, met: 3, unknown: 1 };
    expect(scoreStair(small, answers, { use: open })).toEqual({ low: 1, high: 2 });
    // What has no cells does not apply.
    const none = { all: 0, started: 0, met: 0, unknown: 0 };
    expect(scoreStair(small, { ...answers, rate: 81 }, { use: none })).toEqual({ low: 2, high: 2 });
  });

  it('has conditions that stand by their answers', () => {
    const answers = { plan: 'yes', money: 'partly', use: 'no', rate: 'na' };
    expect(conditionsOf(small, answers)).toEqual([
      [
        { id: 'plan', state: 'met' },
        { id: 'money', state: 'partly' },
      ],
      [
        { id: 'use', state: 'not' },
        { id: 'rate', state: 'na' },
        { id: 'staff', state: 'unknown' },
      ],
    ]);
    expect(conditionsOf({ ...small, scoring: { by: 'plain' } }, answers)).toEqual([]);
    expect(stairsOf({ ...small, scoring: { by: 'plain' } })).toEqual([]);
  });

  it('takes the answer that is trusted where two contradict each other, while that was asked', () => {
    const contrary: Answers = { use: 'no', rate: 90, which: 'rate' };
    const stateOf = (answers: Answers) => conditionsOf(small, answers)[1]?.[0]?.state;
    expect(stateOf(contrary)).toBe('met');
    expect(stateOf({ ...contrary, which: 'neither' })).toBe('unknown');
    expect(stateOf({ ...contrary, which: 'use' })).toBe('not');
    expect(stateOf({ use: 'no', which: 'rate' })).toBe('not');
  });
});

describe('the way up', () => {
  it('is the easiest that is enough, what was not begun first', () => {
    const up = (answers: Answers, low = 0) => wayUp(small, answers, low);
    expect(up({ plan: 'no', money: 'no' })).toMatchObject({
      smallestLift: ['money', 'plan'],
      holding: ['plan', 'money'],
      progress: 0,
    });
    expect(up({ plan: 'no', money: 'partly' })).toMatchObject({
      smallestLift: ['plan', 'money'],
      progress: 0.25,
    });
    // One more has to be begun, and one more met: the same one.
    expect(up({ ...FIRST, use: 'yes', rate: 40, staff: 0 }, 1)).toMatchObject({
      smallestLift: ['staff'],
      liftsTo: 2,
    });
    expect(up({ ...FIRST, use: 'yes', rate: 90, staff: 12 }, 2)).toMatchObject({
      smallestLift: [],
      progress: 1,
      liftsTo: 2,
    });
  });

  it('tells how little is missing of shares, and of no other numbers', () => {
    const near = (answers: Answers) => wayUp(small, { ...FIRST, ...answers }, 1).near;
    expect(near({ use: 'no', rate: 78, staff: 9 })).toEqual([{ id: 'rate', missing: 3 }]);
    expect(near({ use: 'no', rate: 75.5, staff: 9 })).toEqual([{ id: 'rate', missing: 5 }]);
    expect(near({ use: 'no', rate: 75, staff: 9 })).toEqual([]);
    expect(near({ use: 'no', rate: 'unknown', staff: 9 })).toEqual([]);
  });
});

it.each<[answers: Answers, word: unknown]>([
  [{ use: 'counted', aim: 4, reached: 4 }, 'yes'],
  [{ use: 'counted', aim: 4, reached: 1 }, 'partly'],
  [{ use: 'counted', aim: 4, reached: 0 }, 'no'],
  [{ use: 'counted', aim: 4 }, 'unknown'],
  [{ use: 'partly', aim: 4, reached: 4 }, 'partly'],
  [{}, undefined],
])('in words %j is %s', (answers, word) => {
  expect(inWords(small, answers).use).toBe(word);
  expect(inWords({ ...small, scoring: { by: 'plain' } }, answers)).toBe(answers);
});

it.each<[key: string, group: string | undefined]>([
  ['plan', 'stairs.1.name'],
  ['rate', 'stairs.2.name'],
  // What decides what a condition is worth stands with it.
  ['numbers', 'stairs.2.name'],
  ['which', 'stairs.2.name'],
  ['whose', undefined],
  ['why', undefined],
])('the card %s stands under %s', (key, group) => {
  const card = cardByKey(small, {}, key);
  expect(card && stairs.group?.(small, card)).toBe(group);
});

it('the texts are a name and a meaning of each stair, and of the ground', () => {
  expect(stairs.texts(small)).toEqual(
    [0, 1, 2].flatMap(stair => [`stairs.${stair}.name`, `stairs.${stair}.meaning`]),
  );
});

describe('the check of the rules', () => {
  const [first, second] = WRITTEN.scoring.stairs;
  const problems = (change: object, steps: readonly object[] = WRITTEN.steps) =>
    checkRules(instrumentSchema.parse({ ...WRITTEN, steps, scoring: { ...WRITTEN.scoring, ...change } })).map(
      ({ path, problem }) => `${path}: ${problem}`,
    );

  it('finds nothing in the small one', () => expect(problems({})).toEqual([]));

  it.each<[change: object, problem: string]>([
    [{ areas: 'plan' }, 'scoring.areas: no frame asks this'],
    [{ efforts: { other: 'small' } }, 'scoring.efforts.other: no stair counts this condition'],
    [
      { counted: [{ id: 'other', option: 'counted', target: 'aim', reached: 'reached' }] },
      'scoring.counted.other: no stair counts this condition',
    ],
    [
      { counted: [{ id: 'use', option: 'counted', target: 'goal', reached: 'reached' }] },
      'scoring.goal: no step asks this',
    ],
    [{ doubts: [{ input: 'whom', trusts: {} }] }, 'scoring.whom: no step asks this'],
    [
      { doubts: [{ input: 'which', trusts: { rate: { use: 'other' } } }] },
      'scoring.doubts.other: no stair counts this condition',
    ],
    [{ background: ['other'] }, 'scoring.background.other: no step asks this'],
    [
      { background: ['plan'] },
      'scoring.background.plan: a stair counts this: name it there or here, not in both',
    ],
    [
      { stairs: [{ ...first, requires: { met: 0, started: 0 } }, second] },
      'scoring.stairs.1.requires: met and started are both 0, so this stair always holds',
    ],
    [
      { stairs: [{ ...first, requires: { met: 1, started: 0.9 } }, second] },
      'scoring.stairs.1.requires.started: started is smaller than met',
    ],
    [
      { stairs: [first, { ...second, conditions: [...(second?.conditions ?? []), 'plan'] }] },
      'scoring.stairs.plan: this condition is counted more than once',
    ],
    [
      { stairs: [{ ...first, conditions: ['plan', 'money', 'other'] }, second] },
      'scoring.stairs.1.other: no step asks this condition',
    ],
    [
      { stairs: [{ ...first, conditions: ['plan', { id: 'money', above: 1 }] }, second] },
      'scoring.stairs.1.money: above needs a number, and this question is a choice',
    ],
    [
      { stairs: [first, { ...second, conditions: ['use', 'rate', { id: 'staff', above: 10 }] }] },
      'scoring.stairs.2.rate: a number needs the bound above which it is met',
    ],
    [
      { stairs: [{ ...first, conditions: ['plan', 'money', 'why'] }, second] },
      'scoring.stairs.1.why: a stair counts choices and numbers, and this is a text',
    ],
    [{ provisionalBelow: 2 }, 'scoring.provisionalBelow: Too big: expected number to be <=1'],
  ])('%j: %s', (change, problem) => {
    expect(problems(change)).toContain(problem);
  });

  it.each([0, 100])('a bound of %i can never be passed, or always is', above => {
    const conditions = ['use', { id: 'rate', above }, { id: 'staff', above: 10 }];
    expect(problems({ stairs: [first, { ...second, conditions }] })).toEqual([
      'scoring.stairs.2.rate.above: the bound is not within 0–100',
    ]);
  });

  it('an answer that is used nowhere is told, and one that only informs is not', () => {
    const steps = [...WRITTEN.steps, choice('spare')];
    expect(problems({}, steps)).toEqual([expect.stringMatching(/^steps\.spare: the answer is used nowhere/)]);
    expect(problems({ background: ['spare'] }, steps)).toEqual([]);
  });
});
