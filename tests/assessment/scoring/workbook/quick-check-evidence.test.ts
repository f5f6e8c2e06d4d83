import { describe, expect, test } from 'vitest';
import { assessWorkbook } from '../../../../src/assessment/scoring/workbook/assess-workbook.ts';
import {
  differences,
  evidenceAnswers,
} from '../../../../src/assessment/scoring/workbook/quick-check-evidence.ts';
import { firstArea, inUse, small } from './small-workbook.ts';
import { answersInFile, type ServiceAnswer } from './workbook-answers.ts';

const evidence = (...services: readonly (ServiceAnswer | undefined)[]) =>
  evidenceAnswers(small, assessWorkbook(small, firstArea(...services)));

describe('evidence for the quick check', () => {
  test('answers what the workbook knows: the rate in per cent, and each phase by the shares of stair 3', () => {
    expect(
      evidence(inUse('fpmfnff', { usageRate: 80.1 }), inUse('fpmpnff', { usageRate: 80.1 })),
    ).toMatchObject({
      'usage-rate': 80.1,
      'phase-application': 'full',
      'phase-initiation': 'partial',
      'phase-handling': 'manual',
      'phase-decision': 'partial',
    });
  });

  test('leaves out what it does not know: phases without an answer, an open adoption', () => {
    const answers = evidence(inUse('n.fffff'));
    expect(answers['phase-application']).toBe('na');
    expect(Object.keys(answers)).toEqual([
      'phase-application',
      'phase-handling',
      'phase-decision',
      'phase-invoicing',
      'phase-archiving',
      'phase-supervision',
    ]);
  });

  test('tells adoption as yes, partly or no', () => {
    const all = (answer: ServiceAnswer) => Array.from({ length: 8 }, () => answer);
    const whole = (services: readonly ServiceAnswer[]) => {
      const areas = small.areas.map(({ id, services: listed }) => {
        const filled = listed.map((service, index) => [service.id, services[index]] as const);
        return [id, { services: Object.fromEntries(filled) }] as const;
      });
      const answers = answersInFile({ areas: Object.fromEntries(areas) });
      return evidenceAnswers(small, assessWorkbook(small, answers))['market-services'];
    };
    expect(whole(all(inUse()))).toBe('yes');
    expect(whole([inUse(), ...all({ status: 'planned' }).slice(1)])).toBe('partly');
    expect(whole(all({ status: 'planned' }))).toBe('no');
  });
});

describe('the difference to the self-estimate', () => {
  test('is told where both have an answer and they are not the same', () => {
    const own = { 'usage-rate': 95, 'phase-handling': 'full', 'phase-decision': 'unknown', need: 'yes' };
    const found = differences(own, {
      'usage-rate': 60,
      'phase-handling': 'full',
      'phase-decision': 'manual',
    });
    expect(found).toEqual([{ input: 'usage-rate', selfEstimate: 95, evidence: 60 }]);
  });
});
