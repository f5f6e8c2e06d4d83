import { describe, expect, test } from 'vitest';
import { assessWorkbook } from '../../../../src/assessment/scoring/workbook/assess-workbook.ts';
import { firstArea, inUse, small } from './small-workbook.ts';
import { answersInFile, type ServiceAnswer, type WorkbookTarget } from './workbook-answers.ts';

const NONE: ServiceAnswer = { status: 'none' };
const OUTSIDE: ServiceAnswer = { status: 'outside' };
const PLANNED: ServiceAnswer = { status: 'planned' };

/** Evidence of the first area when the rest of its eight services are another organisation's. */
function evidence(...services: readonly (ServiceAnswer | undefined)[]) {
  const filled = Array.from({ length: 8 }, (_, index) =>
    index < services.length ? services[index] : OUTSIDE,
  );
  const [area] = assessWorkbook(small, firstArea(...filled)).areas;
  return area?.evidence;
}

describe('stair 2', () => {
  test('needs a usage rate strictly over 80 %: exactly 80 is not enough, 80.1 is', () => {
    expect(evidence(inUse('mmmmmmm', { usageRate: 80 }))).toMatchObject({
      used: 'no',
      stair: { low: 1, high: 1 },
    });
    expect(evidence(inUse('mmmmmmm', { usageRate: 80.1 }))).toMatchObject({
      used: 'yes',
      stair: { low: 2, high: 2 },
    });
  });

  test('is not reached by the rounding errors of a sum that makes exactly 80 %', () => {
    // (0.7 + 0.9 + 7 × 0.8) / 9 is 0.8000000000000002 in floating point.
    const services = [
      inUse('', { usageRate: 70, cases: 1 }),
      inUse('', { usageRate: 90, cases: 1 }),
      inUse('', { usageRate: 80, cases: 7 }),
    ];
    expect(evidence(...services)?.used).toBe('no');
  });

  test('needs 80 % of the municipality’s services in use: 4 of 5 will do, 3 of 4 will not, planned or not', () => {
    const used = inUse('', { usageRate: 90 });
    expect(evidence(used, used, used, used, PLANNED)?.adopted).toBe('yes');
    expect(evidence(used, used, used, PLANNED)?.adopted).toBe('no');
    expect(evidence(used, used, used, used, NONE)?.adopted).toBe('yes');
    expect(evidence(used, used, used, NONE)?.adopted).toBe('no');
  });

  test('stays open when services not answered could turn it either way', () => {
    const used = inUse('mmmmmmm', { usageRate: 90 });
    const found = evidence(used, undefined);
    expect(found).toMatchObject({ adopted: 'unknown', used: 'yes', stair: { low: 1, high: 2 } });
  });

  test('is decided in spite of an unknown rate that could not turn it', () => {
    const used = inUse('', { usageRate: 95 });
    const unknown = inUse('', { usageRate: 'unknown' });
    // 7 × 95 % and one at 0 % make 83.1 %.
    expect(evidence(used, used, used, used, used, used, used, unknown)?.used).toBe('yes');
    // One at 95 % and one at 0 % or 100 % make 47.5 % or 97.5 %.
    expect(evidence(used, unknown)?.used).toBe('unknown');
  });

  test('weighs an unknown rate by its cases: 90 % of 900 and nothing or all of 100', () => {
    const services = [
      inUse('', { usageRate: 90, cases: 900 }),
      inUse('', { usageRate: 'unknown', cases: 100 }),
    ];
    expect(evidence(...services)?.used).toBe('yes');
  });
});

describe('stair 3', () => {
  const USED = { usageRate: 90 };

  test('needs every phase begun and 80 % of them full: 6 of 7 full and one partial', () => {
    expect(evidence(inUse('fffffpf', USED))).toMatchObject({
      started: 'yes',
      full: 'yes',
      stair: { low: 3, high: 3 },
    });
  });

  test('is held down by one manual phase', () => {
    expect(evidence(inUse('fffffmf', USED))).toMatchObject({ started: 'no', stair: { low: 2, high: 2 } });
  });

  test('is held down by too many partial phases: 5 of 7 full is 71 %', () => {
    expect(evidence(inUse('fffffpp', USED))).toMatchObject({
      started: 'yes',
      full: 'no',
      stair: { high: 2 },
    });
  });

  test('counts the phases of all services together: 14 services with two partial phases are 96 of 98 full', () => {
    const full = inUse('fffffff', USED);
    const partial = inUse('fffffpf', USED);
    expect(evidence(full, full, full, full, full, full, partial, partial)).toMatchObject({
      started: 'yes',
      full: 'yes',
      stair: { low: 3, high: 3 },
    });
  });

  test('takes 5 % done by hand: one manual phase of 56 will do, three of 56 will not', () => {
    const full = inUse('fffffff', USED);
    const manual = inUse('fffffmf', USED);
    const seven = [full, full, full, full, full, full, full];
    expect(evidence(...seven, manual)).toMatchObject({ started: 'yes', stair: { low: 3 } });
    expect(evidence(...seven.slice(0, 5), manual, manual, manual)).toMatchObject({
      started: 'no',
      stair: { high: 2 },
    });
  });

  test('takes exactly 5 % done by hand: one of 20', () => {
    // Two services of seven phases, and one of six: 20 cells.
    const [full, manual, six] = [inUse('fffffff', USED), inUse('fffffmf', USED), inUse('ffffffn', USED)];
    expect(evidence(full, manual, six)?.started).toBe('yes');
    expect(evidence(manual, six)?.started).toBe('no');
  });

  test('leaves out phases that do not apply: 4 of 5 full is 80 %', () => {
    expect(evidence(inUse('nffffpn', USED))?.full).toBe('yes');
  });

  test('reads a phase without an answer both ways', () => {
    expect(evidence(inUse('ffffff.', USED))).toMatchObject({
      started: 'unknown',
      full: 'yes',
      stair: { low: 2, high: 3 },
    });
  });

  test('is not given without a single phase to stand on', () => {
    expect(evidence(inUse('nnnnnnn', USED))).toMatchObject({ started: 'na', stair: { low: 2, high: 2 } });
  });
});

describe('the whole municipality', () => {
  const USED = inUse('fffffff', { usageRate: 90 });
  const eight = (area: string, answer: ServiceAnswer) =>
    Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`${area}-${index + 1}`, answer]));
  const assess = (areas: Record<string, ServiceAnswer>, target?: WorkbookTarget) =>
    assessWorkbook(
      small,
      answersInFile({
        target,
        areas: Object.fromEntries(
          Object.entries(areas).map(([id, answer]) => [id, { services: eight(id, answer) }]),
        ),
      }),
    );
  const all = (answer: ServiceAnswer) => Object.fromEntries(small.areas.map(({ id }) => [id, answer]));

  test('has no stair before anything is answered', () => {
    expect(assess({}).stair).toBeNull();
  });

  test('has no stair when every service is another organisation’s', () => {
    expect(assess(all(OUTSIDE))).toMatchObject({ stair: null, evidence: { adopted: 'na' } });
  });

  test('is below stair 2 when nothing of its own is in use', () => {
    expect(assess(all(NONE))).toMatchObject({
      stair: { low: 1, high: 1 },
      coverage: 0,
      evidence: { adopted: 'no' },
    });
  });

  test('reaches stair 3 when every area does', () => {
    expect(assess(all(USED)).stair).toEqual({ low: 3, high: 3 });
  });

  test('is as low as its lowest assessed area', () => {
    const lower = { ...all(USED), six: inUse('fffffff', { usageRate: 50 }) };
    expect(assess(lower).stair).toEqual({ low: 1, high: 1 });
  });

  test('is measured against its own target number: 48 in use of 48 will do, of 49 will not', () => {
    expect(assess(all(USED), { services: 48 })).toMatchObject({
      evidence: { adopted: 'yes' },
      stair: { low: 3 },
    });
    expect(assess(all(USED), { services: 49 })).toMatchObject({
      evidence: { adopted: 'no' },
      stair: { high: 1 },
    });
    expect(assess(all(USED), { services: 49 }).target.services?.share).toBeCloseTo(48 / 49, 12);
  });
});
