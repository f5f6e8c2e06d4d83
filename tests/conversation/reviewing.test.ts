/** The summary and the result: what stands in them, what is counted, and what is remembered of them. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { instrumentSchema } from '../../src/assessment/instrument.ts';
import { contribute, takeOut, takeOutAll } from '../../src/conversation/contributing.ts';
import { openQuestions } from '../../src/conversation/open-questions.ts';
import { valuesOf } from '../../src/conversation/place.ts';
import { finish, givenIn, review, summaryOf } from '../../src/conversation/reviewing.ts';
import type { Session } from '../../src/conversation/session.ts';
import { small } from '../assessment/small-instrument.ts';
import { cardIn, type Open, sceneAt } from './small-scene.ts';

const DONE: Answers = {
  'rooms-chosen': ['yard'],
  'yard.spade.status': 'gone',
  'yard.care': 'none',
  colour: 'blue',
  share: 10,
};
const PASSED = ['yard.figures', 'town'];

describe('the summary', () => {
  const run = { passed: PASSED, visiting: 'colour' };

  it('has every answer, with what stands beside it', () => {
    const scene = sceneAt(DONE, { run, step: 'colour' });
    const turn = review({ ...scene, session: { ...scene.session, misses: 2 } });
    expect(turn.session).toMatchObject({ misses: 0, runs: { small: { stage: 'reviewing' } } });
    expect(turn.session.runs.small?.visiting).toBeUndefined();
    expect(turn.session.pending).toBeUndefined();
    expect(turn.replies).toEqual([
      {
        ...{ kind: 'summary', dialog: 'small', version: '1.0.0', answers: DONE, skipped: PASSED },
        ...{ reasons: {}, notes: {}, colleague: [] },
        progress: { answered: 7, total: 7, position: 7 },
      },
    ]);
  });

  it('tells whose answers they are, and which came from a register, where there are any', () => {
    const { run: told } = sceneAt(DONE, { run: { passed: PASSED } });
    const prefilled = { municipality: '091', day: '2026-11-28', sources: {}, ways: {}, decided: [] };
    expect(summaryOf(small, { ...told, by: {}, prefilled })).not.toHaveProperty('by');
    expect(summaryOf(small, { ...told, by: {}, prefilled })).not.toHaveProperty('sources');
    const sources = { colour: '2026-11-28' };
    expect(
      summaryOf(small, { ...told, by: { share: 'talous' }, prefilled: { ...prefilled, sources } }),
    ).toMatchObject({
      ...{ by: { share: 'talous' }, sources, progress: { answered: 7, total: 7, position: 7 } },
    });
    expect(summaryOf(small, { ...told, passed: [] }).progress).toEqual({
      answered: 5,
      total: 7,
      position: 7,
    });
  });
});

describe('the result', () => {
  const of = (answers: Answers, open: Open = {}) => finish(sceneAt(answers, open));

  it('is counted the first time, and says whether something is open', () => {
    const first = of(DONE, { run: { passed: PASSED } });
    expect(first.effects).toEqual([{ kind: 'count', counter: 'finished' }]);
    expect(first.replies[0]).not.toHaveProperty('open');
    expect(first.session.runs.small?.stage).toBe('finished');
    expect(of(DONE).replies[0]).toMatchObject({ kind: 'result', open: true, answers: DONE, reasons: {} });
    expect(of(DONE, { run: { stage: 'finished' } }).effects).toEqual([]);
  });

  it('of several areas has the answers of each', () => {
    const { run } = sceneAt(DONE);
    expect(givenIn(run)).toEqual({ answers: DONE });
    const other = { answers: { colour: 'red' }, passed: [], reasons: {}, notes: {}, colleague: [] };
    expect(givenIn({ ...run, others: [other] })).toEqual({ answers: DONE, others: [{ colour: 'red' }] });
  });
});

describe('what is open', () => {
  const open = (answers: Answers, run: Open['run'] = {}, instrument = small) =>
    openQuestions(sceneAt(answers, { run, instrument }));

  it('is told apart: left to a colleague, skipped, not answered', () => {
    const { share: _, ...rest } = DONE;
    const run = {
      stage: 'reviewing',
      passed: ['town', 'yard.care', 'share'],
      colleague: ['share', 'colour'],
    } as const;
    const { 'yard.care': _care, ...less } = rest;
    expect(open(less, { ...run, passed: [...run.passed], colleague: [...run.colleague] })).toEqual({
      ...{ dialog: 'small', version: '1.0.0', names: {} },
      // What is answered by now waits for nobody, and figures are no question.
      ...{ colleague: ['share'], skipped: ['yard.care', 'town'], unanswered: [] },
      progress: { answered: 6, total: 7, position: 7 },
    });
    expect(open(less, { stage: 'reviewing' })?.unanswered).toEqual(['yard.care', 'share', 'town']);
    expect(open(less)?.unanswered).toEqual([]);
  });

  it('is nothing once all is answered, but while it is still being asked', () => {
    const all = { ...DONE, place: '091' };
    expect(open(all, { stage: 'reviewing' })).toBeUndefined();
    expect(open(all)).toMatchObject({ colleague: [], skipped: [], unanswered: [] });
    // "Don't know" is an answer that a colleague's would better.
    expect(
      open({ ...all, share: 'unknown' }, { stage: 'reviewing', colleague: ['share'] })?.colleague,
    ).toEqual(['share']);
    expect(open({ ...all, share: 'unknown' }, { stage: 'reviewing' })).toBeUndefined();
    const byResult = instrumentSchema.parse({ ...small, review: 'result' });
    expect(open({}, {}, byResult)).toBeUndefined();
  });
});

describe('what stands on a card', () => {
  const values = (key: string, answers: Answers) => valuesOf(sceneAt(answers), cardIn(key, answers));

  it('is what was answered on it, what its options are called, and the names of what was added', () => {
    expect(values('colour', { ...DONE, 'colour-name': 'Teal' })).toEqual({
      colour: 'blue',
      'colour-name': 'Teal',
    });
    const own = { 'yard.own-1.name': 'Harava' };
    expect(values('yard.stock.1', { ...DONE, ...own })).toEqual({ 'yard.spade.status': 'gone', ...own });
    expect(values('share', {})).toEqual({});
  });
});

describe('answers among those of many', () => {
  const survey = instrumentSchema.parse({
    ...small,
    collects: {
      by: 'place',
      figures: [{ id: 'reds', input: 'colour', of: ['red', 'blue'], counts: ['red'] }],
      shown: {},
    },
  });
  const made = (
    answers: Answers,
    contributed: Session['contributed'],
    member: string | undefined = 'new',
  ) => {
    const scene = sceneAt(answers, { instrument: survey });
    const session = { ...scene.session, ...(contributed && { contributed }) };
    const context = { ...scene.context, memberName: () => member ?? '' };
    return contribute({ ...scene, session, context });
  };
  const given = { ...DONE, place: '091' };

  it('are added under a name that they keep, and taken out of the group that they were in', () => {
    const first = made(given, undefined);
    expect(first.session.contributed).toEqual({
      small: { member: 'new', since: Date.UTC(2026, 10, 28), group: '091' },
    });
    expect(first.effects).toMatchObject([
      {
        kind: 'contribute',
        of: { dialog: 'small', group: '091' },
        member: 'new',
        collected: { answers: { colour: 'blue' } },
      },
    ]);
    const before = { small: { member: 'old', since: 5, group: '091' } };
    expect(made(given, before).effects).toMatchObject([
      { kind: 'contribute', member: 'old', collected: { since: 5 } },
    ]);
    const moved = made(given, { small: { member: 'old', since: 5, group: '564' } });
    expect(moved.effects).toMatchObject([
      { kind: 'withdraw', of: { dialog: 'small', group: '564' }, member: 'old' },
      { kind: 'contribute', member: 'old' },
    ]);
    expect(moved.session.contributed).toEqual({ small: { member: 'old', since: 5, group: '091' } });
  });

  it('are taken out where nothing is to be added any more; the name stays', () => {
    const before = { small: { member: 'old', since: 5, group: '091' } };
    const out = made({}, before);
    expect(out.effects).toEqual([{ kind: 'withdraw', of: { dialog: 'small', group: '091' }, member: 'old' }]);
    expect(out.session.contributed).toEqual({ small: { member: 'old', since: 5 } });
    expect(takeOut(out.session, 'small')).toEqual({ session: out.session, effects: [] });
    expect(takeOut(out.session, 'other')).toEqual({ session: out.session, effects: [] });
    const scene = sceneAt(given);
    expect(contribute(scene)).toEqual({ session: scene.session, effects: [] });
  });

  it('are all taken out with an erasure', () => {
    const { session } = sceneAt(given);
    expect(takeOutAll({ session })).toEqual([]);
    const contributed = { small: { member: 'a', since: 1, group: '091' }, survey: { member: 'b', since: 2 } };
    expect(takeOutAll({ session: { ...session, contributed } })).toEqual([
      { kind: 'withdraw', of: { dialog: 'small', group: '091' }, member: 'a' },
    ]);
  });
});
