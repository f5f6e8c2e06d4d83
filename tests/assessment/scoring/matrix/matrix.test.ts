/** Items ranked by impact times urgency, worked out by hand; the order of lists and answers makes no difference. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/assessment/answers.ts';
import { cardByKey } from '../../../../src/assessment/find-card.ts';
import { type Instrument, instrumentSchema } from '../../../../src/assessment/instrument.ts';
import { sectionOf } from '../../../../src/assessment/outcome.ts';
import { matrix } from '../../../../src/assessment/scoring/matrix/matrix.ts';
import { matrixSides } from '../../../../src/assessment/scoring/matrix/matrix-rules.ts';
import { rankingOf } from '../../../../src/assessment/scoring/matrix/rank.ts';
import { checkRules } from '../../../../src/assessment/scoring/scoring.ts';
import { checkInstrument } from '../../../../src/content/check-instrument.ts';

const rating = (id: string, impact: string, urgency: string) => ({
  id,
  type: 'table',
  list: id === 'rating' ? 'factors' : 'own',
  inputs: [
    { id: impact, type: 'choice', scale: 'impact', blank: 'fine' },
    { id: urgency, type: 'choice', scale: 'urgency', blank: 'fine' },
  ],
});

/** Two groups of two factors, and two of one's own; three steps of impact, two of urgency. */
const WRITTEN = {
  id: 'small',
  version: '1.0.0',
  speaker: 'official',
  approved: { role: 'content-owner', date: '2026-11-28' },
  source: 'own',
  lists: {
    groups: { items: ['outer', 'inner'] },
    factors: { of: 'groups', items: { outer: ['rain', 'wind'], inner: ['walls', 'roof'] } },
    own: { items: [], own: 2 },
  },
  scales: {
    impact: { read: 'ordinal', options: { great: 1, some: 0.5, little: 0.1 }, outs: [] },
    urgency: { read: 'ordinal', options: { now: 1, later: 0.1 }, outs: [] },
  },
  steps: [
    {
      id: 'group',
      type: 'each',
      list: 'groups',
      items: 'all',
      steps: [rating('rating', 'impact', 'urgency')],
    },
    rating('own-rating', 'own-impact', 'own-urgency'),
  ],
  scoring: {
    by: 'matrix',
    top: 2,
    tables: [
      { list: 'factors', impact: 'impact', urgency: 'urgency' },
      { list: 'own', impact: 'own-impact', urgency: 'own-urgency' },
    ],
  },
};
const small: Instrument = instrumentSchema.parse(WRITTEN);

const rated = (key: string, impact: string, urgency: string, own = ''): Answers => ({
  [`${key}.${own}impact`]: impact,
  [`${key}.${own}urgency`]: urgency,
});

const ANSWERS: Answers = {
  ...rated('outer.rain', 'some', 'now'),
  ...rated('outer.wind', 'great', 'later'),
  ...rated('inner.walls', 'great', 'now'),
  'inner.roof.impact': 'great',
  'own-1.name': 'Moss',
  ...rated('own-1', 'little', 'later', 'own-'),
};

it('points are impact times urgency, each counted from the least; of equal points the greater impact comes first', () => {
  const { ranked, half } = rankingOf(small, ANSWERS);
  expect(
    ranked.map(({ item, impact, urgency, points, rank }) => [item.id, impact, urgency, points, rank]),
  ).toEqual([
    ['walls', 3, 2, 6, 1],
    ['rain', 2, 2, 4, 2],
    ['wind', 3, 1, 3, 3],
    ['own-1', 1, 1, 1, 4],
  ]);
  expect(half).toEqual([{ list: 'factors', id: 'roof' }]);
  expect(ranked.at(-1)?.item).toEqual({ list: 'own', id: 'own-1', name: 'Moss' });
});

it('equal points share a rank, and the one after them counts on', () => {
  const { ranked } = rankingOf(small, {
    ...rated('outer.rain', 'some', 'later'),
    ...rated('outer.wind', 'little', 'now'),
    ...rated('inner.walls', 'great', 'now'),
    ...rated('inner.roof', 'little', 'later'),
  });
  expect(ranked.map(({ item, rank }) => [item.id, rank])).toEqual([
    ['walls', 1],
    ['rain', 2],
    ['wind', 2],
    ['roof', 4],
  ]);
});

it('an outcome without any whole rating says so, and names what is half done', () => {
  const { sections } = matrix.outcome(small, { answers: { 'outer.rain.impact': 'great' }, actions: [] });
  expect(sections.map(({ kind }) => kind)).toEqual(['title', 'headline', 'figures', 'rules']);
  expect(sections[1]).toEqual({ kind: 'headline', line: { id: 'nothing' } });
});

const KEYS = ['outer.rain', 'outer.wind', 'inner.walls', 'inner.roof'];
const anyRatings = fc
  .tuple(
    ...KEYS.map(key =>
      fc.option(
        fc
          .tuple(fc.constantFrom('great', 'some', 'little'), fc.constantFrom('now', 'later'))
          .map(([impact, urgency]) => rated(key, impact, urgency)),
      ),
    ),
  )
  .map((all): Answers => Object.assign({}, ...all.map(one => one ?? {})));

describe('for any ratings', () => {
  it('the order of answers, of items and of groups makes no difference', () => {
    const turned = instrumentSchema.parse({
      ...WRITTEN,
      lists: {
        ...WRITTEN.lists,
        groups: { items: ['inner', 'outer'] },
        factors: { of: 'groups', items: { inner: ['roof', 'walls'], outer: ['wind', 'rain'] } },
      },
    });
    fc.assert(
      fc.property(anyRatings, answers => {
        const backwards = Object.fromEntries(Object.entries(answers).reverse());
        expect(rankingOf(turned, backwards)).toEqual(rankingOf(small, answers));
      }),
    );
  });

  it('a higher rating never ranks lower', () => {
    fc.assert(
      fc.property(anyRatings, fc.constantFrom(...KEYS), (answers, key) => {
        const place = (told: Answers) =>
          rankingOf(small, told).ranked.findIndex(({ item }) => item.id === key.split('.')[1]);
        fc.pre(place(answers) !== -1);
        const raised = { ...answers, ...rated(key, 'great', 'now') };
        expect(place(raised)).toBeLessThanOrEqual(place(answers));
      }),
    );
  });
});

describe('the check of an instrument', () => {
  const problems = (scoring: object) =>
    checkInstrument({
      file: 'x',
      instrument: { ...small, scoring: { ...small.scoring, ...scoring } },
      state: 'current',
    }).map(({ path, problem }) => `${path}: ${problem}`);
  const [first, second] = WRITTEN.scoring.tables;

  it('finds nothing in the small one', () => expect(problems({})).toEqual([]));

  it.each([
    [
      { tables: [{ ...first, list: 'none' }] },
      'scoring.tables.1: there is no list none: it is one of groups, factors, own',
    ],
    [{ tables: [{ ...first, impact: 'none' }] }, 'scoring.tables.1: no step asks a choice none'],
    [
      { tables: [first, { ...second, impact: 'own-urgency' }] },
      'scoring.tables.2: own-urgency has another scale than in the first table',
    ],
  ])('%j', (scoring, problem) => expect(problems(scoring)).toEqual([problem]));
});

it('the section names the fields that rate, and how many are told first', () => {
  const section = sectionOf(matrix.outcome(small, { answers: ANSWERS, actions: [] }), 'matrix');
  expect([section?.impact, section?.urgency, section?.top, section?.rows.length]).toEqual([
    { input: 'impact', of: 3 },
    { input: 'urgency', of: 2 },
    2,
    4,
  ]);
});

it('the outcome says how many were rated, what is half done, and the rules', () => {
  const { sections } = matrix.outcome(small, { answers: ANSWERS, actions: [] });
  expect(sections.map(({ kind }) => kind)).toEqual(['title', 'headline', 'matrix', 'figures', 'rules']);
  expect(sections[1]).toEqual({ kind: 'headline', line: { id: 'rated', count: 4 } });
  expect(sectionOf({ sections }, 'figures')?.lines).toEqual([
    { id: 'half', amounts: { items: { items: [{ list: 'factors', id: 'roof' }] } } },
  ]);
  // On the way the same is shown without a title and rules, and nothing is half done where all is.
  const { 'inner.roof.impact': _, ...whole } = ANSWERS;
  expect(matrix.interim?.(small, whole, []).map(({ kind }) => kind)).toEqual(['headline', 'matrix']);
});

it('of equal points and impact the order is that of the ids, numbers by their size', () => {
  const many = instrumentSchema.parse({
    ...WRITTEN,
    lists: { ...WRITTEN.lists, factors: { of: 'groups', items: { outer: ['f-10', 'f-9'], inner: ['f-1'] } } },
  });
  const answers = {
    ...rated('outer.f-10', 'great', 'now'),
    ...rated('outer.f-9', 'great', 'now'),
    ...rated('inner.f-1', 'great', 'now'),
    'own-2.name': 'Late',
    'own-2.own-impact': 'some',
    'own-1.name': 'Early',
    'own-1.own-urgency': 'now',
  };
  const { ranked, half } = rankingOf(many, answers);
  expect(ranked.map(({ item }) => item.id)).toEqual(['f-1', 'f-9', 'f-10']);
  expect(half.map(({ id }) => id)).toEqual(['own-1', 'own-2']);
});

it.each([
  ['outer.rating.1', { count: 2 }],
  ['inner.rating.1', { count: 1 }],
  ['own-rating.1', { count: 1 }],
  // A row of one’s own is told by nothing but itself.
  ['own-rating.own', undefined],
])('the card %s is told by how many of its rows were rated in full: %j', (key, counted) => {
  const card = cardByKey(small, ANSWERS, key);
  if (!card) throw new Error(`there is no card ${key}`);
  expect(matrix.noted?.(small, ANSWERS, card)).toEqual(counted && { id: 'noted', ...counted });
});

it('a card that rates nothing is told by its answers', () => {
  const asked = instrumentSchema.parse({
    ...WRITTEN,
    steps: [...WRITTEN.steps, { id: 'why', type: 'text', max: 9 }],
  });
  const card = cardByKey(asked, {}, 'why');
  expect(card && matrix.noted?.(asked, {}, card)).toBeUndefined();
});

it('the sides of the matrix are texts of the instrument, each from the greatest to the least', () => {
  expect(matrixSides(small)).toEqual({
    impact: {
      title: 'small:inputs.impact.short',
      options: ['great', 'some', 'little'].map(option => `small:scales.impact.${option}`),
    },
    urgency: {
      title: 'small:inputs.urgency.short',
      options: ['now', 'later'].map(option => `small:scales.urgency.${option}`),
    },
  });
  expect(matrixSides({ ...small, scoring: { by: 'plain' } })).toBeUndefined();
});

it('the rules have to be in their shape, and every text is named', () => {
  expect(problemsOf({ top: 0 })).toEqual(['scoring.top']);
  expect(matrix.texts(small)).toEqual(
    ['title', 'nothing', 'rated_one', 'rated_other', 'half', 'noted_one', 'noted_other', 'rules'].map(
      id => `outcome.${id}`,
    ),
  );
});

function problemsOf(scoring: object): string[] {
  return checkRules({ ...small, scoring: { ...small.scoring, ...scoring } }).map(({ path }) => path);
}
