import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { checkAnswers } from '../../src/assessment/check-answers.ts';
import { assess } from '../../src/assessment/scoring/stairs/assess.ts';
import { inWords } from '../../src/assessment/scoring/stairs/in-words.ts';
import { content, stoodOn } from '../support/content.ts';

const instrument = stoodOn('quick-check');

const STAIR_1 = ['need', 'started', 'plan', 'leadership', 'money', 'work-time'];
const PHASES = [
  'application',
  'initiation',
  'handling',
  'decision',
  'invoicing',
  'archiving',
  'supervision',
].map(phase => `phase-${phase}`);
const STAIR_4 = ['new-targets', 'analysed-data', 'ecosystem'];

const all = (ids: readonly string[], value: string): Answers =>
  Object.fromEntries(ids.map(id => [id, value]));

const first = all(STAIR_1, 'yes');
const second: Answers = { ...first, 'market-services': 'yes', 'resident-use': 'yes', 'usage-rate': 81 };
const third: Answers = { ...second, ...all(PHASES, 'full') };
const fourth: Answers = { ...third, ...all(STAIR_4, 'yes') };

const result = (answers: Answers) => assess(instrument, content.actions, answers);

describe('the stair', () => {
  const rows: [string, Answers, number, number][] = [
    ['nothing answered', {}, 0, 4],
    [
      'everything no',
      {
        ...all([...STAIR_1, ...STAIR_4], 'no'),
        'market-services': 'no',
        'resident-use': 'no',
        'usage-rate': 0,
        ...all(PHASES, 'manual'),
      },
      0,
      0,
    ],
    ['stair 1 alone, the rest unknown', first, 1, 4],
    ['one of stair 1 only partly', { ...fourth, plan: 'partly' }, 0, 0],
    ['stair 2', { ...second, ...all(PHASES, 'manual') }, 2, 2],
    ['usage exactly 80', { ...fourth, 'usage-rate': 80 }, 1, 1],
    ['usage just over 80', { ...fourth, 'usage-rate': 80.1 }, 4, 4],
    ['usage unknown', { ...fourth, 'usage-rate': 'unknown' }, 1, 4],
    ['usage does not apply', { ...fourth, 'usage-rate': 'na' }, 4, 4],
    [
      'six of seven phases full, one partly',
      { ...third, 'phase-invoicing': 'partial', ...all(STAIR_4, 'no') },
      3,
      3,
    ],
    [
      'five of seven phases full',
      { ...third, 'phase-invoicing': 'partial', 'phase-archiving': 'partial', ...all(STAIR_4, 'no') },
      2,
      2,
    ],
    ['one phase manual, six full', { ...third, 'phase-invoicing': 'manual', ...all(STAIR_4, 'no') }, 2, 2],
    [
      'four of five applicable phases full',
      {
        ...third,
        'phase-invoicing': 'na',
        'phase-supervision': 'na',
        'phase-archiving': 'partial',
        ...all(STAIR_4, 'no'),
      },
      3,
      3,
    ],
    ['stair 4 complete', fourth, 4, 4],
    ['a higher stair does not lift over a lower gap', { ...fourth, leadership: 'no' }, 0, 0],
  ];

  it.each(rows)('%s', (_name, answers, low, high) => {
    expect(result(answers).stair).toEqual({ low, high });
  });
});

describe('what the result says beside the stair', () => {
  it('names what holds the stair down, and the least that would lift it', () => {
    const { holding, smallestLift, progress } = result({ ...fourth, plan: 'partly', money: 'no' });
    expect(holding).toEqual(['plan', 'money']);
    expect(smallestLift).toEqual(['money', 'plan']);
    expect(progress).toBeCloseTo(4.5 / 6);
  });

  it('takes only as many partly automated phases as the threshold needs', () => {
    const partial = ['phase-decision', 'phase-invoicing', 'phase-archiving'];
    const { holding, smallestLift } = result({ ...third, ...all(partial, 'partial') });
    expect(holding).toEqual(partial);
    // Of the three any two would do: the easiest ones, not the decisions.
    expect(smallestLift).toEqual(['phase-archiving', 'phase-invoicing']);
  });

  it('names only the manual phase when enough phases are full already', () => {
    const { holding, smallestLift } = result({ ...third, 'phase-archiving': 'manual' });
    expect([holding, smallestLift]).toEqual([['phase-archiving'], ['phase-archiving']]);
  });

  it('lists an unknown apart: it is never a silent no', () => {
    const { holding, unknown, stair } = result({ ...fourth, money: 'unknown' });
    expect({ holding, unknown, stair }).toEqual({
      holding: [],
      unknown: ['money'],
      stair: { low: 0, high: 4 },
    });
  });

  it.each<[string, Answers, readonly string[], readonly string[]]>([
    ['beside a known gap', { ...fourth, money: 'no', plan: 'unknown' }, ['money'], ['plan']],
    ['left out', { need: 'partly' }, ['need'], STAIR_1.slice(1)],
    [
      'where it alone may be enough',
      { ...third, 'phase-decision': 'partial', 'phase-archiving': 'unknown' },
      [],
      ['phase-archiving'],
    ],
    [
      'where it would not be enough',
      { ...third, 'phase-decision': 'partial', 'phase-handling': 'partial', 'phase-archiving': 'unknown' },
      ['phase-handling', 'phase-decision'],
      ['phase-archiving'],
    ],
  ])('tells known gaps from unknown ones: %s', (_what, answers, holding, unknown) => {
    expect(result(answers)).toMatchObject({ holding, unknown });
  });

  it('counts the conditions of every stair, and where one condition leads', () => {
    const { stairs, liftsTo, stair } = result({ ...fourth, money: 'partly' });
    expect(stairs.map(({ met, of, holds }) => `${met}/${of} ${holds}`)).toEqual([
      '5/6 no',
      '3/3 yes',
      '7/7 yes',
      '3/3 yes',
    ]);
    expect({ stair, liftsTo }).toEqual({ stair: { low: 0, high: 0 }, liftsTo: 4 });
  });

  it.each<[number, readonly object[]]>([
    [80, [{ id: 'usage-rate', missing: 1 }]],
    [79.5, [{ id: 'usage-rate', missing: 1 }]],
    [79, [{ id: 'usage-rate', missing: 2 }]],
    [76, [{ id: 'usage-rate', missing: 5 }]],
    [75.9, [{ id: 'usage-rate', missing: 5 }]],
    [75, []],
    [81, []],
  ])('tells how little is missing from a usage rate of %d', (rate, near) => {
    expect(result({ ...second, 'usage-rate': rate }).near).toEqual(near);
  });

  it('does not assess a stair of which nothing applies, and stops below it', () => {
    const none = { 'market-services': 'na', 'resident-use': 'na', 'usage-rate': 'na' };
    const { stair, stairs, holding, unknown, smallestLift } = result({ ...fourth, ...none });
    expect(stair).toEqual({ low: 1, high: 1 });
    expect(stairs[1]).toMatchObject({ holds: 'not-assessed', met: 0, of: 0 });
    expect({ holding, unknown, smallestLift }).toEqual({ holding: [], unknown: [], smallestLift: [] });
  });

  it('gives nobody a stair who says that nothing applies', () => {
    const ids = [...STAIR_1, ...PHASES, ...STAIR_4, 'market-services', 'resident-use', 'usage-rate'];
    expect(result(all(ids, 'na'))).toMatchObject({ stair: { low: 0, high: 0 }, progress: 0 });
  });

  it('takes no "does not apply" for what concerns every municipality', () => {
    const problems = checkAnswers(instrument, all([...STAIR_1, 'ecosystem'], 'na'));
    expect(problems.map(({ input }) => input)).toEqual(STAIR_1);
  });

  it('calls a result with less than half answered provisional', () => {
    const nine = { ...second };
    expect(result(nine)).toMatchObject({ coverage: 9 / 19, provisional: true });
    expect(result({ ...nine, 'phase-decision': 'full' })).toMatchObject({
      coverage: 10 / 19,
      provisional: false,
    });
  });

  it('lists what does not apply and counts it as answered', () => {
    const { notApplicable, coverage } = result({ 'phase-invoicing': 'na', need: 'unknown' });
    expect({ notApplicable, coverage }).toEqual({ notApplicable: ['phase-invoicing'], coverage: 1 / 19 });
  });

  it('has nothing left to hold it at the top', () => {
    expect(result(fourth)).toMatchObject({ holding: [], smallestLift: [], progress: 1, coverage: 1 });
  });

  it('never shows full progress to a stair that is not reached', () => {
    expect(result({ ...fourth, 'usage-rate': 80 }).progress).toBeLessThan(1);
  });

  it('bears the instrument and its version', () => {
    expect(result({})).toMatchObject({ dialog: 'quick-check', version: instrument.version });
  });
});

describe('the recommended actions', () => {
  it('are three to five, and serve what holds the stair down first', () => {
    const { actions, holding } = result({ ...fourth, money: 'no' });
    expect(actions.length).toBeGreaterThanOrEqual(3);
    expect(actions.length).toBeLessThanOrEqual(5);
    const top = content.actions.find(({ id }) => id === actions[0]);
    expect(top?.serves).toContain(holding[0]);
  });

  it('are there at the top of the stair too', () => {
    expect(result(fourth).actions.length).toBeGreaterThanOrEqual(3);
  });
});

describe('digital services counted against the target', () => {
  const counted = (target: string | number, reached: string | number): Answers => ({
    ...second,
    'market-services': 'counted',
    'market-target': target,
    'market-in-use': reached,
  });

  it.each<[string, Answers, number, readonly string[], readonly string[]]>([
    ['as many as aimed at', counted(40, 40), 2, [], PHASES],
    ['more than aimed at', counted(40, 41), 2, [], PHASES],
    ['fewer', counted(40, 28), 1, ['market-services'], []],
    ['none', counted(40, 0), 1, ['market-services'], []],
    ['without a target', counted('unknown', 28), 1, [], ['market-services']],
    ['not known how many', counted(40, 'unknown'), 1, [], ['market-services']],
    [
      'numbers announced, none given',
      { ...second, 'market-services': 'counted' },
      1,
      [],
      ['market-services'],
    ],
  ])('%s', (_what, answers, low, holding, unknown) => {
    expect(result(answers)).toMatchObject({ stair: { low }, holding, unknown });
  });

  it.each<[string | number, string | number, string]>([
    [40, 40, 'yes'],
    [40, 28, 'partly'],
    [40, 0, 'no'],
    ['unknown', 28, 'unknown'],
  ])('in words: of %s aimed at, %s in use is a %s', (target, reached, word) => {
    expect(inWords(instrument, counted(target, reached))).toMatchObject({ 'market-services': word });
    expect(inWords(instrument, second)).toBe(second);
  });

  it('is progress in proportion', () => {
    expect(result(counted(40, 10)).progress).toBeCloseTo((0.25 + 1 + 1) / 3);
  });
});

describe('a use and a usage rate that contradict each other', () => {
  const high = { ...second, 'resident-use': 'no', 'usage-rate': 90 };
  const low = { ...second, 'resident-use': 'yes', 'usage-rate': 20 };

  it.each<[string, Answers, number, readonly string[], readonly string[]]>([
    ['not asked about', high, 1, ['resident-use'], []],
    ['high, and the rate is right', { ...high, 'use-or-rate': 'rate' }, 2, [], PHASES],
    [
      'high, and the estimate is right',
      { ...high, 'use-or-rate': 'use' },
      1,
      ['resident-use'],
      ['usage-rate'],
    ],
    ['high, and nobody knows', { ...high, 'use-or-rate': 'unknown' }, 1, [], ['resident-use', 'usage-rate']],
    ['low, and the rate is right', { ...low, 'use-or-rate': 'rate' }, 1, ['resident-use', 'usage-rate'], []],
    ['low, and the estimate is right', { ...low, 'use-or-rate': 'use' }, 1, [], ['usage-rate']],
    ['said once, contradicted no more', { ...second, 'use-or-rate': 'unknown' }, 2, [], PHASES],
  ])('%s', (_what, answers, stair, holding, unknown) => {
    expect(result(answers)).toMatchObject({ stair: { low: stair }, holding, unknown });
  });
});
