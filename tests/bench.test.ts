/** The bench says loudly what has become worse since its figures were last published. */
import { expect, test } from 'vitest';
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
