import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessArea, assessWorkbook } from '../../../../src/assessment/scoring/workbook/assess-workbook.ts';
import { measuresOf } from '../../../../src/assessment/scoring/workbook/measures.ts';
import { addTallies } from '../../../../src/assessment/scoring/workbook/tally.ts';
import { anyAnswers } from './any-answers.ts';
import { small } from './small-workbook.ts';
import { answersInFile } from './workbook-answers.ts';

describe('the sums of areas', () => {
  test('add up to the whole, whatever was answered: an area can be counted again alone', () => {
    fc.assert(
      fc.property(anyAnswers(small).map(answersInFile), answers => {
        const areas = small.areas.map(area => assessArea(small, area.id, answers));
        const { counts, degree, usage, benefit } = measuresOf(
          small,
          addTallies(areas.map(({ tally }) => tally)),
        );
        expect(assessWorkbook(small, answers)).toMatchObject({ counts, degree, usage, benefit });
      }),
    );
  });

  test('never let a share leave 0–1, and never make the low end of a stair higher than the high end', () => {
    fc.assert(
      fc.property(anyAnswers(small).map(answersInFile), answers => {
        const result = assessWorkbook(small, answers);
        const all = [result, ...result.areas];
        const shares = all.flatMap(({ coverage, degree, usage }) => [
          coverage ?? 0,
          degree ?? 0,
          usage?.rate ?? 0,
        ]);
        expect(shares.filter(share => share < 0 || share > 1 + 1e-9)).toEqual([]);
        const stairs = all.flatMap(({ evidence }) => evidence.stair ?? []);
        expect(stairs.filter(({ low, high }) => low > high)).toEqual([]);
      }),
    );
  });
});
