/** Which earlier year stands beside this one's answers in the spreadsheet of a conversation. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { scoringOf } from '../../src/assessment/scoring/scoring.ts';
import type { KeptAssessment, KeptRun } from '../../src/conversation/kept.ts';
import type { Run } from '../../src/conversation/session.ts';
import { earlierYear } from '../../src/saving/earlier-year.ts';
import { content, shipped } from '../support/content.ts';

const workbook = shipped('workbook');
const quickCheck = shipped('quick-check');
const rate = (percent: number): Answers => ({
  'work.job-matching.status': 'inuse',
  'work.job-matching.usage-rate': percent,
});

function run(more: Partial<Run> = {}): Run {
  const told = { answers: rate(90), passed: [], reasons: {}, notes: {}, colleague: [] };
  return { dialog: 'workbook', version: workbook.version, startedAt: 100, stage: 'asking', ...told, ...more };
}

function keptRun(startedAt: number, more: Partial<KeptRun> = {}): KeptRun {
  const about = { name: 'Nurmela', dialog: 'workbook', version: workbook.version };
  const outcome = { dialog: 'workbook', version: workbook.version, sections: [] };
  return { ...about, startedAt, at: startedAt + 1, answers: rate(40), reasons: {}, outcome, ...more };
}

const kept = (...runs: KeptRun[]): KeptAssessment => ({ key: 'k', name: 'Nurmela', runs, shared: [] });
const usage = (found: ReturnType<typeof earlierYear>) => found?.areas.work?.usage;

describe('the earlier year of a workbook', () => {
  it('is the latest result that was kept before it', () => {
    expect(usage(earlierYear(workbook, run(), kept(keptRun(10), keptRun(20, { answers: rate(55) }))))).toBe(
      0.55,
    );
  });

  it('says when it was kept, by which version, and from which catalogue its actions came', () => {
    const about = { kind: 'actions' as const, ids: [], catalogue: '2.0.0' };
    const outcome = { dialog: 'workbook', version: '2.0.0', sections: [about] };
    const found = earlierYear(workbook, run(), kept(keptRun(10, { version: '2.0.0', outcome })));
    expect(found?.kept).toEqual({ at: 11, version: '2.0.0', catalogue: '2.0.0' });
    expect(earlierYear(workbook, run(), kept(keptRun(10)))?.kept).toEqual({
      at: 11,
      version: workbook.version,
    });
  });

  it('is none of this assessment itself, and of no other instrument', () => {
    expect(earlierYear(workbook, run(), kept(keptRun(100)))).toBeUndefined();
    const other = keptRun(10, {
      dialog: 'quick-check',
      version: quickCheck.version,
      answers: { need: 'yes' },
    });
    expect(earlierYear(workbook, run(), kept(other))).toBeUndefined();
    expect(earlierYear(quickCheck, run({ dialog: 'quick-check' }), kept(other))).toBeUndefined();
    expect(earlierYear(workbook, run(), undefined)).toBeUndefined();
  });

  it('is the file that was sent in for it, where there is one', () => {
    const earlier = scoringOf(workbook).year?.(workbook, rate(12));
    if (!earlier) throw new Error('the workbook has figures of a year');
    expect(usage(earlierYear(workbook, run({ earlier }), kept(keptRun(10))))).toBe(0.12);
  });

  it('is counted by the services of today: what moved to another area is there', () => {
    const before = keptRun(10, {
      version: '1.0.0',
      answers: { 'wellbeing.food-control.status': 'inuse', 'wellbeing.food-control.usage-rate': 30 },
    });
    expect(content.instrument('workbook', '1.0.0')).toBeDefined();
    const found = earlierYear(workbook, run(), kept(before));
    expect(found?.areas.environment).toMatchObject({ answered: 1, usage: 0.3 });
    expect(found?.areas.wellbeing).toMatchObject({ answered: 0 });
  });
});
