import { describe, expect, test } from 'vitest';
import { assessWorkbook } from '../../../../src/assessment/scoring/workbook/assess-workbook.ts';
import { measureLines } from '../../../../src/assessment/scoring/workbook/workbook-lines.ts';
import { firstArea, inUse, small } from './small-workbook.ts';
import type { BenefitAnswer, ServiceAnswer } from './workbook-answers.ts';

const BENEFIT: BenefitAnswer = { hourlyPrice: 30, yearlyCost: 1000, minutesSaved: 12 };

const assess = (...services: readonly ServiceAnswer[]) => assessWorkbook(small, firstArea(...services));

describe('the benefit calculator', () => {
  test('computes cases × minutes / 60 × price − cost: 600 × 12 / 60 × 30 − 1000 = 2600', () => {
    const result = assess(inUse('', { cases: 600, benefit: BENEFIT }));
    expect(result.benefit).toMatchObject({ savingInUse: 2600, savingPlanned: 0, saving: 2600, services: 1 });
  });

  test('adds the minutes of the phases up, a phase left out saving none: 600 × (5 + 7) / 60 × 30 − 1000', () => {
    const benefit = { ...BENEFIT, minutesSaved: { handling: 5, archiving: 7 } };
    expect(assess(inUse('', { cases: 600, benefit })).benefit.saving).toBe(2600);
  });

  test('shows a negative result as such: 10 × 12 / 60 × 30 − 1000 = −940, and it never pays back', () => {
    const result = assess(inUse('', { cases: 10, benefit: { ...BENEFIT, oneOffCost: 500 } }));
    expect(result.benefit).toMatchObject({ saving: -940, payback: 'never' });
  });

  test('pays a one-off cost of 5200 back in two years at 2600 a year', () => {
    const result = assess(inUse('', { cases: 600, benefit: { ...BENEFIT, oneOffCost: 5200 } }));
    expect(result.benefit).toMatchObject({ oneOffCosts: 5200, payback: 2 });
  });

  test('pays back only against the savings of services whose one-off cost is known: 2600 / 2600 = 1', () => {
    const known = inUse('', { cases: 600, benefit: { ...BENEFIT, oneOffCost: 2600 } });
    const result = assess(known, inUse('', { cases: 600, benefit: BENEFIT }));
    expect(result.benefit).toMatchObject({ saving: 5200, payback: 1 });
  });

  test('has paid back at once what cost nothing: 0 / 2600 = 0 years, of the service and of the whole', () => {
    const result = assess(inUse('', { cases: 600, benefit: { ...BENEFIT, oneOffCost: 0 } }));
    expect(result.benefit).toMatchObject({ oneOffCosts: 0, payback: 0 });
    expect(result.areas[0]?.services[0]?.benefit).toMatchObject({ payback: 0 });
    expect(measureLines(result).map(({ id }) => id)).toContain('payback-at-once');
    // Not known is not nothing.
    expect(assess(inUse('', { cases: 600, benefit: BENEFIT })).benefit).toMatchObject({
      oneOffCosts: null,
      payback: null,
    });
  });

  test('counts nothing for a service that another organisation provides', () => {
    const outside = assess({ status: 'outside', cases: 600, benefit: BENEFIT });
    expect(outside.benefit).toMatchObject({ saving: null, services: 0, incomplete: 0 });
  });

  test('keeps planned services apart, and leaves out the ones not adopted', () => {
    const filled = { cases: 600, benefit: BENEFIT };
    const result = assess({ status: 'planned', ...filled }, { status: 'none', ...filled });
    expect(result.benefit).toMatchObject({ savingInUse: 0, savingPlanned: 2600, saving: 2600, services: 1 });
  });

  test('invents nothing: a service with inputs missing is left out and says which', () => {
    const [area] = assess(
      inUse('', { benefit: { hourlyPrice: 30 } }),
      inUse('', { cases: 600, benefit: BENEFIT }),
      inUse(''),
    ).areas;
    expect(area?.benefit).toMatchObject({ saving: 2600, services: 1, incomplete: 1 });
    expect(area?.leftOut.benefit).toEqual([
      { service: 'one-1', missing: ['cases', 'minutesSaved', 'yearlyCost'] },
    ]);
  });

  test('has no sum at all when no service has all its inputs', () => {
    expect(assess(inUse('')).benefit).toMatchObject({ saving: null, payback: null, services: 0 });
  });

  test('is set against the target, with and without planned services: 2600 and 5200 of 10 400', () => {
    const filled = { cases: 600, benefit: BENEFIT };
    const answers = firstArea(inUse('', filled), { status: 'planned', ...filled });
    const { target } = assessWorkbook(small, { ...answers, 'target-savings': 10_400 });
    expect(target.savings).toEqual({ target: 10_400, share: 0.25, shareWithPlanned: 0.5 });
  });
});
