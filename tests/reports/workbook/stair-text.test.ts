import { expect, it } from 'vitest';
import { stairLine } from '../../../src/assessment/scoring/workbook/workbook-lines.ts';
import { stairText } from '../../../src/reports/workbook/stair-text.ts';
import { translator } from './shipped.ts';

/** Where the chat says that stair 2 is not reached, a cell must not say "stair 1": nobody has judged that one. */
it.each([
  [1, 1, 'stair-exact-1', 'alle 2', 'under 2', 'below 2'],
  [1, 2, 'stair-at-most', 'enintään 2', 'högst 2', '2 at most'],
  [1, 3, 'stair-at-most', 'enintään 3', 'högst 3', '3 at most'],
  [2, 2, 'stair-exact-2', '2', '2', '2'],
  [2, 3, 'stair-between', '2–3', '2–3', '2–3'],
  [3, 3, 'stair-exact-3', '3', '3', '3'],
] as const)('the stair %d–%d is said in a cell as in the chat, in short', (low, high, line, fi, sv, en) => {
  expect(stairLine({ low, high }).id).toBe(line);
  const told = (['fi', 'sv', 'en'] as const).map(locale => stairText({ low, high }, translator(locale)));
  expect(told).toEqual([fi, sv, en]);
});
