import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldProblem, isVersion } from '../../../../src/assessment/scoring/workbook/field-problem.ts';
import { fileOf } from '../../../../src/assessment/scoring/workbook/file-of.ts';
import { parseFile } from '../../../../src/assessment/scoring/workbook/parse-file.ts';
import { workbookOf } from '../../../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { anyAnswers } from './any-answers.ts';
import { small, smallInstrument } from './small-workbook.ts';

/** The problems of answers to the first service, as `path: code`. */
function problemsOf(service: unknown, rest: Record<string, unknown> = {}): string[] {
  const areas = { one: { services: { 'one-1': service }, ...rest } };
  const parsed = parseFile(small, { dialog: 'workbook', areas });
  if (parsed.kind === 'parsed') return [];
  return parsed.problems.map(({ path, code }) => `${path.join('.').replace('areas.one.', '')}: ${code}`);
}

describe('answers from outside', () => {
  test('come out as they went in when they are right', () => {
    fc.assert(
      fc.property(anyAnswers(small), answers => {
        const parsed = parseFile(small, answers);
        expect(parsed.kind === 'parsed' && fileOf(small, parsed.answers, parsed)).toEqual(answers);
      }),
    );
  });

  test('are brought to one shape: the version filled in, empty groups gone, names tidied', () => {
    const services = { 'one-1': { status: 'inuse', phases: {}, benefit: { minutesSaved: {} } } };
    const own = [{ id: 'own-1', name: '  Oma\n palvelu\u00a0', status: 'none' }];
    const parsed = parseFile(small, {
      dialog: 'workbook',
      target: {},
      areas: { one: { services, own: [] }, two: { own }, three: {} },
    });
    expect(parsed).toEqual({
      kind: 'parsed',
      version: '1.2.3',
      answers: { 'two.own-1.name': 'Oma palvelu', 'one.one-1.status': 'inuse', 'two.own-1.status': 'none' },
    });
  });

  test('report every problem at once, each with its path', () => {
    const problems = problemsOf({
      status: 'maybe',
      phases: { handling: 'half' },
      usageRate: 101,
      cases: 1.5,
      extra: 1,
    });
    expect(problems).toEqual([
      'services.one-1.status: not-an-option',
      'services.one-1.phases.handling: not-an-option',
      'services.one-1.usageRate: out-of-range',
      'services.one-1.cases: not-whole',
      'services.one-1.extra: unknown-key',
    ]);
  });

  test.each([
    ['a missing status', {}, 'services.one-1.status: missing'],
    ['a rate as a word', { status: 'inuse', usageRate: 'most' }, 'services.one-1.usageRate: not-a-rate'],
    ['a rate under zero', { status: 'inuse', usageRate: -0.1 }, 'services.one-1.usageRate: out-of-range'],
    [
      'a rate that is no number',
      { status: 'inuse', usageRate: Number.NaN },
      'services.one-1.usageRate: not-a-rate',
    ],
    ['too many decimals', { status: 'inuse', usageRate: 80.123 }, 'services.one-1.usageRate: too-precise'],
    ['a number as text', { status: 'inuse', cases: '12' }, 'services.one-1.cases: not-a-number'],
    ['endless cases', { status: 'inuse', cases: Infinity }, 'services.one-1.cases: not-a-number'],
    [
      'minutes of an unknown phase',
      { status: 'inuse', benefit: { minutesSaved: { application: 1 } } },
      'services.one-1.benefit.minutesSaved.application: unknown-key',
    ],
    [
      'minutes of a phase as text',
      { status: 'inuse', benefit: { minutesSaved: { handling: 'ten' } } },
      'services.one-1.benefit.minutesSaved.handling: not-a-number',
    ],
    ['phases that are no group', { status: 'inuse', phases: [] }, 'services.one-1.phases: not-an-object'],
  ])('refuse %s', (_, service, problem) => {
    expect(problemsOf(service)).toEqual([problem]);
  });

  test.each([
    ['no name', { id: 'own-1', status: 'none' }, 'own.0.name: missing'],
    ['an empty name', { id: 'own-1', name: ' \t ', status: 'none' }, 'own.0.name: missing'],
    ['a long name', { id: 'own-1', name: 'x'.repeat(121), status: 'none' }, 'own.0.name: too-long'],
    ['a name turned round', { id: 'own-1', name: 'a\u202eb', status: 'none' }, 'own.0.name: unprintable'],
    ['half a character', { id: 'own-1', name: 'a\ud800', status: 'none' }, 'own.0.name: unprintable'],
    ['a null character', { id: 'own-1', name: 'a\u0000', status: 'none' }, 'own.0.name: unprintable'],
    ['an id with spaces', { id: 'own 1', name: 'a', status: 'none' }, 'own.0.id: not-an-id'],
    ['the id of a listed service', { id: 'one-3', name: 'a', status: 'none' }, 'own.0.id: used-twice'],
  ])('refuse a service of the municipality with %s', (_, service, problem) => {
    expect(problemsOf({ status: 'none' }, { own: [service] })).toEqual([problem]);
  });

  test('refuse more services of the municipality than fit', () => {
    const own = Array.from({ length: 6 }, (_, index) => ({ id: `own-${index}`, name: 'a', status: 'none' }));
    expect(problemsOf({ status: 'none' }, { own })).toEqual(['own: too-many']);
  });

  test('tell the bounds of a number', () => {
    const parsed = parseFile(small, { dialog: 'workbook', target: { services: 501 }, areas: {} });
    expect(parsed).toEqual({
      kind: 'rejected',
      problems: [{ path: ['target', 'services'], code: 'out-of-range', min: 1, max: 500 }],
    });
  });

  test.each([null, undefined, 7, 'workbook', [], {}, { dialog: 'quick-check', areas: {} }])(
    'refuse %j as a whole',
    data => {
      expect(parseFile(small, data).kind).toBe('rejected');
    },
  );

  test('are not fooled by keys of every object', () => {
    const data: unknown = JSON.parse('{"dialog":"workbook","areas":{"__proto__":{},"constructor":{}}}');
    expect(parseFile(small, data)).toMatchObject({
      problems: [
        { path: ['areas', '__proto__'], code: 'unknown-key' },
        { path: ['areas', 'constructor'], code: 'unknown-key' },
      ],
    });
  });
});

test.each([
  ['nothing', 1, { code: 'unknown-key' }],
  ['status', 'inuse', undefined],
  ['name', 'Venerannat', undefined],
  ['name', ' ', { code: 'missing' }],
  ['cases', 'many', { code: 'not-a-number' }],
  ['usage-rate', 'many', { code: 'not-a-rate' }],
  ['usage-rate', 'unknown', undefined],
  ['usage-rate', 101, { code: 'out-of-range', min: 0, max: 100 }],
  // Pasted text comes with stray spaces and loose accents, also around a word that is an option.
  ['status', ' inuse\u00a0', undefined],
  ['owner', 'A\n\tB', undefined],
])('a value of %s that is %j has the problem %j', (field, value, problem) => {
  expect(fieldProblem(small, field, value)).toEqual(problem);
});

test.each([
  ['1.2.3', true],
  ['10.20.3000', true],
  ['1.2', false],
  ['1.2.3.4', false],
  ['v1.2.3', false],
  ['1.2.3-beta', false],
  ['12345.1.1', false],
  [1, false],
])('%j is a version: %s', (value, is) => {
  expect(isVersion(value)).toBe(is);
});

describe('a file for an earlier version', () => {
  const moved = workbookOf({
    ...smallInstrument,
    version: '2.0.0',
    moved: [
      {
        came: '2.0.0',
        fields: {},
        items: { 'one.old': 'two.two-1', 'one.older': 'three.three-1' },
        values: {},
      },
    ],
  });
  const read = (areas: object, version = '1.2.3') => {
    const parsed = parseFile(moved, { dialog: 'workbook', version, areas });
    return parsed.kind === 'parsed' ? parsed.answers : parsed.problems.map(({ path }) => path.join('.'));
  };

  test('has its services where they are sorted now, beside those that stand there', () => {
    const old = { one: { services: { old: { status: 'inuse' }, 'one-1': { status: 'none' } } } };
    expect(read(old)).toEqual({ 'one.one-1.status': 'none', 'two.two-1.status': 'inuse' });
    expect(read({ ...old, two: { services: { 'two-2': { status: 'none' } } } })).toEqual({
      'one.one-1.status': 'none',
      'two.two-1.status': 'inuse',
      'two.two-2.status': 'none',
    });
  });

  test('what stands there already counts more than what comes there', () => {
    const both = {
      one: { services: { old: { status: 'inuse' } } },
      two: { services: { 'two-1': { status: 'planned' } } },
    };
    expect(read(both)).toEqual({ 'two.two-1.status': 'planned' });
  });

  test('of this version is not sorted, and what there is not is told', () => {
    const old = { one: { services: { old: { status: 'inuse' } } } };
    expect(read(old, '2.0.0')).toEqual(['areas.one.services.old']);
  });

  test.each([
    ['no group of services', { one: { services: [] } }],
    ['an area that is none', { one: 'x' }],
    ['a place to move to that is none', { one: { services: { old: { status: 'inuse' } } }, two: 'x' }],
    [
      'services to move among that are none',
      { one: { services: { old: { status: 'inuse' } } }, two: { services: 'x' } },
    ],
  ])('with %s is told as it came', (_what, areas) => {
    expect(read(areas)).toEqual(expect.arrayContaining([expect.stringMatching(/^areas/)]));
  });
});

describe('what came from a register of services', () => {
  const file = (prefilled: unknown) => parseFile(small, { dialog: 'workbook', areas: {}, prefilled });
  const told = {
    municipality: '091',
    day: '2026-11-28',
    sources: { 'one.one-1.status': '2026-11-27' },
    ways: {},
    decided: [],
  };

  test('stands beside the answers, and nothing does where nothing came', () => {
    expect(file(told)).toMatchObject({ kind: 'parsed', prefilled: told });
    expect(file(undefined)).not.toHaveProperty('prefilled');
  });

  test('is refused in another shape', () => {
    expect(file({ ...told, day: 'yesterday' })).toEqual({
      kind: 'rejected',
      problems: [{ path: ['prefilled'], code: 'not-prefilled' }],
    });
  });
});
