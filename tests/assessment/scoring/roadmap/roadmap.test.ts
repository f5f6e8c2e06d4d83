/** Levels to aim at and the order of actions towards them, worked out by hand; and what holds for any choice of actions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../src/assessment/actions.ts';
import type { Answers } from '../../../../src/assessment/answers.ts';
import { cardByKey } from '../../../../src/assessment/find-card.ts';
import { type Instrument, instrumentSchema } from '../../../../src/assessment/instrument.ts';
import { offeredAt } from '../../../../src/assessment/options-at.ts';
import { outcomeSchema, sectionOf } from '../../../../src/assessment/outcome.ts';
import { radarAxes } from '../../../../src/assessment/scoring/radar-axes.ts';
import { orderedMeasures } from '../../../../src/assessment/scoring/roadmap/ordered-measures.ts';
import { roadmap } from '../../../../src/assessment/scoring/roadmap/roadmap.ts';
import { withoutAnswers } from '../../../../src/assessment/without-answers.ts';
import { checkInstrument } from '../../../../src/content/check-instrument.ts';
import { levelsInUnits } from '../levels/small-levels.ts';

const number = (id: string) => ({
  id,
  type: 'number',
  min: 0,
  max: 3000,
  unit: 'count',
  outs: [],
  blank: 'fine',
});
const choice = (id: string, scale = id) => ({ id, type: 'choice', scale, blank: 'fine' });

const WRITTEN = {
  id: 'small',
  version: '1.0.0',
  speaker: 'official',
  approved: { role: 'content-owner', date: '2026-11-28' },
  source: 'own',
  looksAt: ['levels'],
  lists: {
    goals: { items: ['steps', 'alpha', 'beta'] },
    works: {
      names: 'actions',
      own: 3,
      items: [
        { id: 'plain', moves: { alpha: 1 } },
        { id: 'far', moves: { alpha: 2 } },
        { id: 'strong', moves: { steps: 1, alpha: 1 } },
        { id: 'late', moves: { steps: 1, beta: 1 }, after: ['plain'] },
        { id: 'easy', moves: { alpha: 1 } },
        { id: 'other', moves: { beta: 3 } },
      ],
    },
  },
  scales: {
    spearhead: { read: 'ordinal', options: { first: 1, none: 1 }, named: { first: 'called' }, outs: [] },
    owner: { read: 'ordinal', options: { boss: 1, clerk: 1 }, outs: [] },
    state: { read: 'ordinal', options: { begun: 1, done: 1 }, outs: [] },
  },
  steps: [
    { id: 'aims', type: 'table', list: 'goals', inputs: [number('now'), number('target'), number('year')] },
    { id: 'names', type: 'form', inputs: [{ id: 'called', type: 'text', max: 40, blank: 'fine' }] },
    { id: 'chosen', type: 'choose', list: 'works', gaps: { now: 'now', target: 'target' } },
    { id: 'states', type: 'table', list: 'works', items: 'chosen', inputs: [choice('state')] },
    {
      id: 'plan',
      type: 'table',
      list: 'works',
      items: 'chosen',
      inputs: [choice('spearhead'), choice('owner'), { id: 'deadline', type: 'date', blank: 'fine' }],
    },
  ],
  scoring: {
    by: 'roadmap',
    goals: 'goals',
    stair: 'steps',
    highest: { steps: 2, alpha: 4, beta: 4 },
    measures: 'works',
    spearheads: { first: 'called' },
    over: ['done'],
    looks: { stairs: 'stairs', levels: 'levels' },
  },
};
const small: Instrument = instrumentSchema.parse(WRITTEN);

const EFFORTS: Readonly<Record<string, Action['effort']>> = { easy: 'small', plain: 'large' };
const ACTIONS = WRITTEN.lists.works.items.map(
  ({ id }): Action => ({
    id,
    serves: [],
    finds: [],
    effort: EFFORTS[id] ?? 'medium',
    role: 'boss',
    ground: ['own'],
  }),
);

const AIMED: Answers = {
  'steps.now': 0,
  'steps.target': 1,
  'steps.year': 2028,
  'alpha.now': 0,
  'alpha.target': 2,
  'beta.target': 1,
};
const ALL = WRITTEN.lists.works.items.map(({ id }) => id);
const order = (answers: Answers) => orderedMeasures(small, answers, ACTIONS).map(({ item }) => item.id);

it('what is depended on comes first, then what moves most, then what is easier', () => {
  const answers = { ...AIMED, chosen: ALL, 'own-1.name': 'Mine' };
  // strong: (2 × 2) + 2 = 6. late: 6 too, but waits for plain. easy and plain: 2, far: 1, other and one's own: 0.
  expect(order(answers)).toEqual(['strong', 'easy', 'plain', 'late', 'far', 'other', 'own-1']);
  // Where what it waits for was not chosen, it waits for nothing.
  expect(order({ ...AIMED, chosen: ['late', 'strong'] })).toEqual(['late', 'strong']);
});

it('what helps beyond what is aimed at moves nothing, nor what is reached', () => {
  const moves = (answers: Answers, id: string) =>
    orderedMeasures(small, { ...answers, chosen: [id] }, ACTIONS)[0]?.moves.map(({ goal, level }) => [
      goal.id,
      level,
    ]);
  expect(moves({ 'alpha.now': 0, 'alpha.target': 1 }, 'far')).toEqual([]);
  expect(moves({ 'alpha.now': 0, 'alpha.target': 2 }, 'far')).toEqual([['alpha', 2]]);
  expect(moves({ 'alpha.now': 2, 'alpha.target': 3 }, 'far')).toEqual([]);
  expect(moves({ 'alpha.target': 2 }, 'strong')).toEqual([['alpha', 1]]);
  expect(moves({}, 'strong')).toEqual([]);
});

it('only what helps to close a gap is offered, and all where no gap is known', () => {
  const [, , step] = small.steps;
  if (step?.type !== 'choose') throw new Error('no choice');
  const offered = (answers: Answers) => offeredAt(small, { input: step, at: [] }, answers);
  expect(offered({ 'alpha.now': 1, 'alpha.target': 2 })).toEqual(['far']);
  expect(offered({ 'beta.target': 3 })).toEqual(['late', 'other']);
  expect(offered({ 'alpha.now': 2, 'alpha.target': 2 })).toEqual(ALL);
  expect(offered({})).toEqual(ALL);
});

describe('the outcome', () => {
  const answers: Answers = {
    ...AIMED,
    'alpha.now': 3,
    called: 'Smooth days',
    chosen: ['strong', 'late'],
    'late.spearhead': 'first',
    'late.owner': 'clerk',
    'late.deadline': '2027-06-01',
    'strong.state': 'done',
    'strong.spearhead': 'none',
  };
  const outcome = roadmap.outcome(small, { answers, actions: ACTIONS });

  it('tells each goal with its gap and year, and that one is reached', () => {
    const lines = sectionOf(outcome, 'figures')?.lines.map(({ id, amounts }) => [
      id,
      amounts?.target,
      amounts?.year,
    ]);
    expect(lines).toEqual([
      ['gap-year', { number: 1 }, { year: 2028 }],
      ['reached', { number: 2 }, undefined],
      ['gap', { number: 1 }, undefined],
    ]);
    expect(
      sectionOf(outcome, 'profile')?.axes.map(({ item, level, target }) => [item.id, level, target]),
    ).toEqual([
      ['alpha', { low: 3, high: 3 }, 2],
      ['beta', { low: 0, high: 4 }, 1],
    ]);
  });

  it('groups actions under the spearheads that were named, the rest apart, with owner, deadline and state', () => {
    expect(
      sectionOf(outcome, 'roadmap')?.groups.map(({ name, rows }) => [name, rows.map(({ item }) => item.id)]),
    ).toEqual([
      ['Smooth days', ['late']],
      [undefined, ['strong']],
    ]);
    expect(sectionOf(outcome, 'roadmap')?.groups[1]?.rows).toEqual([
      {
        item: { list: 'works', id: 'strong' },
        moves: [{ goal: { list: 'goals', id: 'steps' }, level: 1 }],
        effort: 'medium',
        entries: [{ key: 'state', value: 'done' }],
      },
    ]);
    expect(sectionOf(outcome, 'roadmap')?.groups[0]?.rows[0]?.entries).toEqual([
      { key: 'owner', value: 'clerk' },
      { key: 'deadline', value: '2027-06-01' },
    ]);
  });

  it('never says more than the highest there is', () => {
    const told = roadmap.outcome(small, { answers: { 'steps.now': 1, 'steps.target': 9 }, actions: [] });
    expect(sectionOf(told, 'figures')?.lines[0]?.amounts?.target).toEqual({ number: 2 });
  });

  it('says so where nothing is aimed at', () => {
    const told = roadmap.outcome(small, { answers: {}, actions: [] });
    expect(told.sections.map(({ kind }) => kind)).toEqual(['title', 'headline', 'rules']);
  });

  it('has no levels where the stair is the one goal', () => {
    const alone = instrumentSchema.parse({
      ...WRITTEN,
      lists: { ...WRITTEN.lists, goals: { items: ['steps'] } },
      scoring: { ...WRITTEN.scoring, highest: { steps: 2 } },
    });
    const told = roadmap.outcome(alone, { answers: { 'steps.target': 2 }, actions: [] });
    expect(told.sections.map(({ kind }) => kind)).toEqual(['title', 'figures', 'rules']);
    expect(outcomeSchema.parse(told)).toEqual(told);
    expect(radarAxes(alone)).toEqual({ names: [], of: 0 });
  });

  it('is shared without anybody’s words', () => {
    expect(JSON.stringify(withoutAnswers(outcome))).not.toContain('Smooth');
  });
});

describe('what another instrument tells', () => {
  const levels = { ...levelsInUnits, id: 'levels' };
  const held = Object.fromEntries(['2p', '2q'].map(one => [`whole.alpha.alpha-${one}.holds`, 'yes']));
  const seen = [{ instrument: levels, answers: { ...held, 'whole.alpha.alpha-3p.holds': 'no' } }];

  it('is where each goal is now; what nothing is known of stays as it was told', () => {
    expect(roadmap.opening?.(small, seen, {})).toEqual([{ key: 'alpha.now', value: 2 }]);
  });

  describe('of sectors', () => {
    const bySector = instrumentSchema.parse({
      ...WRITTEN,
      lists: { ...WRITTEN.lists, parts: { items: ['whole', 'north'], own: 2, ownIds: 'part' } },
      steps: [
        ...WRITTEN.steps,
        { id: 'parts-chosen', type: 'choose', list: 'parts', aside: true },
        { id: 'parts-added', type: 'table', list: 'parts', inputs: [], aside: true },
        {
          id: 'part',
          type: 'each',
          list: 'parts',
          items: 'chosen',
          steps: [
            {
              id: 'part-aims',
              type: 'table',
              list: 'goals',
              inputs: [number('part-now'), number('part-target'), number('part-year')],
            },
          ],
        },
      ],
      scoring: {
        ...WRITTEN.scoring,
        units: { list: 'parts', now: 'part-now', target: 'part-target', year: 'part-year' },
      },
    });
    const added = {
      'own-1.name': 'Harbour',
      'own-1.alpha.alpha-2p.holds': 'yes',
      'own-1.alpha.alpha-2q.holds': 'yes',
    };
    const judged = [
      { instrument: levels, answers: { ...added, chosen: ['north'], 'north.beta.beta-2p.holds': 'no' } },
    ];
    const opening = (answers: Answers) => roadmap.opening?.(bySector, judged, answers);

    it('stands at each; one that people added is theirs from the beginning', () => {
      const known = opening({});
      expect(known).toContainEqual({ key: 'north.beta.part-now', value: 0 });
      expect(known).toContainEqual({ key: 'part-1.name', value: 'Harbour' });
      expect(known).toContainEqual({ key: 'part-1.alpha.part-now', value: 2 });
    });

    it('leaves out the whole while one sector alone is known and it may be anywhere', () => {
      const known = opening({});
      expect(known?.filter(({ key }) => key === 'alpha.now')).toEqual([]);
    });

    it('is known again by its name, and what has been taken out or was never there is not put in later', () => {
      const own = opening({ 'part-2.name': 'harbour ', 'own-1.name': 'Harbour' });
      expect(own).toContainEqual({ key: 'part-2.alpha.part-now', value: 2 });
      expect(own?.filter(({ key }) => key.endsWith('.name'))).toEqual([]);
      expect(opening({ 'alpha.now': 1 })?.filter(({ key }) => key.startsWith('part-'))).toEqual([]);
    });

    it('an added sector and an added action are not taken for each other', () => {
      const answers = {
        'part-1.name': 'Harbour',
        'part-1.alpha.part-target': 3,
        'own-1.name': 'Dredge',
        'own-1.state': 'begun',
      };
      const { sections } = roadmap.outcome(bySector, { answers, actions: ACTIONS });
      expect(sections.flatMap(one => (one.kind === 'chapter' ? [one.item] : []))).toEqual([
        { list: 'parts', id: 'part-1', name: 'Harbour' },
      ]);
      expect(orderedMeasures(bySector, answers, ACTIONS).map(({ item }) => item.name)).toEqual(['Dredge']);
    });

    it('two lists that people add to in one place need ids that tell them apart', () => {
      const { ownIds: _, ...parts } = bySector.lists.parts ?? { items: [] };
      const mixed = { ...bySector, lists: { ...bySector.lists, parts } };
      const fileOf = (instrument: Instrument) => ({
        file: 'small.yaml',
        instrument,
        state: 'current' as const,
      });
      const path = 'lists.parts.ownIds';
      expect(checkInstrument(fileOf(mixed)).map(found => found.path)).toContain(path);
      expect(checkInstrument(fileOf(bySector)).map(found => found.path)).not.toContain(path);
    });
  });

  it('names the statements that are open on the next level, of goals with a gap alone', () => {
    const answers = { 'alpha.now': 2, 'alpha.target': 3, 'beta.now': 1, 'beta.target': 1 };
    const outcome = roadmap.outcome(small, { answers, actions: [], seen });
    expect(sectionOf(outcome, 'needs')?.rows).toEqual([
      {
        item: { list: 'goals', id: 'alpha' },
        level: 3,
        open: [
          { list: 'rungs', id: 'alpha-3p' },
          { list: 'rungs', id: 'alpha-3q' },
        ],
      },
    ]);
  });
});

describe('for any choice', () => {
  const anyChoice = fc.subarray(ALL).chain(some => fc.shuffledSubarray(some, { minLength: some.length }));

  it('the order of the choice and of the list makes no difference', () => {
    const turned = instrumentSchema.parse({
      ...WRITTEN,
      lists: {
        ...WRITTEN.lists,
        works: { ...WRITTEN.lists.works, items: [...WRITTEN.lists.works.items].reverse() },
      },
    });
    fc.assert(
      fc.property(anyChoice, chosen => {
        const there = orderedMeasures(turned, { ...AIMED, chosen }, ACTIONS).map(({ item }) => item.id);
        expect(there).toEqual(order({ ...AIMED, chosen: [...chosen].sort() }));
      }),
    );
  });

  it('nothing comes before what it depends on, and everything chosen is there once', () => {
    fc.assert(
      fc.property(anyChoice, chosen => {
        const ids = order({ ...AIMED, chosen });
        expect([...ids].sort()).toEqual([...chosen].sort());
        if (chosen.includes('late') && chosen.includes('plain'))
          expect(ids.indexOf('plain')).toBeLessThan(ids.indexOf('late'));
      }),
    );
  });

  it('actions that wait for each other are taken all the same', () => {
    const circle = instrumentSchema.parse({
      ...WRITTEN,
      lists: {
        ...WRITTEN.lists,
        works: {
          names: 'actions',
          items: [
            { id: 'one', after: ['two'] },
            { id: 'two', after: ['one'] },
          ],
        },
      },
    });
    const ids = orderedMeasures(circle, { chosen: ['one', 'two'] }, []).map(({ item }) => item.id);
    expect(ids).toEqual(['one', 'two']);
  });
});

describe('the check of an instrument', () => {
  const problems = (change: object) =>
    checkInstrument({ file: 'x', instrument: { ...small, ...change }, state: 'current' }).map(
      ({ path, problem }) => `${path}: ${problem}`,
    );

  it('finds nothing in the small one', () => expect(problems({})).toEqual([]));

  it.each([
    [{ highest: { steps: 2, alpha: 4 } }, 'scoring.highest: say how high beta can rise'],
    [{ stair: 'none' }, 'scoring.highest: goals has no item none'],
    [{ highest: { steps: 2, alpha: 4, beta: 4, none: 1 } }, 'scoring.highest: goals has no item none'],
    [{ goals: 'goal' }, 'scoring: there is no list goal: did you mean goals?'],
    [{ measures: 'work' }, 'scoring: there is no list work: did you mean works?'],
    [
      { units: { list: 'parts', now: 'now', target: 'target', year: 'year' } },
      'scoring: there is no list parts: it is one of goals, works',
    ],
    [
      { units: { list: 'works', now: 'part-now', target: 'target', year: 'year' } },
      'steps.part-now: the roadmap needs this field, and no step asks it',
    ],
    [{ over: [] }, 'scoring.over: Too small: expected array to have >=1 items'],
    [{ spearheads: { first: 'none' } }, 'steps.none: the roadmap needs this field, and no step asks it'],
  ])('%j', (rules, problem) =>
    expect(problems({ scoring: { ...small.scoring, ...rules } })).toContain(problem),
  );

  it.each([
    [{ moves: { gamma: 1 } }, 'lists.works.plain.moves: goals has no item gamma'],
    [{ after: ['nothing'] }, 'lists.works.plain.after: works has no item nothing'],
  ])('an action with %j', (change, problem) => {
    const works = { ...WRITTEN.lists.works, items: [{ id: 'plain', ...change }] };
    expect(problems({ lists: { ...small.lists, works } })).toContain(problem);
  });
});

describe('on the way', () => {
  const noted = (key: string, answers: Answers) => {
    const card = cardByKey(small, answers, key);
    if (!card) throw new Error(`there is no card ${key}`);
    return roadmap.noted?.(small, answers, card)?.amounts;
  };

  it.each<[key: string, answers: Answers, told: readonly [number, number] | undefined]>([
    ['aims.1', {}, [0, 3]],
    ['aims.1', AIMED, [2, 3]],
    // Of the actions those that were chosen count, with one's own.
    ['states.1', { chosen: ['late', 'easy'], 'late.state': 'begun', 'far.state': 'done' }, [1, 2]],
    ['states.1', { chosen: ['late'], 'own-1.name': 'Mine', 'own-1.state': 'done' }, [1, 2]],
    ['plan.1', { chosen: ['late', 'easy'], 'late.owner': 'clerk', 'late.spearhead': 'first' }, [1, 2]],
    ['names', {}, undefined],
    ['chosen', {}, undefined],
    ['states.own', {}, undefined],
  ])('%s with %j is told by how many were filled in: %j', (key, answers, told) => {
    expect(noted(key, answers)).toEqual(told && { done: { number: told[0] }, all: { number: told[1] } });
  });

  it('the levels of a sector are counted in that sector', () => {
    const bySector = instrumentSchema.parse({
      ...WRITTEN,
      lists: { ...WRITTEN.lists, parts: { items: ['north', 'south'] } },
      steps: [
        ...WRITTEN.steps,
        {
          id: 'part',
          type: 'each',
          list: 'parts',
          items: 'all',
          steps: [
            {
              id: 'part-aims',
              type: 'table',
              list: 'goals',
              inputs: [number('part-now'), number('part-target'), number('part-year')],
            },
          ],
        },
      ],
      scoring: {
        ...WRITTEN.scoring,
        units: { list: 'parts', now: 'part-now', target: 'part-target', year: 'part-year' },
      },
    });
    const card = cardByKey(bySector, {}, 'north.part-aims.1');
    const answers = { 'north.alpha.part-target': 2, 'south.beta.part-target': 1, 'alpha.target': 1 };
    expect(card && roadmap.noted?.(bySector, answers, card)?.amounts).toEqual({
      done: { number: 1 },
      all: { number: 3 },
    });
  });
});

it('the axes of the picture are the goals but for the stair, which is no level', () => {
  expect(radarAxes(small)).toEqual({ names: ['small:goals.alpha.name', 'small:goals.beta.name'], of: 4 });
  expect(radarAxes({ ...small, lists: {} })?.names).toEqual([]);
});

it('how many actions are done is told of those that were chosen', () => {
  const told = (answers: Answers) =>
    roadmap
      .outcome(small, { answers, actions: [] })
      .sections.flatMap(section => (section.kind === 'figures' ? section.lines : []))
      .find(({ id }) => id === 'progress')?.amounts;
  const chosen = { chosen: ['strong', 'late', 'far'], 'strong.state': 'done', 'late.state': 'begun' };
  expect(told(chosen)).toEqual({ done: { number: 1 }, all: { number: 3 } });
  expect(told({})).toBeUndefined();
});
