/** Levels by ladders of statements, worked out by hand on small ladders; and what holds for any answers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, Value } from '../../../../src/assessment/answers.ts';
import { type Outcome, sectionOf } from '../../../../src/assessment/outcome.ts';
import { levels } from '../../../../src/assessment/scoring/levels/levels.ts';
import { levelsByUnit, levelsNow } from '../../../../src/assessment/scoring/levels/levels-now.ts';
import { highestLevel } from '../../../../src/assessment/scoring/levels/levels-rules.ts';
import { radarAxes } from '../../../../src/assessment/scoring/radar-axes.ts';
import { checkRules } from '../../../../src/assessment/scoring/scoring.ts';
import type { Axis } from '../../../../src/assessment/sections/profile.ts';
import { walk } from '../../../../src/assessment/walk.ts';
import { checkInstrument } from '../../../../src/content/check-instrument.ts';
import { levelsInUnits, smallLevels } from './small-levels.ts';

const outcomeOf = (answers: Answers): Outcome => levels.outcome(smallLevels, { answers, actions: [] });

function axis(answers: Answers, view = 'alpha'): Axis {
  const found = sectionOf(outcomeOf(answers), 'profile')?.axes.find(({ item }) => item.id === view);
  if (!found) throw new Error(`no axis ${view}`);
  return found;
}

/** `2:yes,no 3:yes,-` → what was answered to the two statements of each level; `-` is no answer. */
function told(text: string, view = 'alpha'): Answers {
  const entries = text.split(' ').flatMap(rung => {
    const [level = '', values = ''] = rung.split(':');
    return values
      .split(',')
      .flatMap((value, at) =>
        value === '-' || value === '' ? [] : [[`${view}.${view}-${level}${'pq'[at]}.holds`, value] as const],
      );
  });
  return Object.fromEntries(entries);
}

const GOLDEN = [
  { answers: '', low: 0, high: 4, coverage: 0, next: 1 },
  { answers: '2:yes,yes', low: 2, high: 4, coverage: 0.5, next: 3 },
  { answers: '2:yes,no', low: 0, high: 1, coverage: 0.5, next: 1 },
  { answers: '2:yes,partly 1:yes,yes', low: 1, high: 1, coverage: 1, next: 2 },
  { answers: '2:no,no 1:yes,no', low: 0, high: 0, coverage: 1, next: 1 },
  { answers: '2:yes,yes 3:yes,no', low: 2, high: 2, coverage: 1, next: 3 },
  { answers: '2:yes,yes 3:yes,yes 4:yes,partly', low: 3, high: 3, coverage: 1, next: 4 },
  { answers: '2:yes,yes 3:yes,yes 4:yes,yes', low: 4, high: 4, coverage: 1, next: undefined },
  // What is not known widens, and is not counted as known.
  { answers: '2:yes,unknown 1:yes,yes', low: 1, high: 4, coverage: 0.75, next: 2 },
  { answers: '2:yes,yes 3:unknown,no', low: 2, high: 2, coverage: 0.75, next: 3 },
  { answers: '2:unknown,unknown 1:unknown,unknown', low: 0, high: 4, coverage: 0, next: 1 },
  // What does not apply does not stand in the way.
  { answers: '2:yes,na', low: 2, high: 4, coverage: 0.5, next: 3 },
  // Once the middle was corrected, the level below it is asked: what was said above speaks for it no longer.
  { answers: '2:yes,no 3:yes,yes', low: 0, high: 1, coverage: 4 / 6, next: 1 },
  // A level further down that was said not to hold counts, though the one above was corrected since.
  { answers: '2:yes,yes 1:no,yes', low: 0, high: 0, coverage: 1, next: 1 },
];

it.each(GOLDEN)('$answers is level $low–$high', ({ answers, low, high, coverage, next }) => {
  const found = axis(told(answers));
  expect(found.level).toEqual({ low, high });
  expect(found.coverage).toBe(coverage);
  expect(found.next?.level).toBe(next);
});

it('names what the next level needs, what is known to be missing apart from what is not known', () => {
  const found = axis(told('2:yes,yes 3:partly,unknown'));
  expect(found.next).toEqual({
    level: 3,
    open: [{ list: 'rungs', id: 'alpha-3p' }],
    unknown: [{ list: 'rungs', id: 'alpha-3q' }],
  });
});

it('tells the strongest and the weakest of what has been answered', () => {
  const answers = {
    ...told('2:yes,yes 3:yes,no', 'alpha'),
    ...told('2:no,yes 1:yes,yes', 'beta'),
    ...told('2:yes,yes 3:no,no', 'gamma'),
  };
  expect(sectionOf(outcomeOf(answers), 'figures')?.lines).toEqual([
    { id: 'strongest', amounts: { items: { items: [named('alpha'), named('gamma')] } } },
    { id: 'weakest', amounts: { items: { items: [named('beta')] } } },
  ]);
});

const named = (id: string) => ({ list: 'views', id });

describe('in units', () => {
  const within = (unit: string, answers: Answers): Answers =>
    Object.fromEntries(Object.entries(answers).map(([key, value]) => [`${unit}.${key}`, value]));
  const profiles = (answers: Answers) =>
    levels
      .outcome(levelsInUnits, { answers, actions: [] })
      .sections.flatMap(section => (section.kind === 'profile' ? [section] : []));

  it('the usual one is gone through while nobody has chosen, and its profile is the only one', () => {
    expect(walk(levelsInUnits, {}).path.map(({ key }) => key)).toEqual([
      'whole.alpha.ladder.2',
      'whole.beta.ladder.2',
      'whole.gamma.ladder.2',
    ]);
    const [only, ...more] = profiles(within('whole', told('2:yes,yes 3:yes,no')));
    expect(more).toEqual([]);
    expect([only?.unit, only?.axes[0]?.level]).toEqual([
      { list: 'units', id: 'whole' },
      { low: 2, high: 2 },
    ]);
  });

  it('of several the whole reaches what all reach, and each is told beside it', () => {
    const answers = {
      chosen: ['whole', 'north'],
      'own-1.name': 'Water',
      ...within('whole', told('2:yes,yes 3:yes,no')),
      ...within('north', told('2:yes,yes 3:yes,yes 4:no,no')),
      ...within('own-1', told('2:no,no 1:yes,unknown')),
    };
    const [whole, ...units] = profiles(answers);
    expect(whole?.axes[0]).toEqual({
      item: named('alpha'),
      level: { low: 0, high: 1 },
      coverage: (1 + 1 + 0.75) / 3,
      units: [
        { item: { list: 'units', id: 'whole' }, level: { low: 2, high: 2 } },
        { item: { list: 'units', id: 'north' }, level: { low: 3, high: 3 } },
        { item: { list: 'units', id: 'own-1', name: 'Water' }, level: { low: 0, high: 1 } },
      ],
    });
    expect(units.map(({ unit, axes }) => [unit?.id, axes[0]?.level.low])).toEqual([
      ['whole', 2],
      ['north', 3],
      ['own-1', 0],
    ]);
  });

  const TWO = {
    chosen: ['whole', 'north'],
    ...within('whole', { ...told('2:yes,yes 3:yes,no'), ...told('2:no,no 1:yes,no', 'beta') }),
    ...within('north', { ...told('2:yes,yes 3:no,no'), ...told('2:yes,yes 3:no,no', 'beta') }),
  };
  const titles = (sections: Outcome['sections']) =>
    sections.map(section => ('line' in section ? `${section.kind} ${section.line.id}` : section.kind));

  it('of several the outcome names them, and has a chapter for each', () => {
    const { sections } = levels.outcome(levelsInUnits, { answers: TWO, actions: [] });
    expect(titles(sections)).toEqual([
      'headline units',
      'profile',
      'figures',
      'rules rules',
      'chapter',
      'profile',
      'figures',
      'chapter',
      'profile',
    ]);
    expect(sections[0]).toMatchObject({
      line: { amounts: { number: { number: 2 }, items: { items: [{ id: 'whole' }, { id: 'north' }] } } },
    });
    const one = levels.outcome(levelsInUnits, { answers: {}, actions: [] });
    expect(titles(one.sections)).toEqual(['profile', 'rules rules']);
  });

  it('on the way an axis, a unit, or the whole is shown', () => {
    const shown = (...at: readonly [list: string, item: string][]) =>
      levels.interim?.(
        levelsInUnits,
        TWO,
        at.map(([list, item]) => ({ list, item })),
      ) ?? [];
    const alphaOf = shown(['units', 'whole'], ['views', 'alpha']);
    expect(alphaOf).toMatchObject([
      { kind: 'profile', of: 4, axes: [{ item: { id: 'alpha' }, level: { low: 2 } }] },
    ]);
    expect(titles(shown(['units', 'whole']))).toEqual(['profile', 'figures']);
    expect(shown(['units', 'whole'])[0]).toMatchObject({ unit: { id: 'whole' } });
    expect(titles(shown())).toEqual(['headline units', 'profile', 'figures', 'rules rules']);
    // Without units it is the one profile, and no rules of several have to be told.
    expect(titles(levels.interim?.(smallLevels, {}, []) ?? [])).toEqual(['profile']);
    expect(titles(levels.interim?.(levelsInUnits, {}, []) ?? [])).toEqual(['profile', 'rules rules']);
  });

  it('where the whole stands needs what the lowest unit needs next', () => {
    const now = levelsNow(levelsInUnits, TWO);
    expect(now.map(({ item, level, next }) => [item.id, level.low, next?.level, next?.open.length])).toEqual([
      ['alpha', 2, 3, 1],
      ['beta', 0, 1, 1],
      ['gamma', 0, 1, 0],
    ]);
    // Of one profile alone its own next level is told already.
    const alone = levelsNow(smallLevels, told('2:yes,yes'));
    expect(alone[0]?.next?.level).toBe(3);
    expect(levelsByUnit(levelsInUnits, TWO).map(({ unit, axes }) => [unit.id, axes[0]?.level.low])).toEqual([
      ['whole', 2],
      ['north', 2],
    ]);
    expect(levelsByUnit(smallLevels, {})).toEqual([]);
  });

  it('the choice that leaves the usual one out leaves it out', () => {
    const chosen = { chosen: ['north'], ...within('whole', told('2:yes,yes')) };
    expect(profiles(chosen).map(({ unit }) => unit?.id)).toEqual(['north']);
  });
});

describe('the way', () => {
  const keys = (answers: Answers) =>
    walk(smallLevels, answers).path.flatMap(({ key }) => (key.startsWith('alpha') ? [key.slice(-1)] : []));
  it.each([
    { answers: '', asks: ['2'] },
    { answers: '2:yes,yes', asks: ['2', '3'] },
    { answers: '2:yes,no', asks: ['2', '1'] },
    { answers: '2:yes,yes 3:yes,no', asks: ['2', '3'] },
    // It was asked on the way down, and can be changed where the result names it.
    { answers: '2:yes,yes 1:no,yes', asks: ['2', '1'] },
    { answers: '2:yes,yes 1:yes,yes', asks: ['2', '3'] },
  ])('with $answers asks the levels $asks', ({ answers, asks }) => expect(keys(told(answers))).toEqual(asks));
});

const VIEWS = ['alpha', 'beta', 'gamma'];
const STATEMENTS = VIEWS.flatMap(view =>
  [1, 2, 3, 4].flatMap(level => ['p', 'q'].map(part => `${view}.${view}-${level}${part}.holds`)),
);
const anyAnswers = fc
  .tuple(
    ...STATEMENTS.map(key =>
      fc
        .option(fc.constantFrom('yes', 'partly', 'no', 'unknown', 'na'))
        .map((value): [string, string] | [] => (value === null ? [] : [key, value])),
    ),
  )
  .map((all): Answers => Object.fromEntries(all.flatMap(one => (one.length === 2 ? [one] : []))));

/** From the worst to the best. What is not known or was not said becomes any known answer in the other property. */
const RANK = ['no', 'partly', 'yes'];
const better = (value: Value, lift: number): Value => {
  const from = RANK.indexOf(String(value));
  return from === -1 ? value : (RANK[Math.min(from + lift, 2)] ?? value);
};
const levelsIn = (answers: Answers) =>
  (sectionOf(outcomeOf(answers), 'profile')?.axes ?? []).map(({ level }) => level);

describe('for any answers', () => {
  it('a better answer never lowers a level', () => {
    fc.assert(
      fc.property(anyAnswers, fc.array(fc.nat(2), { minLength: 24, maxLength: 24 }), (answers, lifts) => {
        const lifted = Object.fromEntries(
          Object.entries(answers).map(([key, value], at) => [key, better(value, lifts[at] ?? 0)]),
        );
        for (const [at, { low, high }] of levelsIn(answers).entries()) {
          expect(levelsIn(lifted)[at]?.low).toBeGreaterThanOrEqual(low);
          expect(levelsIn(lifted)[at]?.high).toBeGreaterThanOrEqual(high);
        }
      }),
    );
  });

  it('a yes where nothing was said, or nothing was known, never lowers a level', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...STATEMENTS), (answers, key) => {
        const had = answers[key];
        fc.pre(had === undefined || had === 'unknown');
        const told = levelsIn({ ...answers, [key]: 'yes' });
        for (const [at, { low }] of levelsIn(answers).entries())
          expect(told[at]?.low).toBeGreaterThanOrEqual(low);
      }),
    );
  });

  it('low is never above high, and what comes to be known never leaves the interval', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom('yes', 'partly', 'no'), (answers, known) => {
        const settled = Object.fromEntries(
          Object.entries(answers).map(([key, value]) => [key, value === 'unknown' ? known : value]),
        );
        for (const [at, { low, high }] of levelsIn(answers).entries()) {
          expect(low).toBeLessThanOrEqual(high);
          expect(levelsIn(settled)[at]?.low).toBeGreaterThanOrEqual(low);
          expect(levelsIn(settled)[at]?.high).toBeLessThanOrEqual(high);
        }
      }),
    );
  });

  it('the order of answers and of statements makes no difference', () => {
    const rungs = smallLevels.lists.rungs;
    if (!rungs || !('of' in rungs)) throw new Error('no rungs');
    const items = Object.fromEntries(
      Object.entries(rungs.items).map(([view, statements]) => [view, [...statements].reverse()]),
    );
    const turned = { ...smallLevels, lists: { ...smallLevels.lists, rungs: { ...rungs, items } } };
    fc.assert(
      fc.property(anyAnswers, answers => {
        const backwards = Object.fromEntries(Object.entries(answers).reverse());
        const found = levels.outcome(turned, { answers: backwards, actions: [] });
        const axes = sectionOf(found, 'profile')?.axes ?? [];
        expect(axes.map(({ level, coverage }) => ({ level, coverage }))).toEqual(
          (sectionOf(outcomeOf(answers), 'profile')?.axes ?? []).map(({ level, coverage }) => ({
            level,
            coverage,
          })),
        );
      }),
    );
  });
});

describe('the check of an instrument', () => {
  const problems = (change: object) =>
    checkInstrument({ file: 'x', instrument: { ...levelsInUnits, ...change }, state: 'current' }).map(
      ({ path, problem }) => `${path}: ${problem}`,
    );

  it('finds nothing in the small ones', () => {
    expect(problems({})).toEqual([]);
    expect(checkInstrument({ file: 'x', instrument: smallLevels, state: 'current' })).toEqual([]);
  });

  it.each([
    [
      { scoring: { by: 'levels', axes: 'units' } },
      'scoring.axes: no ladder stands inside an each over units: put a step of the type climb there',
    ],
    [
      { scoring: { by: 'levels', axes: 'views', units: 'rungs' } },
      'scoring.axes: no ladder stands inside an each over views, itself inside an each over rungs: put a step of the type climb there',
    ],
  ])('%j', (change, problem) => expect(problems(change)).toEqual([problem]));
});

it('the highest level and the axes of the picture are those of the lists', () => {
  expect(highestLevel(smallLevels)).toBe(4);
  expect(radarAxes(smallLevels)).toEqual({
    names: ['alpha', 'beta', 'gamma'].map(id => `small:views.${id}.name`),
    of: 4,
  });
  expect(radarAxes({ ...smallLevels, scoring: { by: 'plain' } })).toBeUndefined();
});

it('the texts that are needed hang on whether there are units', () => {
  const texts = ['title', 'strongest', 'weakest'].map(id => `outcome.${id}`);
  expect(levels.texts(smallLevels)).toEqual(texts);
  expect(levels.texts(levelsInUnits)).toEqual([...texts, 'outcome.units', 'outcome.rules']);
  expect(checkRules({ ...smallLevels, scoring: { by: 'levels' } }).map(({ path }) => path)).toEqual([
    'scoring.axes',
  ]);
});

it('is told where nothing is known, and where all stand alike, without a strongest and a weakest', () => {
  expect(sectionOf(outcomeOf({}), 'figures')).toBeUndefined();
  expect(sectionOf(outcomeOf(told('2:yes,yes')), 'figures')).toBeUndefined();
  const alike = { ...told('2:yes,yes'), ...told('2:yes,yes', 'beta') };
  expect(sectionOf(outcomeOf(alike), 'figures')).toBeUndefined();
});
