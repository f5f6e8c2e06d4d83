/** What a group judges together, how far its views lie apart, and what it agrees on. */
import { describe, expect, it } from 'vitest';
import { ballotPart, ballotParts } from '../../src/assessment/workshop/ballot.ts';
import { consensusOf, consensusSection } from '../../src/assessment/workshop/consensus.ts';
import { spreadsOf } from '../../src/assessment/workshop/spread.ts';
import { content, shipped } from '../support/content.ts';

const quickCheck = shipped('quick-check');
const workbook = shipped('workbook');

function partOf(instrument: typeof quickCheck, key: string) {
  const part = ballotParts(instrument).find(one => one.key === key);
  if (!part) throw new Error(`there is no part ${key}`);
  return part;
}

describe('the parts of an instrument', () => {
  it('are the whole quick check, its questions of opinion and the numbers beside them', () => {
    const { questions, numbers } = partOf(quickCheck, 'all');
    const keys = questions.map(({ field }) => field.key);
    expect(keys.slice(0, 3)).toEqual(['need', 'started', 'plan']);
    expect(keys).toContain('phase-decision');
    // What is judged is no opinion, and what hangs on other answers is asked when the group has agreed.
    for (const left of ['judged', 'role', 'use-or-rate', 'market-target']) expect(keys).not.toContain(left);
    expect(numbers.map(({ field }) => field.key)).toEqual(['usage-rate']);
  });

  it('are the areas of the workbook, each with its groundwork and its services', () => {
    const keys = ballotParts(workbook).map(({ key }) => key);
    expect(keys).toEqual(['environment', 'education', 'culture', 'wellbeing', 'work', 'participation']);
    const asked = partOf(workbook, 'work').questions.map(({ field }) => field.key);
    expect(asked).toContain('work.work-begun');
    expect(asked).toContain('work.job-matching.status');
    expect(asked.some(key => key.endsWith('.application'))).toBe(false);
  });

  it('are none of what residents answer, or where nothing is better than anything else', () => {
    for (const dialog of ['resident-survey', 'experiment']) expect(ballotParts(shipped(dialog))).toEqual([]);
  });

  it('have every rung of a ladder', () => {
    const ladder = content.instruments.filter(({ steps }) => JSON.stringify(steps).includes('"climb"'));
    for (const instrument of ladder)
      for (const part of ballotParts(instrument))
        expect(new Set(part.questions.map(({ card }) => card.part)).size).toBeGreaterThan(1);
  });

  it('are found by their place', () => {
    expect(ballotPart(workbook, [{ list: 'areas', item: 'work' }])?.key).toBe('work');
    expect(ballotPart(workbook, [{ list: 'areas', item: 'nowhere' }])).toBeUndefined();
    expect(ballotPart(quickCheck, [])?.key).toBe('all');
  });
});

const spread = (counts: Record<string, number>, key = 'need') => {
  const n = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return spreadsOf(quickCheck, partOf(quickCheck, 'all'), { [key]: { at: 1, n, counts } })[0];
};

describe('a spread', () => {
  it.each([
    [{ yes: 6 }, 0],
    [{ yes: 3, no: 3 }, 1],
    [{ partly: 6 }, 0],
    [{ yes: 2, partly: 2, no: 2 }, 0.89],
    [{ yes: 5, no: 1 }, 0.56],
    [{ yes: 3, unknown: 3 }, 0.5],
    [{ unknown: 6 }, 0],
  ])('%j lies %d apart', (counts, parted) => {
    expect(spread(counts)?.parted).toBeCloseTo(parted, 2);
  });

  it.each([
    [{ yes: 3, partly: 1, no: 1 }, 'yes'],
    [{ yes: 2, partly: 2, no: 1 }, 'partly'],
    // Of two in the middle the lower: nobody is to be told of more than half of them say.
    [{ yes: 2, no: 2 }, 'no'],
    [{ yes: 2, partly: 2 }, 'partly'],
    [{ yes: 1, unknown: 2 }, 'unknown'],
    [{ yes: 2, unknown: 2 }, 'yes'],
    [{ unknown: 3 }, 'unknown'],
  ])('%j has %s in the middle', (counts, middle) => {
    expect(spread(counts)?.middle).toBe(middle);
  });

  it('of options that count alike takes the one more have chosen', () => {
    expect(spread({ no: 2, counted: 1 }, 'market-services')?.middle).toBe('no');
    expect(spread({ no: 1, counted: 2 }, 'market-services')?.middle).toBe('counted');
  });

  it('of fewer than three answers is none', () => {
    expect(spread({ yes: 2 })).toBeUndefined();
    expect(spread({ yes: 3 })?.n).toBe(3);
  });

  it('comes first where views part most', () => {
    const published = {
      need: { at: 1, n: 4, counts: { yes: 4 } },
      plan: { at: 1, n: 4, counts: { yes: 2, no: 2 } },
      started: { at: 1, n: 4, counts: { yes: 3, no: 1 } },
    };
    const keys = spreadsOf(quickCheck, partOf(quickCheck, 'all'), published).map(({ key }) => key);
    expect(keys).toEqual(['plan', 'started', 'need']);
  });
});

describe('a consensus', () => {
  const published = {
    need: { at: 1, n: 4, counts: { yes: 4 } },
    plan: { at: 1, n: 4, counts: { yes: 2, no: 2 } },
  };
  const spreads = spreadsOf(quickCheck, partOf(quickCheck, 'all'), published);
  const made = consensusOf(spreads, {
    workshop: 'w',
    members: 4,
    agreed: { plan: 'partly', 'usage-rate': 60 },
  });
  const answers = { need: 'yes', plan: 'partly', 'usage-rate': 60 };

  it('is what was agreed on, and the answer in the middle for the rest', () => {
    expect(Object.fromEntries(made.answers.map(({ key, value }) => [key, value]))).toEqual(answers);
    expect(made.parted).toEqual([
      {
        answer: { key: 'plan', value: 'partly' },
        counts: [
          { value: 'yes', n: 2 },
          { value: 'no', n: 2 },
        ],
      },
    ]);
  });

  it('says of how many, and where views parted', () => {
    expect(consensusSection(made, answers)).toEqual({
      kind: 'consensus',
      members: 4,
      questions: 3,
      parted: made.parted,
    });
  });

  it('does not speak for what somebody changed afterwards', () => {
    expect(consensusSection(made, { ...answers, plan: 'yes' })).toMatchObject({ parted: [], changed: 1 });
  });
});
