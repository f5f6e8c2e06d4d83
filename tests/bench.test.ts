/** The bench says loudly what has become worse since its figures were last published, and measures what it is asked for. */
import { describe, expect, test } from 'vitest';
import { compareRounds } from '../bench/comparisons.ts';
import type { Contestant } from '../bench/contestants.ts';
import { chosenRows } from '../bench/rows.ts';
import { worseThan } from '../bench/worse-than.ts';

const PUBLISHED = { turn: 0.5, start: 1, log: 1000 };

test.each([
  ['nothing has changed', PUBLISHED, []],
  ['all within what rounds differ by', { turn: 0.59, start: 1.19, log: 1190 }, []],
  ['better', { turn: 0.1, start: 0.5, log: 10 }, []],
  ['one is worse', { ...PUBLISHED, turn: 0.65 }, ['WORSE × 1.30: turn, 0.50 → 0.65']],
  [
    'two are worse: the worst first',
    { turn: 0.65, start: 1, log: 2000 },
    ['WORSE × 2.00: log, 1000 → 2000', 'WORSE × 1.30: turn, 0.50 → 0.65'],
  ],
  ['one was not measured, another is new', { turn: 0.5, start: 1, page: 9 }, []],
])('%s', (_, now, lines) => {
  expect(worseThan(PUBLISHED, now)).toEqual(lines);
});

const contestant = (id: string): Contestant => ({
  id,
  title: id,
  server: 'ours',
  job: { talk: 'echo', way: 'answer' },
});
const contestants = ['echo', 'ours', 'limit'].map(contestant);
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('--rows', () => {
  test.each([
    ['a contestant alone', 'limit', ['limit'], []],
    ['a row with the contestants that it needs', 'half-load', ['echo', 'ours'], ['half-load']],
    ['both, in the order of the table', 'starts,limit,weights', ['limit'], ['weights', 'starts']],
  ])('%s', (_, names, wantedContestants, wantedRows) => {
    const chosen = chosenRows({ names, contestants, against: 'not given' });
    expect(idsOf(chosen.contestants)).toEqual(wantedContestants);
    expect(idsOf(chosen.rows)).toEqual(wantedRows);
  });

  test('without it, all but what takes an earlier revision', () => {
    const all = chosenRows({ names: undefined, contestants, against: 'not given' });
    expect(idsOf(all.contestants)).toEqual(['echo', 'ours', 'limit']);
    expect(idsOf(all.rows)).not.toContain('talks');
    const against = chosenRows({ names: undefined, contestants, against: 'given' });
    expect(idsOf(against.rows)).toContain('talks');
  });

  test('a name that there is not, and one that there is only beside an earlier revision, say which there are', () => {
    for (const names of ['ours,hours', 'talks'])
      expect(() => chosenRows({ names, contestants, against: 'not given' })).toThrow(/there are echo, ours/);
  });
});

const measured = (cpuMicros: number) => ({
  cpuMicros,
  perSecond: 1e6 / cpuMicros,
  turns: 1,
  turnsInAll: 1,
  p50: 1,
  p99: 1,
  errors: 0,
  finished: 0,
});

test('contestants that ran are compared round by round, and the ratios are kept', () => {
  const { lines, kept } = compareRounds(
    {
      echo: [300, 400, 600].map(measured),
      'direct-line': [200, 200, 200].map(measured),
      limit: [100, 50, 40].map(measured),
    },
    '',
  );
  expect(lines).toEqual([
    ['(b) Direct Line ÷ stock echo', '≥ 4', '2.00 (1.50–3.00); by CPU 2.00 (1.50–3.00)'],
    ['(b) Direct Line, CPU ÷ the limit', '≤ 2.2', '4.00 (2.00–5.00)'],
  ]);
  expect(kept).toEqual({
    'CPU of a turn ÷ stock: Direct Line': 0.5,
    '(b) Direct Line, CPU ÷ the limit': 4,
  });
});
