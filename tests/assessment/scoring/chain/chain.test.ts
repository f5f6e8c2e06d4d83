import { describe, expect, it } from 'vitest';
import type { Answers, Value } from '../../../../src/assessment/answers.ts';
import type { Instrument } from '../../../../src/assessment/instrument.ts';
import { assessChain } from '../../../../src/assessment/scoring/chain/assess-chain.ts';
import { chain } from '../../../../src/assessment/scoring/chain/chain.ts';
import { checkRules } from '../../../../src/assessment/scoring/scoring.ts';
import { withoutAnswers } from '../../../../src/assessment/without-answers.ts';
import { smallChain } from './small-chain.ts';

/** Answers of the first undertaking, its path left out. */
function alpha(answers: Record<string, Value>): Answers {
  return Object.fromEntries(Object.entries(answers).map(([key, value]) => [`alpha.${key}`, value]));
}

function itemOf(answers: Record<string, Value>) {
  const [item] = assessChain(smallChain, alpha(answers)).items;
  if (!item) throw new Error('alpha is listed');
  return item;
}

describe('what it is', () => {
  it.each<[answers: Record<string, Value>, id: string, reasons: string[], unknown: string[]]>([
    [{}, 'unclear', [], ['bought', 'unsure']],
    [{ unsure: 'unknown', bought: 'no' }, 'unclear', ['bought'], ['unsure']],
    [{ unsure: 'yes', bought: 'no' }, 'trial', ['unsure'], []],
    // Only what decided is a reason: the other way to the same verdict does not hold.
    [{ unsure: 'yes', bought: 'yes' }, 'purchase', ['bought'], []],
    [{ unsure: 'no', bought: 'partly' }, 'purchase', ['unsure', 'bought'], []],
  ])('%j is %s by %j', (answers, id, reasons, unknown) => {
    const { verdict } = itemOf(answers);
    expect({ ...verdict, reasons: verdict.reasons.map(({ key }) => key) }).toEqual({ id, reasons, unknown });
  });
});

describe('whether it will live on', () => {
  const settled = (larger: string, owner: string, upkeep: string) =>
    itemOf({ 'larger.settled': larger, 'owner.settled': owner, 'upkeep.settled': upkeep }).exit.light;

  it.each<[parts: [string, string, string], light: string | null]>([
    [['yes', 'yes', 'yes'], 'green'],
    [['yes', 'yes', 'partly'], 'green'],
    // A decisive part has to be settled whole.
    [['partly', 'yes', 'yes'], 'yellow'],
    [['yes', 'yes', 'no'], 'yellow'],
    [['yes', 'unknown', 'yes'], 'yellow'],
    [['no', 'yes', 'yes'], 'red'],
    [['yes', 'no', 'unknown'], 'red'],
    // Nothing known is no red light.
    [['unknown', 'unknown', 'unknown'], null],
  ])('%j is %s', (parts, light) => {
    expect(settled(...parts)).toBe(light);
  });

  it('half a plan is no green light, and none is none', () => {
    expect(itemOf({ 'larger.settled': 'yes', 'owner.settled': 'yes' }).exit.light).toBe('yellow');
    expect(itemOf({}).exit.light).toBeNull();
  });
});

describe('where the chain would break', () => {
  const WHOLE: Record<string, Value> = {
    money: 'yes',
    ...Object.fromEntries(
      ['resources', 'actions', 'results', 'indirect', 'wider'].flatMap(link => [
        [`${link}-named`, ['one']],
        [`${link}.measure`, 'hours'],
        [`${link}.start`, 1],
        [`${link}.goal`, 2],
        [`${link}.follow-up`, '2027-05-01'],
      ]),
    ),
  };
  const without = (...keys: string[]) =>
    Object.fromEntries(Object.entries(WHOLE).filter(([key]) => !keys.includes(key)));
  const weakOf = (answers: Record<string, Value>) =>
    itemOf(answers).weak.map(({ id, links }) => [id, ...links].join(' '));

  it.each<[what: string, answers: Record<string, Value>, weak: string[]]>([
    ['nothing', WHOLE, []],
    ['an effect without an action', without('actions-named'), ['effect-without-action']],
    [
      'an indirect effect alone',
      without('resources-named', 'actions-named', 'results-named', 'wider-named'),
      ['effect-without-action', 'no-larger'],
    ],
    [
      'a wider change alone',
      without('resources-named', 'actions-named', 'results-named', 'indirect-named'),
      ['effect-without-action'],
    ],
    [
      'what is put in alone',
      { money: 'yes', 'resources-named': ['one'] },
      ['unmeasured resources', 'no-larger'],
    ],
    ['an action without a result', without('results-named'), ['action-without-result']],
    ['a result nobody measures', without('results.measure'), ['unmeasured results']],
    ['a measure without a start', without('wider.start', 'results.goal'), ['no-goal results wider']],
    ['a measure nobody looks at', without('indirect.follow-up'), ['no-date indirect']],
    ['no wider change', without('wider-named'), ['no-larger']],
    ['no larger change in the exit plan', { ...WHOLE, 'larger.settled': 'no' }, ['no-larger']],
    ['money half followed', { ...WHOLE, money: 'partly' }, ['money']],
    ['over without a lesson', { ...WHOLE, stage: 'gone' }, ['no-lesson']],
    ['over with one that is not known', { ...WHOLE, stage: 'gone', lesson: 'unknown' }, ['no-lesson']],
    ['left as ordinary work', { ...WHOLE, money: 'no', 'go-on': 'no' }, []],
    ['over with one', { ...WHOLE, stage: 'gone', lesson: 'Noise' }, []],
    ['a chain nobody told of', { money: 'no' }, []],
  ])('%s', (_, answers, weak) => {
    expect(weakOf(answers)).toEqual(weak);
  });
});

describe('outcome against plan', () => {
  it.each<[start: number, goal: number, actual: number, progress: number, reached: string]>([
    [10, 30, 30, 1, 'yes'],
    [10, 30, 45, 1.75, 'yes'],
    [10, 30, 15, 0.25, 'partly'],
    [10, 30, 10, 0, 'no'],
    [10, 30, 5, -0.25, 'no'],
    // Fewer is better where the goal is below the start.
    [100, 60, 50, 1.25, 'yes'],
    [100, 60, 110, -0.25, 'no'],
    [5, 5, 5, 1, 'yes'],
    [5, 5, 6, 0, 'no'],
  ])('from %d to %d, %d: %d', (start, goal, actual, progress, reached) => {
    const [link] = itemOf({
      'resources.start': start,
      'resources.goal': goal,
      'resources.actual': actual,
    }).links;
    expect(link).toMatchObject({ progress, reached });
  });

  it('cannot be told without all three', () => {
    const [link] = itemOf({ 'resources.start': 1, 'resources.actual': 2 }).links;
    expect(link).toMatchObject({ progress: null, reached: null });
  });

  it('the benefit is the workbook’s own sum', () => {
    const given = { cases: 600, 'minutes-saved': 10, 'hourly-price': 40, 'yearly-cost': 1000 };
    expect(itemOf({ ...given, 'one-off-cost': 6000 }).benefit).toEqual({
      kind: 'complete',
      saving: 3000,
      oneOffCost: 6000,
      payback: 2,
    });
    expect(itemOf({}).benefit).toEqual({ kind: 'none' });
    expect(itemOf({ 'yearly-cost': 1 }).benefit).toMatchObject({ kind: 'incomplete' });
  });
});

describe('a theme', () => {
  const four: Answers = {
    ...alpha({ stage: 'gone', theme: 'red', achieved: 'yes', spread: 'no', lesson: 'One' }),
    'beta.stage': 'gone',
    'beta.theme': 'red',
    'beta.achieved': 'partly',
    'own-1.name': 'Gamma',
    'own-1.stage': 'going',
    'own-1.theme': 'red',
    // What was left as ordinary work is none.
    'own-2.name': 'Delta',
    'own-2.stage': 'gone',
    'own-2.theme': 'red',
    'own-2.go-on': 'no',
  };

  it('counts what is over of it; one alone is no theme', () => {
    expect(assessChain(smallChain, four).themes).toEqual([
      {
        theme: 'red',
        items: 3,
        over: 2,
        achieved: 1,
        achievedPartly: 1,
        learnt: 1,
        spread: 0,
        spreadPartly: 0,
      },
    ]);
    expect(assessChain(smallChain, alpha({ theme: 'blue' })).themes).toEqual([]);
  });

  it('the outcome has a chapter for each, and is shared without answers', () => {
    const outcome = chain.outcome(smallChain, { answers: four, actions: [] });
    const kinds = outcome.sections.map(({ kind }) => kind);
    expect(kinds.filter(kind => kind === 'chapter')).toHaveLength(4);
    expect(kinds).toContain('told');
    const shared = withoutAnswers(outcome);
    expect(shared.sections.map(({ kind }) => kind)).not.toContain('told');
    expect(JSON.stringify(shared)).not.toContain('"One"');
  });
});

describe('what the rules need', () => {
  const changed = (change: object): Instrument => ({
    ...smallChain,
    scoring: { ...smallChain.scoring, ...change },
  });

  it.each<[what: string, instrument: Instrument, path: string]>([
    ['a list of items', changed({ items: 'none' }), 'scoring.items'],
    ['stages there are', changed({ over: ['past'] }), 'scoring.over'],
    [
      'parts of the exit plan',
      changed({ light: { decisive: ['boss'], partly: 1 } }),
      'scoring.light.decisive',
    ],
    [
      'questions there are',
      changed({ verdicts: [{ id: 'x', when: { answered: 'nobody' } }] }),
      'steps.nobody',
    ],
    ['all fields', { ...smallChain, steps: smallChain.steps.slice(0, 1) }, 'steps.go-on'],
    ['their own shape', changed({ verdicts: [] }), 'scoring.verdicts'],
  ])('%s', (_, instrument, path) => {
    expect(checkRules(instrument).map(problem => problem.path)).toContain(path);
  });

  it('and the small fixture has it all', () => {
    expect(checkRules(smallChain)).toEqual([]);
  });
});
