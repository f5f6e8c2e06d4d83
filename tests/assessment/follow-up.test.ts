/** One result beside those kept before it: what rose and fell, which actions were done, and the way between. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { changeSection, type KeptResult, MOST_POINTS, trendSection } from '../../src/assessment/follow-up.ts';
import { type Outcome, sectionOf } from '../../src/assessment/outcome.ts';
import { withoutAnswers } from '../../src/assessment/without-answers.ts';
import { ANSWERS, BEST, instrument, outcomeOf } from '../presentation/every-reply.ts';
import { content } from '../support/content.ts';

const YEAR = 365 * 86_400_000;

function kept(answers: Answers, at = YEAR, version = instrument.version): KeptResult {
  return { dialog: instrument.id, version, at, answers, outcome: outcomeOf(answers) };
}

function changed(before: Answers, now: Answers) {
  return changeSection(kept(before), {
    instrument,
    answers: now,
    outcome: outcomeOf(now),
    actions: content.actions,
  });
}

const ways = (before: Answers, now: Answers) =>
  changed(before, now).answers.map(({ key, way }) => `${key} ${way}`);

describe('what is other than in the result kept before', () => {
  it.each([
    ['no', 'partly', 'rose'],
    ['no', 'yes', 'rose'],
    ['partly', 'no', 'fell'],
    ['yes', 'partly', 'fell'],
  ])('an answer that goes from %s to %s %s', (from, to, way) => {
    expect(ways({ ...ANSWERS, need: from }, { ...ANSWERS, need: to })).toEqual([`need ${way}`]);
  });

  it.each([
    ['unknown', 'yes'],
    ['yes', 'unknown'],
    ['na', 'no'],
  ])('from %s to %s nobody can say that it rose or fell', (from, to) => {
    expect(ways({ ...ANSWERS, need: from }, { ...ANSWERS, need: to })).toEqual([]);
  });

  it('nor of what was not answered then, or is not now, or is a number', () => {
    const { need: _, ...without } = ANSWERS;
    expect(ways(without, ANSWERS)).toEqual([]);
    expect(ways(ANSWERS, without)).toEqual([]);
    expect(ways(ANSWERS, { ...ANSWERS, 'usage-rate': 95 })).toEqual([]);
  });

  it('no better answer is ever told as one that fell', () => {
    const order = ['no', 'partly', 'yes'];
    for (const id of ['need', 'started', 'plan', 'leadership', 'money', 'work-time'])
      for (const [from, to] of [
        [0, 1],
        [0, 2],
        [1, 2],
      ])
        expect(
          ways({ ...ANSWERS, [id]: order[from ?? 0] ?? '' }, { ...ANSWERS, [id]: order[to ?? 0] ?? '' }),
        ).toEqual([`${id} rose`]);
  });

  it('tells both stairs, the day and the version of the one before', () => {
    expect(changed(ANSWERS, BEST)).toMatchObject({
      at: YEAR,
      version: instrument.version,
      stair: { before: sectionOf(outcomeOf(ANSWERS), 'standing')?.stair, now: { low: 4, high: 4 } },
    });
  });

  it('what was recommended is done where nothing that it was for is missing any more', () => {
    const advised = sectionOf(outcomeOf(ANSWERS), 'actions')?.ids ?? [];
    const { actions } = changed(ANSWERS, BEST);
    expect(actions.done.length).toBeGreaterThan(0);
    expect(actions.left).toEqual([]);
    expect(advised).toEqual(expect.arrayContaining([...actions.done]));
    // The same answers: all that can be told is still to be done.
    const again = changed(ANSWERS, ANSWERS).actions;
    expect(again.done).toEqual([]);
    expect(again.left).toEqual(advised);
  });

  it('an answer is compared under the key that the version in force has it by, and an unknown version does no harm', () => {
    const before = { ...kept({ ...ANSWERS, need: 'no', gone: 'yes' }), version: '0.0.1' };
    const section = changeSection(before, {
      instrument,
      answers: { ...ANSWERS, need: 'yes' },
      outcome: outcomeOf(ANSWERS),
      actions: [],
    });
    expect(section.version).toBe('0.0.1');
    expect(section.answers.every(({ key }) => key !== 'gone')).toBe(true);
  });

  it('nothing of what was answered is shown to others', () => {
    const section = changed({ ...ANSWERS, need: 'no' }, ANSWERS);
    const outcome: Outcome = { ...outcomeOf(ANSWERS), sections: [section] };
    expect(withoutAnswers(outcome).sections).toEqual([{ ...section, answers: [] }]);
  });
});

describe('results one after the other', () => {
  const three = [kept({}, 3 * YEAR), kept(BEST, YEAR), kept(ANSWERS, 2 * YEAR)];

  it('stand in the order of their days, in whatever order they come', () => {
    const trend = trendSection(three);
    expect(trend?.points.map(({ at }) => at / YEAR)).toEqual([1, 2, 3]);
    expect(trendSection(three.toReversed())).toEqual(trend);
    expect(trend?.of).toBe(4);
  });

  it('one alone is no way, and what has no stair or levels has none', () => {
    expect(trendSection(three.slice(0, 1))).toBeUndefined();
    const told = three.map(one => ({ ...one, outcome: { ...one.outcome, sections: [] } }));
    expect(trendSection(told)).toBeUndefined();
  });

  it('of many the latest are shown', () => {
    const many = Array.from({ length: 12 }, (_, year) => kept(ANSWERS, year * YEAR));
    expect(trendSection(many)?.points.map(({ at }) => at / YEAR)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
    expect(MOST_POINTS).toBe(8);
  });

  it('a profile is told axis by axis', () => {
    const level = (low: number) => ({
      kind: 'profile' as const,
      of: 5,
      axes: [{ item: { list: 'views', id: 'data' }, level: { low, high: low }, coverage: 1 }],
    });
    const profile = (low: number, at: number) => ({
      ...kept({}, at),
      outcome: { ...outcomeOf({}), sections: [level(low)] },
    });
    expect(trendSection([profile(2, 1), profile(3, 2)])).toMatchObject({
      of: 5,
      points: [{ axes: [{ level: { low: 2 } }] }, { axes: [{ level: { low: 3 } }] }],
    });
    const section = changeSection(profile(2, 1), {
      instrument,
      answers: {},
      outcome: profile(3, 2).outcome,
      actions: [],
    });
    expect(section.axes).toEqual([
      { item: { list: 'views', id: 'data' }, before: { low: 2, high: 2 }, now: { low: 3, high: 3 } },
    ]);
  });
});
