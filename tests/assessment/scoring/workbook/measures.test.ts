import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../src/assessment/answers.ts';
import { instrumentSchema } from '../../../../src/assessment/instrument.ts';
import { assessWorkbook } from '../../../../src/assessment/scoring/workbook/assess-workbook.ts';
import { rangeOf, workbookOf } from '../../../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { firstArea, inUse, small, smallInstrument } from './small-workbook.ts';
import { answersInFile } from './workbook-answers.ts';

const NONE = { status: 'none' } as const;
const OUTSIDE = { status: 'outside' } as const;
const PLANNED = { status: 'planned' } as const;

const EIGHT = Object.fromEntries(
  small.areas.map(({ id, services }) => [id, services.map(service => service.id)]),
);

/** The first area's result. */
function first(answers: Answers) {
  const [area] = assessWorkbook(small, answers).areas;
  if (!area) throw new Error('the small workbook has six areas');
  return area;
}

// Every figure below was worked out by hand from the published rules.
describe('coverage', () => {
  test('is unknown, not zero, when every service is another organisation’s', () => {
    const area = first(firstArea(...Array.from({ length: 8 }, () => OUTSIDE)));
    expect(area).toMatchObject({
      coverage: null,
      planned: null,
      degree: null,
      usage: null,
      developFirst: null,
    });
    expect(area.counts).toEqual({
      services: 8,
      answered: 8,
      outside: 8,
      none: 0,
      planned: 0,
      inUse: 0,
      belonging: 0,
    });
  });

  test('of one answered service is all there is to count, and says that seven have no answer', () => {
    expect(first(firstArea(inUse()))).toMatchObject({
      coverage: 1,
      planned: 0,
      counts: { answered: 1, services: 8 },
    });
  });

  test('names the services that have no answer', () => {
    const area = first(firstArea(inUse(), undefined, PLANNED));
    expect(area.leftOut.unanswered).toEqual(['one-2', 'one-4', 'one-5', 'one-6', 'one-7', 'one-8']);
  });

  test('is in use / all that belong to the municipality: 3 of 6, and 2 of 6 planned, one elsewhere', () => {
    const area = first(firstArea(inUse(), inUse(), inUse(), PLANNED, PLANNED, NONE, OUTSIDE));
    expect(area.coverage).toBeCloseTo(1 / 2, 12);
    expect(area.planned).toBeCloseTo(1 / 3, 12);
  });

  test('adds the areas up for the whole: 1 of 2 and 1 of 1 make 2 of 3', () => {
    const both = { ...firstArea(inUse(), PLANNED), 'two.two-1.status': 'inuse' };
    expect(assessWorkbook(small, both).coverage).toBeCloseTo(2 / 3, 12);
  });

  test('counts services of the municipality itself like the others', () => {
    const own = [{ ...inUse(), id: 'own-1', name: 'Oma palvelu' }];
    const area = first(answersInFile({ areas: { one: { own } } }));
    expect(area).toMatchObject({ coverage: 1, counts: { services: 9, inUse: 1 } });
  });
});

describe('the degree of digitalisation', () => {
  test('of full, partial and manual phases is (2 × 1 + 3 × ½ + 2 × 0) / 7 = ½', () => {
    expect(first(firstArea(inUse('ffpppmm'))).degree).toBeCloseTo(0.5, 12);
  });

  test('leaves out phases that do not apply: (1 + ½) / 2 = ¾', () => {
    expect(first(firstArea(inUse('nnfpnnn'))).degree).toBeCloseTo(0.75, 12);
  });

  test('leaves out phases without an answer, and names them', () => {
    const area = first(firstArea(inUse('f.m....')));
    expect(area.degree).toBeCloseTo(0.5, 12);
    expect(area.services[0]?.phasesMissing).toEqual([
      'initiation',
      'decision',
      'invoicing',
      'archiving',
      'supervision',
    ]);
  });

  test('of a service where no phase applies does not exist, and does not pull the mean down', () => {
    const area = first(firstArea(inUse('nnnnnnn'), inUse('fffffff')));
    expect(area.degree).toBe(1);
    expect(area.leftOut).toMatchObject({ degree: [], noPhases: ['one-1'] });
  });

  test('of an area is the mean of its services: (1 + 0 + ½) / 3', () => {
    const area = first(firstArea(inUse('fffffff'), inUse('mmmmmmm'), inUse('ppppppp')));
    expect(area.degree).toBeCloseTo(0.5, 12);
  });

  test('does not look at services that are only planned', () => {
    expect(first(firstArea({ ...inUse('mmmmmmm'), status: 'planned' }, inUse('fffffff'))).degree).toBe(1);
  });
});

describe('the usage rate', () => {
  test('is weighted by cases: (90 % × 100 + 50 % × 300) / 400 = 60 %', () => {
    const { usage } = first(
      firstArea(inUse('', { usageRate: 90, cases: 100 }), inUse('', { usageRate: 50, cases: 300 })),
    );
    expect(usage?.weighting).toBe('cases');
    expect(usage?.rate).toBeCloseTo(0.6, 12);
    // Beside it the mean of the services: (90 + 50) / 2.
    expect(usage?.plain).toBeCloseTo(0.7, 12);
  });

  test('names the service that the fewest use electronically, of the area and of the whole', () => {
    const answers = {
      ...firstArea(
        inUse('', { usageRate: 90 }),
        inUse('', { usageRate: 50 }),
        inUse('', { usageRate: 'unknown' }),
      ),
      'two.two-1.status': 'inuse',
      'two.two-1.usage-rate': 20,
    };
    const result = assessWorkbook(small, answers);
    expect(result.areas[0]?.weakest).toEqual({ area: 'one', service: 'one-2', rate: 0.5, of: 2 });
    expect(result.weakest).toEqual({ area: 'two', service: 'two-1', rate: 0.2, of: 3 });
  });

  test('does not count messages with the cases of authorities: 40 000 of them would hide a permit at 20 %', () => {
    const chatty = workbookOf(
      instrumentSchema.parse({
        ...smallInstrument,
        lists: {
          ...smallInstrument.lists,
          services: {
            of: 'areas',
            own: 5,
            items: { ...EIGHT, one: [{ id: 'one-1', cases: 'messages' }, 'one-2'] },
          },
        },
      }),
    );
    const answers = firstArea(
      inUse('mfffffm', { usageRate: 100, cases: 40_000 }),
      inUse('fmfffff', { usageRate: 20, cases: 100 }),
    );
    const [area] = assessWorkbook(chatty, answers).areas;
    expect(area).toMatchObject({
      usage: { rate: 0.2, weighting: 'cases', plain: 0.2 },
      evidence: { used: 'no' },
      weakest: { service: 'one-2' },
      // By hand: 100 permits are begun, and no messages archived.
      developFirst: { phase: 'initiation', weighting: 'cases' },
      leftOut: { messages: ['one-1'], usage: [], cases: [] },
    });
    // The same as an ordinary service: (40 000 × 100 % + 100 × 20 %) / 40 100.
    expect(assessWorkbook(small, answers).areas[0]?.usage?.rate).toBeCloseTo(40_020 / 40_100, 12);
  });

  test('is a plain mean, and says so, when the volume of one is missing: (90 + 50) / 2 = 70 %', () => {
    const area = first(firstArea(inUse('', { usageRate: 90, cases: 100 }), inUse('', { usageRate: 50 })));
    expect(area.usage?.weighting).toBe('plain');
    expect(area.usage?.rate).toBeCloseTo(0.7, 12);
    expect(area.leftOut.cases).toEqual(['one-2']);
  });

  test('is a plain mean when every volume is zero', () => {
    const { usage } = first(
      firstArea(inUse('', { usageRate: 90, cases: 0 }), inUse('', { usageRate: 50, cases: 0 })),
    );
    expect(usage).toEqual({ rate: 0.7, weighting: 'plain', plain: 0.7 });
  });

  test('leaves out the ones not known and the ones that do not apply, and lists only the first', () => {
    const area = first(
      firstArea(
        inUse('', { usageRate: 'unknown', cases: 10 }),
        inUse('', { usageRate: 'na', cases: 10 }),
        inUse('', { usageRate: 75, cases: 10 }),
      ),
    );
    expect(area.usage).toEqual({ rate: 0.75, weighting: 'cases', plain: 0.75 });
    expect(area.leftOut.usage).toEqual(['one-1']);
  });
});

describe('the phase to develop first', () => {
  test('of a service is its first manual phase, or else its first partial one', () => {
    const { services } = first(firstArea(inUse('fpmmfff'), inUse('fffpfpf'), inUse('fffffff')));
    expect(services.slice(0, 3).map(({ developFirst }) => developFirst)).toEqual([
      'handling',
      'decision',
      null,
    ]);
  });

  test('of an area has the most cases by hand: decision 100 + ½ × 50 = 125, archiving 120', () => {
    const area = first(
      firstArea(
        inUse('fffmfff', { cases: 100 }),
        inUse('fffpfff', { cases: 50 }),
        inUse('fffffmf', { cases: 120 }),
      ),
    );
    expect(area.developFirst).toEqual({ phase: 'decision', weighting: 'cases' });
  });

  test('counts services when the volume of one is missing: archiving 2, decision 1', () => {
    const area = first(
      firstArea(inUse('fffmfff', { cases: 9000 }), inUse('fffffmf'), inUse('fffffmf', { cases: 1 })),
    );
    expect(area.developFirst).toEqual({ phase: 'archiving', weighting: 'plain' });
  });

  test('is the earlier one of equals', () => {
    expect(first(firstArea(inUse('ffmfmff'))).developFirst?.phase).toBe('handling');
  });
});

describe('the workbook as its measures know it', () => {
  test('has its areas with their services, and how many can be added', () => {
    const { areas, ownServices, scoring } = workbookOf({ ...smallInstrument });
    expect(areas.map(({ id, services }) => [id, services.length])).toEqual(
      ['one', 'two', 'three', 'four', 'five', 'six'].map(id => [id, 8]),
    );
    expect([ownServices, scoring.partialScore]).toEqual([5, 0.5]);
    const { own: _, ...services } = smallInstrument.lists.services ?? { items: [] };
    const bare = { ...smallInstrument, scales: {}, lists: { ...smallInstrument.lists, services } };
    expect(workbookOf(bare)).toMatchObject({ ownServices: 0, scoring: { partialScore: 0 } });
  });

  test('needs its lists, and numbers to give the range of', () => {
    expect(() => workbookOf({ ...smallInstrument, lists: {} })).toThrow('needs the lists areas and services');
    expect(rangeOf(small, 'target-services')).toEqual({ min: 1, max: 500 });
    expect(() => rangeOf(small, 'status')).toThrow('needs a number status');
  });
});
