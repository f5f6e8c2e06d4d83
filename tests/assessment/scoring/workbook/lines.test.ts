/** The figures in lines: how many services they come from is always said. */

import { describe, expect, test } from 'vitest';
import type { Line } from '../../../../src/assessment/line.ts';
import { assessWorkbook } from '../../../../src/assessment/scoring/workbook/assess-workbook.ts';
import type { Benefit } from '../../../../src/assessment/scoring/workbook/benefit.ts';
import type { EvidenceStair } from '../../../../src/assessment/scoring/workbook/evidence.ts';
import { figureTexts } from '../../../../src/assessment/scoring/workbook/figure-texts.ts';
import {
  benefitLine,
  leftOut,
  measureLines,
  stairLine,
  targetLines,
  usageRemarks,
} from '../../../../src/assessment/scoring/workbook/workbook-lines.ts';
import { firstArea, inUse, small } from './small-workbook.ts';
import { answersInFile, type BenefitAnswer, type ServiceAnswer } from './workbook-answers.ts';

function area(...services: readonly (ServiceAnswer | undefined)[]) {
  const [first] = assessWorkbook(small, firstArea(...services)).areas;
  if (!first) throw new Error('the small workbook has six areas');
  return first;
}

const NONE: ServiceAnswer = { status: 'none' };
const idsOf = (lines: readonly Line[]) => lines.map(({ id }) => id);
const listed = (id: string) => ({ list: 'services', id });

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

test.each<[EvidenceStair | null, Line]>([
  [null, { id: 'stair-nothing' }],
  [{ low: 1, high: 1 }, { id: 'stair-exact-1' }],
  [{ low: 3, high: 3 }, { id: 'stair-exact-3' }],
  [
    { low: 1, high: 2 },
    { id: 'stair-at-most', amounts: { high: { number: 2 } } },
  ],
  [
    { low: 2, high: 3 },
    { id: 'stair-between', amounts: { low: { number: 2 }, high: { number: 3 } } },
  ],
])('a stair of %j is told as %j', (stair, line) => {
  expect(stairLine(stair)).toEqual(line);
});

test.each<[what: string, services: readonly ServiceAnswer[], ids: readonly string[]]>([
  ['nothing in use', [NONE], ['coverage-provisional', 'degree', 'usage-none']],
  [
    'a rate, without all volumes',
    [inUse('fffffff', { usageRate: 90 })],
    ['coverage-provisional', 'degree', 'usage-plain'],
  ],
  [
    'a phase by hand and a volume',
    [inUse('ffmffff', { usageRate: 90, cases: 10 })],
    ['coverage-provisional', 'degree', 'usage-cases', 'usage-mean', 'first-cases'],
  ],
  [
    'a phase by hand and no volume',
    [inUse('ffmffff')],
    ['coverage-provisional', 'degree', 'usage-none', 'first-plain'],
  ],
])('of %s: %j is told in %j', (_what, services, ids) => {
  expect(idsOf(measureLines(area(...services)))).toEqual(ids);
});

test('each line has its own figures', () => {
  const lines = measureLines(
    area(
      inUse('ffmffff', { usageRate: 90, cases: 100 }),
      inUse('fffffff', { usageRate: 50, cases: 300 }),
      { status: 'planned' },
      NONE,
    ),
  );
  expect(lines).toEqual([
    {
      id: 'coverage-some',
      amounts: {
        share: { share: 0.5 },
        inUse: { number: 2 },
        relevant: { number: 4 },
        planned: { number: 1 },
        answered: { number: 4 },
        services: { number: 8 },
      },
    },
    { id: 'degree', amounts: { share: { share: (6 / 7 + 1) / 2 } } },
    { id: 'usage-cases', amounts: { share: { share: 0.6 } } },
    { id: 'usage-mean', amounts: { share: { share: 0.7 } } },
    { id: 'first-cases', amounts: { phase: { terms: ['inputs.handling.short'] } } },
  ]);
});

describe('of the benefit', () => {
  const BENEFIT: BenefitAnswer = { hourlyPrice: 30, yearlyCost: 1000, minutesSaved: 12 };
  const saves = (benefit: BenefitAnswer = {}) =>
    inUse('', { cases: 600, benefit: { ...BENEFIT, ...benefit } });
  const told = (...services: readonly ServiceAnswer[]) =>
    measureLines(area(...services)).slice(['coverage', 'degree', 'usage'].length);

  test.each<[what: string, services: readonly ServiceAnswer[], lines: readonly Line[]]>([
    ['nothing is told where nothing is known', [inUse()], []],
    [
      'the saving, without a word of paying back what is not known to have cost anything',
      [saves()],
      [{ id: 'saving', count: 1, amounts: { saving: { euros: 2600 } } }],
    ],
    [
      'what is only planned, apart',
      [saves(), { ...saves(), status: 'planned' }],
      [
        { id: 'saving', count: 2, amounts: { saving: { euros: 5200 } } },
        { id: 'saving-planned', amounts: { saving: { euros: 2600 } } },
      ],
    ],
    [
      'that it never pays back',
      [saves({ minutesSaved: 0, oneOffCost: 500 })],
      [{ id: 'saving', count: 1, amounts: { saving: { euros: -1000 } } }, { id: 'payback-never' }],
    ],
    [
      'that it has paid back already',
      [saves({ oneOffCost: 0 })],
      [{ id: 'saving', count: 1, amounts: { saving: { euros: 2600 } } }, { id: 'payback-at-once' }],
    ],
    [
      'the years, to a tenth',
      [saves({ oneOffCost: 4000 })],
      [
        { id: 'saving', count: 1, amounts: { saving: { euros: 2600 } } },
        { id: 'payback', amounts: { years: { number: 1.5 } } },
      ],
    ],
  ])('%s', (_what, services, lines) => {
    expect(told(...services)).toEqual(lines);
  });

  test.each<[Benefit, Line]>([
    [
      { kind: 'complete', saving: 2600, oneOffCost: null, payback: null },
      { id: 'benefit', amounts: { service: { items: [listed('one-1')] }, saving: { euros: 2600 } } },
    ],
    [
      { kind: 'incomplete', missing: ['cases'] },
      { id: 'benefit-open', amounts: { service: { items: [listed('one-1')] } } },
    ],
    [{ kind: 'none' }, { id: 'benefit-open', amounts: { service: { items: [listed('one-1')] } } }],
  ])('of a service %j is told as %j', (benefit, line) => {
    expect(benefitLine(listed('one-1'), benefit)).toEqual(line);
  });
});

test('targets are told where they were set', () => {
  const services = { target: 40, share: 0.5 };
  const savings = { target: 1000, share: 0.25, shareWithPlanned: 0.5 };
  expect(targetLines({ services: null, savings: null })).toEqual([]);
  expect(targetLines({ services, savings })).toEqual([
    { id: 'target-services', amounts: { target: { number: 40 }, share: { share: 0.5 } } },
    { id: 'target-savings', amounts: { target: { euros: 1000 }, share: { share: 0.25 } } },
  ]);
});

test('the weakest of one service alone is not named, and of several with its rate', () => {
  const [alone, two] = [
    area(inUse('', { usageRate: 90 })),
    area(inUse('', { usageRate: 90 }), inUse('', { usageRate: 50 })),
  ];
  expect(usageRemarks(alone, [alone])).toEqual([]);
  expect(usageRemarks(two, [two])).toEqual([
    { id: 'usage-weakest', amounts: { service: { items: [listed('one-2')] }, share: { share: 0.5 } } },
  ]);
  // Of an area that is not among those told of there is nothing to name.
  expect(usageRemarks(two, [])).toEqual([]);
});

describe('what is left out', () => {
  const told = (...services: readonly ServiceAnswer[]) =>
    leftOut([area(...services)]).flatMap(section => ('lines' in section ? section.lines : []));

  test('is told by figure, each with its services', () => {
    expect(
      told(
        inUse('.......', { usageRate: 90, cases: 1 }),
        inUse('nnnnnnn', { usageRate: 90, cases: 1 }),
        inUse('fffffff', { usageRate: 'unknown', cases: 1 }),
        inUse('fffffff', { usageRate: 90 }),
      ).map(({ id, count, amounts }) => [id, count, amounts?.services]),
    ).toEqual([
      ['left-out-degree', 1, { items: [listed('one-1')] }],
      ['left-out-no-phases', 1, { items: [listed('one-2')] }],
      ['left-out-usage', 1, { items: [listed('one-3')] }],
      ['left-out-cases', 1, { items: [listed('one-4')] }],
    ]);
  });

  test('is nothing where every answer is there', () => {
    expect(leftOut([area(inUse('fffffff', { usageRate: 90, cases: 1 }))])).toEqual([]);
  });

  test('names what the benefit of each service lacks, of eight services at most', () => {
    const half = inUse('fffffff', { usageRate: 90, cases: 1, benefit: { hourlyPrice: 30 } });
    const own = { ...half, id: 'own-1', name: 'Venerannat' };
    const services = Object.fromEntries(small.areas[0]?.services.map(({ id }) => [id, half]) ?? []);
    const [first] = assessWorkbook(small, answersInFile({ areas: { one: { services, own: [own] } } })).areas;
    const [section] = leftOut(first ? [first] : []);
    const lines = section && 'lines' in section ? section.lines : [];
    expect(lines).toHaveLength(8);
    expect(lines[0]).toEqual({
      id: 'left-out-benefit',
      amounts: {
        service: { items: [listed('one-1')] },
        missing: { terms: ['benefit-inputs.minutesSaved', 'benefit-inputs.yearlyCost'] },
      },
    });
  });

  test('names a service that somebody added by its name', () => {
    const own = [{ id: 'own-1', name: 'Venerannat', status: 'inuse' }];
    const [first] = assessWorkbook(small, answersInFile({ areas: { one: { own } } })).areas;
    const [section] = leftOut(first ? [first] : []);
    const [line] = section && 'lines' in section ? section.lines : [];
    expect(line?.amounts?.services).toEqual({ items: [{ ...listed('own-1'), name: 'Venerannat' }] });
  });
});

test('every text that was told here is among those that are asked for', () => {
  const texts = figureTexts();
  for (const id of ['stair-at-most', 'stair-between', 'coverage-some', 'usage-mean', 'payback-at-once'])
    expect(texts).toContain(`outcome.${id}`);
  for (const id of ['saving', 'scope', 'left-out-no-phases'])
    expect(texts).toEqual(expect.arrayContaining([`outcome.${id}_one`, `outcome.${id}_other`]));
  expect(texts).toContain('benefit-inputs.minutesSaved');
  expect(new Set(texts).size).toBe(texts.length);
});
