/** Stair 3 is counted by one rule: the quick check on the workbook's figures says what the workbook says. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Instrument, instrumentSchema } from '../../../../src/assessment/instrument.ts';
import { scoreStair } from '../../../../src/assessment/scoring/stairs/score.ts';
import { assessWorkbook } from '../../../../src/assessment/scoring/workbook/assess-workbook.ts';
import type { Verdict } from '../../../../src/assessment/scoring/workbook/evidence.ts';
import {
  evidenceAnswers,
  evidenceCells,
} from '../../../../src/assessment/scoring/workbook/quick-check-evidence.ts';
import { PHASES } from '../../../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { anyAnswers } from './any-answers.ts';
import { firstArea, inUse, small } from './small-workbook.ts';
import { answersInFile } from './workbook-answers.ts';

const phases = PHASES.map(phase => `phase-${phase}`);
const { started, full } = small.scoring.phaseShares;

/** A quick check of seven phases, counted by the shares of the small workbook. */
const quickCheck: Instrument = instrumentSchema.parse({
  id: 'quick',
  version: '1.0.0',
  speaker: 'official',
  approved: { role: 'content-owner', date: '2026-01-01' },
  source: 'own',
  scales: { phase: { read: 'phase', options: { full: 1, partial: 0.5, manual: 0 } } },
  steps: phases.map(id => ({ id, type: 'choice', scale: 'phase' })),
  scoring: {
    by: 'stairs',
    provisionalBelow: 0.5,
    stairs: [{ requires: { met: full, started }, conditions: phases }],
  },
});

/** What two verdicts come to: no as soon as one of them is. */
function both(one: Verdict, other: Verdict): Verdict {
  if (one === 'na') return 'na';
  if (one === 'no' || other === 'no') return 'no';
  return one === 'yes' && other === 'yes' ? 'yes' : 'unknown';
}

const STAIR: Readonly<Record<Verdict, { low: number; high: number }>> = {
  yes: { low: 1, high: 1 },
  no: { low: 0, high: 0 },
  unknown: { low: 0, high: 1 },
  na: { low: 0, high: 0 },
};

describe('one rule for stair 3', () => {
  test('the quick check on the workbook’s figures never disagrees with the workbook', () => {
    fc.assert(
      fc.property(anyAnswers(small), file => {
        const result = assessWorkbook(small, answersInFile(file));
        fc.pre(result.counts.inUse > 0);
        const { evidence } = result;
        const stair = scoreStair(quickCheck, evidenceAnswers(small, result), evidenceCells(small, result));
        expect(stair).toEqual(STAIR[both(evidence.started, evidence.full)]);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['96 of 98 phases full and two partial', [...Array(6).fill('fffffff'), 'fffffpf', 'fffpfff']],
    ['one of 56 by hand', [...Array(7).fill('fffffff'), 'fffffmf']],
    ['three of 56 by hand', [...Array(5).fill('fffffff'), ...Array(3).fill('fffffmf')]],
    ['a service whose phases are all not its own', ['nnnnnnn', 'ffffffp']],
    ['nothing but such a service', ['nnnnnnn']],
  ])('%s come to the same in both', (_, words) => {
    const result = assessWorkbook(small, firstArea(...words.map(word => inUse(word))));
    const { evidence } = result;
    const stair = scoreStair(quickCheck, evidenceAnswers(small, result), evidenceCells(small, result));
    expect(stair).toEqual(STAIR[both(evidence.started, evidence.full)]);
  });

  test('one phase judged by itself weighs one cell: six of seven full and one partial will do, as ever', () => {
    const answers = Object.fromEntries(phases.map((id, index) => [id, index === 3 ? 'partial' : 'full']));
    expect(scoreStair(quickCheck, answers)).toEqual({ low: 1, high: 1 });
    expect(scoreStair(quickCheck, { ...answers, 'phase-decision': 'manual' })).toEqual({ low: 0, high: 0 });
  });
});
