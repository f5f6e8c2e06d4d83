import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { assess } from '../../src/assessment/scoring/stairs/assess.ts';
import { content, shipped } from '../support/content.ts';

const definition = shipped('quick-check');

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

const result = (answers: Answers) => assess(definition, content.actions, answers);

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
    expect(smallestLift).toEqual(['phase-decision', 'phase-invoicing']);
  });

  it('names only the manual phase when enough phases are full already', () => {
    const { holding, smallestLift } = result({ ...third, 'phase-archiving': 'manual' });
    expect([holding, smallestLift]).toEqual([['phase-archiving'], ['phase-archiving']]);
  });

  it('counts an unknown as a gap to fill, not as a no in the answer', () => {
    const { holding, stair } = result({ ...fourth, money: 'unknown' });
    expect({ holding, stair }).toEqual({ holding: ['money'], stair: { low: 0, high: 4 } });
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

  it('bears the definition and its version', () => {
    expect(result({})).toMatchObject({ dialog: 'quick-check', version: definition.version });
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
