/** The chain in lines and sections, on the way and at the end: which text, and the figures in it. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/assessment/answers.ts';
import { cardByKey } from '../../../../src/assessment/find-card.ts';
import type { Instrument } from '../../../../src/assessment/instrument.ts';
import type { Line } from '../../../../src/assessment/line.ts';
import type { Outcome } from '../../../../src/assessment/outcome.ts';
import { chain } from '../../../../src/assessment/scoring/chain/chain.ts';
import { benefitLines } from '../../../../src/assessment/scoring/chain/chain-lines.ts';
import { linkNames } from '../../../../src/assessment/scoring/chain/chain-rules.ts';
import type { Benefit } from '../../../../src/assessment/scoring/workbook/benefit.ts';
import { smallChain } from './small-chain.ts';

/** The small chain with one undertaking alone, `alpha`. */
const single: Instrument = {
  ...smallChain,
  lists: { ...smallChain.lists, tries: { items: [{ id: 'alpha' }], own: 2 } },
};
const ALPHA = { list: 'tries', id: 'alpha' };
const NAMED_ALPHA = { items: [ALPHA] };

const alpha = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).map(([key, value]) => [`alpha.${key}`, value]));
const sectionsOf = (answers: Answers, instrument = single): Outcome['sections'] =>
  chain.outcome(instrument, { answers, actions: [] }).sections;
/** `kind id`: a section by its kind, and its line or its title. */
const named = (sections: Outcome['sections']) =>
  sections.map(section => {
    if ('line' in section) return `${section.kind} ${section.line.id}`;
    return 'title' in section && section.title ? `${section.kind} ${section.title.id}` : section.kind;
  });
const linesIn = (sections: Outcome['sections']): readonly Line[] =>
  sections.flatMap(section => {
    if ('line' in section) return [section.line];
    return section.kind === 'figures' ? section.lines : [];
  });
const lineOf = (answers: Answers, id: string) =>
  linesIn(sectionsOf(alpha(answers))).find(one => one.id === id);

describe('the outcome of one undertaking', () => {
  it('has its verdict, its chain, its end and the rules', () => {
    expect(named(sectionsOf(alpha({ unsure: 'yes', 'results-named': ['one'] })))).toEqual([
      'title title',
      'headline verdict-trial',
      'figures reasons',
      'figures steps-on',
      'told chain',
      'figures weak',
      'headline light-none',
      'rules rules',
    ]);
    expect(lineOf({}, 'title')).toEqual({ id: 'title', amounts: { item: NAMED_ALPHA } });
  });

  it('goes no further where it is left as ordinary work', () => {
    expect(named(sectionsOf(alpha({ 'go-on': 'no' })))).toEqual([
      'title title',
      'headline verdict-unclear',
      'figures reasons',
      'figures steps-on',
      'rules rules',
    ]);
  });

  it('is nothing where there is none', () => {
    const none = { ...single, lists: { ...single.lists, tries: { items: [] } } };
    expect(named(sectionsOf({}, none))).toEqual(['title title-nothing']);
  });

  it('gives the reasons for what it is, or what has to be known to tell', () => {
    expect(lineOf({ unsure: 'yes' }, 'reason-unsure-yes')).toEqual({ id: 'reason-unsure-yes' });
    expect(lineOf({ unsure: 'yes' }, 'reason-unknown')).toBeUndefined();
    expect(lineOf({ bought: 'no' }, 'reason-unknown')).toEqual({
      id: 'reason-unknown',
      amounts: { inputs: { terms: ['inputs.unsure.short'] } },
    });
    expect(lineOf({ bought: 'no', unsure: 'partly' }, 'reason-unknown')).toBeUndefined();
    expect(linesIn(sectionsOf(alpha({ unsure: 'yes' }))).filter(({ id }) => id.startsWith('step-'))).toEqual(
      [1, 2, 3].map(number => ({ id: `step-trial-${number}` })),
    );
  });
});

describe('the chain', () => {
  const rowOf = (answers: Answers, link = 0) => {
    const told = sectionsOf(alpha(answers)).find(section => section.kind === 'told');
    return told?.kind === 'told' ? told.rows[link] : undefined;
  };
  const way = (actual: number): Answers => ({
    'resources-named': ['one'],
    'resources.measure': 'hours',
    'resources.start': 10,
    'resources.goal': 20,
    'resources.actual': actual,
  });

  it.each<[what: string, answers: Answers, standing: string]>([
    ['nothing named', {}, 'empty'],
    ['something named', { 'resources-named': ['one'] }, 'named'],
    ['with a measure', { 'resources-named': ['one'], 'resources.measure': 'hours' }, 'measured'],
  ])('a link with %s', (_what, answers, standing) => {
    expect(rowOf(answers)?.standing).toBe(standing);
  });

  it('has a row for each link with what was answered there, in the order of its fields', () => {
    expect(rowOf(way(15))?.item).toEqual({ list: 'links', id: 'resources' });
    expect(rowOf(way(15))?.entries.map(({ key }) => key)).toEqual([
      'alpha.resources-named',
      'alpha.resources.measure',
      'alpha.resources.start',
      'alpha.resources.goal',
      'alpha.resources.actual',
    ]);
    expect(rowOf(way(15), 4)).toMatchObject({ item: { id: 'wider' }, entries: [] });
  });

  it.each<[actual: number, remark: Line]>([
    [20, { id: 'reached-yes' }],
    [15, { id: 'reached-partly', amounts: { share: { share: 0.5 } } }],
    [10, { id: 'reached-no' }],
  ])('a link that came to %i of 20 is told as %j', (actual, remark) => {
    expect(rowOf(way(actual))?.remark).toEqual(remark);
  });

  it('says nothing of how far a link got that nobody looked at', () => {
    const { 'resources.actual': _, ...planned } = way(0);
    expect(rowOf(planned)).not.toHaveProperty('remark');
  });

  it.each<[what: string, answers: Answers, ids: readonly string[]]>([
    ['nothing', {}, ['chain-empty']],
    [
      'a break',
      { 'results-named': ['one'], money: 'yes' },
      ['weak-effect-without-action', 'weak-unmeasured', 'weak-no-larger'],
    ],
    [
      'all of it',
      {
        money: 'yes',
        ...Object.fromEntries(
          ['resources', 'actions', 'results', 'indirect', 'wider'].flatMap(link => [
            [`${link}-named`, ['one']],
            ...Object.entries({ measure: 'hours', start: 1, goal: 2, 'follow-up': '2027-05-01' }).map(
              ([field, value]) => [`${link}.${field}`, value],
            ),
          ]),
        ),
      },
      ['weak-none'],
    ],
  ])('of which %s was told is said to be %s', (_what, answers, ids) => {
    const lines = linesIn(sectionsOf(alpha(answers))).filter(({ id }) => /^(weak|chain)-/.test(id));
    expect(lines.map(({ id }) => id)).toEqual(ids);
  });

  it('names the links that a weak spot is about, and none where it is about the whole', () => {
    expect(lineOf({ 'results-named': ['one'] }, 'weak-unmeasured')?.amounts).toEqual({
      links: { items: [{ list: 'links', id: 'results' }] },
    });
    expect(lineOf({ 'results-named': ['one'] }, 'weak-money')).toEqual({ id: 'weak-money' });
  });
});

describe('the end', () => {
  it('is told by its light, with what is not settled, and the plan', () => {
    const answers = {
      'larger.settled': 'yes',
      'owner.settled': 'yes',
      'upkeep.settled': 'no',
      'owner.how': 'Sold',
    };
    expect(lineOf(answers, 'light-yellow')?.amounts).toEqual({ settled: { number: 2 }, all: { number: 3 } });
    expect(lineOf(answers, 'exit-open')?.amounts).toEqual({
      parts: { items: [{ list: 'exits', id: 'upkeep' }] },
    });
    const plan = sectionsOf(alpha(answers)).findLast(section => section.kind === 'told');
    expect(plan?.kind === 'told' && plan.rows.map(({ entries }) => entries.map(({ key }) => key))).toEqual([
      ['alpha.larger.settled'],
      ['alpha.owner.settled', 'alpha.owner.how'],
      ['alpha.upkeep.settled'],
    ]);
  });

  it('has nothing open where all is settled, and no plan where nothing is known', () => {
    const all = { 'larger.settled': 'yes', 'owner.settled': 'yes', 'upkeep.settled': 'yes' };
    expect(named(sectionsOf(alpha(all)))).toEqual(
      expect.arrayContaining(['headline light-green', 'told exit']),
    );
    expect(lineOf(all, 'exit-open')).toBeUndefined();
    expect(named(sectionsOf({}))).not.toContain('told exit');
    expect(lineOf({}, 'exit-open')).toBeUndefined();
  });
});

describe('what came of it', () => {
  const followed = (answers: Answers) => {
    const section = sectionsOf(alpha(answers)).find(
      one => one.kind === 'figures' && one.title?.id === 'followed',
    );
    return section?.kind === 'figures' ? section.lines : undefined;
  };

  it('is told once it is over', () => {
    expect(followed({ stage: 'going', achieved: 'yes' })).toBeUndefined();
    expect(followed({ stage: 'gone', achieved: 'yes', spread: 'no', lesson: 'Noise' })).toEqual([
      { id: 'achieved-yes' },
      { id: 'kept-unknown' },
      { id: 'spread-no' },
      { id: 'lesson', amounts: { lesson: { words: 'Noise' } } },
    ]);
  });

  it.each([{ stage: 'gone' }, { stage: 'gone', lesson: 'unknown' }])(
    'without a lesson says so: %j',
    answers => {
      expect(followed(answers)?.at(-1)).toEqual({ id: 'lesson-missing' });
    },
  );

  it('has its benefit beside it', () => {
    const given = { cases: 600, 'minutes-saved': 10, 'hourly-price': 40, 'yearly-cost': 1000 };
    expect(followed({ stage: 'gone', ...given })?.at(-1)).toEqual({
      id: 'benefit',
      amounts: { saving: { euros: 3000 } },
    });
  });

  const complete = { kind: 'complete', saving: 3000, oneOffCost: null, payback: null } as const;
  it.each<[Benefit, readonly Line[]]>([
    [{ kind: 'none' }, []],
    [
      { kind: 'incomplete', missing: ['cases', 'yearlyCost'] },
      [
        {
          id: 'benefit-open',
          amounts: { missing: { terms: ['benefit-inputs.cases', 'benefit-inputs.yearlyCost'] } },
        },
      ],
    ],
    [complete, [{ id: 'benefit', amounts: { saving: { euros: 3000 } } }]],
    [{ ...complete, saving: 0 }, [{ id: 'benefit', amounts: { saving: { euros: 0 } } }]],
    [
      { ...complete, saving: -20, payback: 'never' },
      [{ id: 'benefit-cost', amounts: { cost: { euros: 20 } } }, { id: 'payback-never' }],
    ],
    [
      { ...complete, payback: 1.26 },
      [
        { id: 'benefit', amounts: { saving: { euros: 3000 } } },
        { id: 'payback', amounts: { years: { number: 1.3 } } },
      ],
    ],
  ])('a benefit of %j is told as %j', (benefit, lines) => {
    expect(benefitLines(benefit)).toEqual(lines);
  });
});

describe('several undertakings', () => {
  const answers: Answers = {
    'alpha.stage': 'gone',
    'alpha.theme': 'red',
    'alpha.unsure': 'yes',
    'alpha.larger.settled': 'no',
    'beta.theme': 'red',
    'own-1.name': 'Gamma',
    'own-1.go-on': 'no',
  };

  it('are listed first, each with its state', () => {
    const list = sectionsOf(answers, smallChain).find(({ kind }) => kind === 'rows');
    expect(list?.kind === 'rows' && list.rows.map(({ item, line }) => [item, line.id, line.amounts])).toEqual(
      [
        [
          ALPHA,
          'state',
          {
            stage: { terms: ['scales.stage.gone'] },
            theme: { terms: ['scales.theme.red'] },
            verdict: { terms: ['outcome.verdict-name-trial'] },
            light: { terms: ['outcome.light-name-red'] },
          },
        ],
        [
          { list: 'tries', id: 'beta' },
          'state',
          {
            stage: 'none',
            theme: { terms: ['scales.theme.red'] },
            verdict: { terms: ['outcome.verdict-name-unclear'] },
            light: { terms: ['outcome.light-name-none'] },
          },
        ],
        [{ list: 'tries', id: 'own-1', name: 'Gamma' }, 'state-left', expect.anything()],
      ],
    );
    expect(linesIn(sectionsOf(answers, smallChain))[0]).toEqual({
      id: 'title-several',
      amounts: { number: { number: 3 } },
    });
  });

  it('tell of a theme what came of it, or that nothing of it is over yet', () => {
    const theme = linesIn(sectionsOf(answers, smallChain)).find(({ id }) => id === 'theme');
    expect(theme?.amounts).toMatchObject({
      theme: { terms: ['scales.theme.red'] },
      items: { number: 2 },
      over: { number: 1 },
    });
    const { 'alpha.stage': _, ...open } = answers;
    expect(linesIn(sectionsOf(open, smallChain)).map(({ id }) => id)).toContain('theme-open');
  });

  it('have the rules once, before their chapters', () => {
    const kinds = sectionsOf(answers, smallChain).map(({ kind }) => kind);
    expect(kinds.slice(0, 5)).toEqual(['title', 'rows', 'figures', 'rules', 'chapter']);
    expect(kinds.filter(kind => kind === 'rules')).toHaveLength(1);
  });
});

describe('on the way', () => {
  const interim = (answers: Answers, item?: string) =>
    named(chain.interim?.(smallChain, answers, item === undefined ? [] : [{ list: 'tries', item }]) ?? []);
  const noted = (key: string, answers: Answers) => {
    const card = cardByKey(smallChain, answers, key);
    if (!card) throw new Error(`there is no card ${key}`);
    return chain.noted?.(smallChain, answers, card);
  };

  it('an item shows what it is, the whole shows the list and its themes', () => {
    expect(interim({}, 'alpha')).toEqual(['headline verdict-unclear', 'figures reasons', 'figures steps-on']);
    expect(interim({}, 'none')).toEqual([]);
    expect(interim({})).toEqual(['rows list']);
    expect(interim({ 'alpha.theme': 'red', 'beta.theme': 'red' })).toEqual(['rows list', 'figures themes']);
    const none = { ...smallChain, lists: { ...smallChain.lists, tries: { items: [] } } };
    expect(chain.interim?.(none, {}, [])).toEqual([]);
  });

  it.each<[key: string, answers: Answers, id: string | undefined, amounts: Line['amounts']]>([
    [
      'alpha.measures',
      { 'alpha.results.measure': 'hours' },
      'noted-measures',
      { done: { number: 1 }, all: { number: 5 } },
    ],
    [
      'alpha.actuals',
      { 'alpha.results.actual': 0 },
      'noted-actuals',
      { done: { number: 1 }, all: { number: 5 } },
    ],
    [
      'alpha.exit',
      { 'alpha.owner.settled': 'yes', 'alpha.larger.settled': 'partly' },
      'noted-exit',
      { done: { number: 1 }, all: { number: 3 } },
    ],
    ['alpha.ending', {}, 'noted-no-benefit', undefined],
    [
      'alpha.ending',
      { 'alpha.cases': 60, 'alpha.minutes-saved': 1, 'alpha.hourly-price': 10, 'alpha.yearly-cost': 0 },
      'benefit',
      { saving: { euros: 10 } },
    ],
    ['alpha.nature', {}, 'noted-verdict', undefined],
    // One question alone, or one that decides nothing, is told by its answer.
    ['alpha.go-on', {}, undefined, undefined],
    ['alpha.lesson', {}, undefined, undefined],
    ['table.1', {}, undefined, undefined],
  ])('%s with %j is noted as %s', (key, answers, id, amounts) => {
    const line = noted(key, answers);
    expect([line?.id, line?.amounts]).toEqual([id, amounts]);
  });
});

it('the names of the links are texts of an instrument with a chain alone', () => {
  expect(linkNames(smallChain)?.[0]).toBe('small:links.resources.name');
  expect(linkNames({ id: 'other', scoring: { by: 'plain' } })).toBeUndefined();
});

it('every text that a line needs is named', () => {
  const texts = new Set(chain.texts(smallChain));
  const told = [
    ...linesIn(sectionsOf(alpha({ stage: 'gone', unsure: 'yes', lesson: 'One', 'results-named': ['one'] }))),
    ...linesIn(sectionsOf(alpha({ 'larger.settled': 'no', bought: 'no' }))),
    ...linesIn(sectionsOf({ 'alpha.theme': 'red', 'beta.theme': 'red' }, smallChain)),
    ...['noted-measures', 'noted-actuals', 'noted-exit', 'noted-verdict', 'noted-no-benefit'].map(id => ({
      id,
    })),
  ];
  expect(told.map(({ id }) => `outcome.${id}`).filter(text => !texts.has(text))).toEqual([]);
  const reached = ['yes', 'partly', 'no'].map(how => `reached-${how}`);
  const benefits = ['benefit', 'benefit-cost', 'benefit-open', 'payback', 'payback-never'];
  for (const id of [...reached, ...benefits, 'light-name-none', 'kept-partly', 'verdict-name-unclear'])
    expect(texts).toContain(`outcome.${id}`);
  expect(texts).toContain('benefit-inputs.cases');
});
