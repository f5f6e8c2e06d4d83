import { describe, expect, test } from 'vitest';
import { assessWorkbook } from '../../../../src/assessment/scoring/workbook/assess-workbook.ts';
import {
  differences,
  evidenceAnswers,
  evidenceCells,
} from '../../../../src/assessment/scoring/workbook/quick-check-evidence.ts';
import { workbookOf } from '../../../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { firstArea, inUse, small, smallInstrument } from './small-workbook.ts';
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

  test('answers only what it is said to stand for', () => {
    const alone = workbookOf({ ...smallInstrument, standsFor: { handling: 'phase-handling' } });
    const answers = firstArea(inUse('fffffff', { usageRate: 90 }));
    const result = assessWorkbook(alone, answers);
    expect(evidenceAnswers(alone, result)).toEqual({ 'phase-handling': 'full' });
    expect(evidenceCells(alone, result)).toEqual({
      'phase-handling': { all: 1, started: 1, met: 1, unknown: 0 },
    });
  });

  test('weighs a phase by the services in use that have it', () => {
    const answers = firstArea(inUse('fpmn.ff'), inUse('ffffnff'), { status: 'planned' });
    const cells = evidenceCells(small, assessWorkbook(small, answers));
    expect(cells['phase-initiation']).toEqual({ all: 2, started: 2, met: 1, unknown: 0 });
    expect(cells['phase-handling']).toEqual({ all: 2, started: 1, met: 1, unknown: 0 });
    expect(cells['phase-decision']).toEqual({ all: 1, started: 1, met: 1, unknown: 0 });
    expect(cells['phase-invoicing']).toEqual({ all: 1, started: 0, met: 0, unknown: 1 });
    expect(evidenceCells(small, assessWorkbook(small, firstArea({ status: 'planned' })))).toEqual({});
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
