/** The figures in lines: how many services they come from is always said. */
import { expect, test } from 'vitest';
import { assessWorkbook } from '../../../../src/assessment/scoring/workbook/assess-workbook.ts';
import {
  leftOut,
  measureLines,
  usageRemarks,
} from '../../../../src/assessment/scoring/workbook/workbook-lines.ts';
import { firstArea, inUse, small } from './small-workbook.ts';
import type { ServiceAnswer } from './workbook-answers.ts';

function area(...services: readonly (ServiceAnswer | undefined)[]) {
  const [first] = assessWorkbook(small, firstArea(...services)).areas;
  if (!first) throw new Error('the small workbook has six areas');
  return first;
}

const NONE: ServiceAnswer = { status: 'none' };

test.each([
  [1, 'coverage-provisional'],
  [3, 'coverage-provisional'],
  [4, 'coverage-some'],
  [7, 'coverage-some'],
  [8, 'coverage'],
])('with %i of eight answered the coverage is told as %s', (count, id) => {
  const [line] = measureLines(area(...Array.from({ length: count }, () => NONE)));
  expect(line).toMatchObject({ id, amounts: { answered: { number: count }, services: { number: 8 } } });
});

test('the weighted usage rate stands beside the plain one, and the weakest service is named', () => {
  const one = area(inUse('', { usageRate: 90, cases: 100 }), inUse('', { usageRate: 50, cases: 300 }));
  const ids = [...measureLines(one), ...usageRemarks(one, [one])].map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['usage-cases', 'usage-mean', 'usage-weakest']));
});

test('a service whose phases are all not its own is told to be left out of stair 3, and not as missing an answer', () => {
  const [section] = leftOut([
    area(inUse('nnnnnnn', { usageRate: 90, cases: 1 }), inUse('fffffff', { usageRate: 90, cases: 1 })),
  ]);
  expect(section).toMatchObject({
    kind: 'missing',
    lines: [{ id: 'left-out-no-phases', count: 1, amounts: { services: { items: [{ id: 'one-1' }] } } }],
  });
});
