/** The workbook as an instrument: what is told on the way, what its outcome is made of, and what its rules need. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/assessment/answers.ts';
import { cardByKey } from '../../../../src/assessment/find-card.ts';
import { type Instrument, instrumentSchema } from '../../../../src/assessment/instrument.ts';
import { sectionOf } from '../../../../src/assessment/outcome.ts';
import type { Given } from '../../../../src/assessment/scoring/port.ts';
import { checkRules } from '../../../../src/assessment/scoring/scoring.ts';
import { workbook } from '../../../../src/assessment/scoring/workbook/workbook.ts';
import { smallInstrument as small } from './small-workbook.ts';

/** The same with the three questions that are asked of an area before its services. */
const grounded: Instrument = instrumentSchema.parse({
  ...small,
  scales: { ...small.scales, done: { read: 'yesno', options: { yes: 1, partly: 0.5, no: 0 } } },
  steps: small.steps.map(step =>
    step.type === 'each'
      ? {
          ...step,
          steps: [
            {
              id: 'groundwork',
              type: 'form',
              inputs: ['work-begun', 'area-leadership', 'area-resources'].map(id => ({
                id,
                type: 'choice',
                scale: 'done',
              })),
            },
            ...step.steps,
          ],
        }
      : step,
  ),
});

const STATUSES: Answers = {
  'one.one-1.status': 'inuse',
  'one.one-2.status': 'inuse',
  'one.one-3.status': 'planned',
  'one.one-4.status': 'none',
  'one.one-5.status': 'outside',
};
const AREA_ONE = [{ list: 'areas', item: 'one' }];
const NAMED_ONE = { items: [{ list: 'areas', id: 'one' }] };

const outcomeOf = (answers: Answers, given: Partial<Given> = {}, instrument = small) =>
  workbook.outcome(instrument, { answers, actions: [], ...given });
/** `title title-area`, `rows`: each section by its kind, and its line where it has one. */
const kindsOf = (answers: Answers, instrument = small) =>
  outcomeOf(answers, {}, instrument).sections.map(section =>
    'line' in section ? `${section.kind} ${section.line.id}` : section.kind,
  );

describe('the outcome', () => {
  it('says so where nothing has been answered, and advises nothing', () => {
    expect(kindsOf({})).toEqual(['title title-nothing', 'headline stair-nothing', 'figures', 'rules rules']);
  });

  it('of one area is named after it, and says of how many it speaks and that it is provisional', () => {
    const one = { 'one.one-1.status': 'inuse' };
    expect(kindsOf(one)).toEqual([
      'title title-area',
      'headline provisional',
      'rules scope',
      'headline stair-at-most',
      'figures',
      'rows',
      'missing',
      'actions',
      'rules rules',
    ]);
    const { sections } = outcomeOf(one);
    expect(sections[0]).toEqual({ kind: 'title', line: { id: 'title-area', amounts: { area: NAMED_ONE } } });
    expect(sections[1]).toMatchObject({
      line: { amounts: { answered: { number: 1 }, services: { number: 8 } } },
    });
    expect(sections[2]).toEqual({ kind: 'rules', line: { id: 'scope', count: 1 } });
  });

  it.each([
    [1, 'title-area', [1]],
    [2, 'title-areas', [2]],
    [5, 'title-areas', [5]],
    // Of all of them it is the whole, and nothing has to be said of how many.
    [6, 'title', []],
  ])('of %i areas is called %s', (count, title, scope) => {
    const areas = ['one', 'two', 'three', 'four', 'five', 'six'].slice(0, count);
    const answers = Object.fromEntries(areas.map(area => [`${area}.${area}-1.status`, 'none']));
    const { sections } = outcomeOf(answers);
    const lines = sections.flatMap(section => ('line' in section ? [section.line] : []));
    expect(lines[0]?.id).toBe(title);
    expect(lines.flatMap(({ id, count: of }) => (id === 'scope' ? [of] : []))).toEqual(scope);
    expect(sectionOf({ sections }, 'rows')?.rows.map(({ item }) => item.id)).toEqual(areas);
  });

  it('is provisional below half of the services, and not from there on', () => {
    expect(kindsOf(STATUSES)).not.toContain('headline provisional');
    const { 'one.one-1.status': _, 'one.one-2.status': __, ...three } = STATUSES;
    expect(kindsOf(three)).toContain('headline provisional');
  });

  it('has a row for each area with its figures and the stair they are evidence for', () => {
    const row = sectionOf(outcomeOf(STATUSES), 'rows')?.rows[0];
    expect(row).toEqual({
      item: { list: 'areas', id: 'one' },
      line: {
        id: 'area-figures-some',
        amounts: {
          answered: { number: 5 },
          services: { number: 8 },
          coverage: { share: 0.5 },
          degree: 'none',
          usage: 'none',
        },
      },
      remark: { id: 'stair-exact-1' },
    });
  });

  it('shows the degree of each phase where an area has any, and of the whole where several have', () => {
    expect(sectionOf(outcomeOf(STATUSES), 'heat')).toBeUndefined();
    const one = { ...STATUSES, 'one.one-1.handling': 'partial', 'two.two-1.status': 'none' };
    const alone = sectionOf(outcomeOf(one), 'heat');
    expect(alone?.rows).toEqual([
      { item: { list: 'areas', id: 'one' }, shares: [null, null, 0.5, null, null, null, null] },
    ]);
    expect(alone).not.toHaveProperty('whole');
    const both = { ...one, 'two.two-1.status': 'inuse', 'two.two-1.handling': 'full' };
    expect(sectionOf(outcomeOf(both), 'heat')?.whole?.[2]).toBe(0.75);
  });

  it('names what of the first stair is missing, area by area, known gaps alone', () => {
    const answers = {
      ...STATUSES,
      'one.work-begun': 'partly',
      'one.area-leadership': 'yes',
      'one.area-resources': 'no',
      'two.work-begun': 'unknown',
    };
    const missing = outcomeOf(answers, {}, grounded).sections.flatMap(section =>
      section.kind === 'missing' ? section.lines : [],
    );
    expect(missing.filter(({ id }) => id === 'groundwork-missing')).toEqual([
      {
        id: 'groundwork-missing',
        amounts: {
          area: NAMED_ONE,
          missing: { terms: ['inputs.work-begun.short', 'inputs.area-resources.short'] },
        },
      },
    ]);
  });
});

describe('on the way', () => {
  const noted = (key: string, answers: Answers, instrument = small) => {
    const card = cardByKey(instrument, answers, key);
    if (!card) throw new Error(`there is no card ${key}`);
    return workbook.noted?.(instrument, answers, card);
  };

  it('a table of statuses is told by how many services stand where', () => {
    expect(noted('one.statuses.1', STATUSES)).toEqual({
      id: 'states',
      amounts: {
        area: NAMED_ONE,
        inUse: { number: 2 },
        planned: { number: 1 },
        none: { number: 1 },
        outside: { number: 1 },
        answered: { number: 5 },
        services: { number: 8 },
      },
    });
  });

  it('a row of one’s own is told by nothing but itself, and what is planned, neither', () => {
    expect(noted('one.statuses.own', STATUSES)).toBeUndefined();
    expect(noted('one.one-1.plan', STATUSES)).toBeUndefined();
  });

  it('the details of a service are told by what it saves, and a service of one’s own by its name', () => {
    const prices = { 'hourly-price': 30, 'yearly-cost': 1000, cases: 600, 'minutes-saved': 12 };
    const at = (path: string) =>
      Object.fromEntries(Object.entries(prices).map(([field, value]) => [`${path}.${field}`, value]));
    const answers = { ...STATUSES, ...at('one.one-1') };
    expect(noted('one.one-1.details', answers)).toEqual({
      id: 'benefit',
      amounts: { service: { items: [{ list: 'services', id: 'one-1' }] }, saving: { euros: 2600 } },
    });
    const own = { 'one.own-1.name': 'Venerannat', 'one.own-1.status': 'inuse' };
    expect(noted('one.own-1.details', own)).toEqual({
      id: 'benefit-open',
      amounts: { service: { items: [{ list: 'services', id: 'own-1', name: 'Venerannat' }] } },
    });
  });

  it('the groundwork of an area is told where something is missing there', () => {
    const missing = { 'one.work-begun': 'no', 'two.work-begun': 'yes', 'three.work-begun': 'unknown' };
    expect(noted('one.groundwork', missing, grounded)?.id).toBe('groundwork-missing');
    expect(noted('two.groundwork', missing, grounded)).toBeUndefined();
    expect(noted('three.groundwork', missing, grounded)).toBeUndefined();
  });

  it('the figures of an area are shown in it, with its own groundwork alone, and outside of areas none', () => {
    const answers = { ...STATUSES, 'one.work-begun': 'no', 'two.work-begun': 'no' };
    const sections = workbook.interim?.(grounded, answers, AREA_ONE) ?? [];
    expect(sections.map(({ kind }) => kind)).toEqual(['figures', 'headline', 'missing', 'missing']);
    expect(sections[2]).toMatchObject({ lines: [{ amounts: { area: NAMED_ONE } }] });
    expect(workbook.interim?.(grounded, answers, [])).toEqual([]);
  });

  it('an area grows by its shares', () => {
    expect(workbook.growing?.(small, STATUSES, AREA_ONE)).toMatchObject({
      id: 'growing-some',
      amounts: { area: NAMED_ONE, coverage: { share: 0.5 } },
    });
    expect(workbook.growing?.(small, STATUSES, [])).toBeUndefined();
  });

  it('what is covered is counted in the areas that were begun, and nothing while none was', () => {
    expect(workbook.covered?.(small, STATUSES)).toBe(5 / 8);
    expect(workbook.covered?.(small, { ...STATUSES, 'two.two-1.status': 'none' })).toBe(6 / 16);
    expect(workbook.covered?.(small, {})).toBeUndefined();
  });

  it('a figure of its own is a number that it stands for', () => {
    const rated = { 'one.one-1.status': 'inuse', 'one.one-1.usage-rate': 75, 'one.one-1.handling': 'full' };
    // Every rate there is is known, and no service but this one can have another: the others are not in use.
    const rest = Object.fromEntries(
      ['one', 'two', 'three', 'four', 'five', 'six'].flatMap(area =>
        Array.from({ length: 8 }, (_, index) => [`${area}.${area}-${index + 1}.status`, 'none']),
      ),
    );
    expect(workbook.own?.(small, { ...rest, ...rated }, 'usage-rate')).toBe(75);
    expect(workbook.own?.(small, { ...rest, ...rated }, 'phase-handling')).toBeUndefined();
    expect(workbook.own?.(small, {}, 'usage-rate')).toBeUndefined();
  });

  it('a year’s figures are those of the whole and of each area', () => {
    const { whole, areas } = workbook.year?.(small, STATUSES) ?? {};
    const [services, coverage] = [8, 0.5];
    const figures = { answered: 5, coverage, degree: null, usage: null, saving: null };
    expect(areas?.one).toEqual({ services, ...figures, stair: { low: 1, high: 1 } });
    expect(whole).toEqual({ services: 48, ...figures, stair: { low: 1, high: 1 } });
    const rated = { 'one.one-1.status': 'inuse', 'one.one-1.usage-rate': 75 };
    expect(workbook.year?.(small, rated)?.whole.usage).toBe(0.75);
  });
});

describe('beside the quick check', () => {
  const quick: Instrument = instrumentSchema.parse({
    id: 'quick',
    version: '4.5.6',
    speaker: 'official',
    approved: 'nobody-yet',
    source: 'own',
    scales: { done: { read: 'yesno', options: { yes: 1, partly: 0.5, no: 0 } } },
    steps: [
      { id: 'whose', type: 'form', frame: true, inputs: [{ id: 'judged', type: 'text', max: 20 }] },
      { id: 'market-services', type: 'choice', scale: 'done' },
      { id: 'usage-rate', type: 'number', min: 0, max: 100, unit: 'percent' },
    ],
    scoring: {
      by: 'stairs',
      provisionalBelow: 0.5,
      stairs: [
        {
          requires: { met: 1, started: 1 },
          conditions: ['market-services', { id: 'usage-rate', above: 80 }],
        },
      ],
    },
  });
  const none = Object.fromEntries(
    ['one', 'two', 'three', 'four', 'five', 'six'].flatMap(area =>
      Array.from({ length: 8 }, (_, index) => [`${area}.${area}-${index + 1}.status`, 'none']),
    ),
  );
  const compared = (answers: Answers) =>
    sectionOf(outcomeOf(none, { beside: { instrument: quick, answers } }), 'compare');

  it('the estimate and the evidence are told with both stairs, what was judged and what differs', () => {
    expect(compared({ judged: 'All', 'market-services': 'yes', 'usage-rate': 90 })).toEqual({
      kind: 'compare',
      dialog: 'quick',
      version: '4.5.6',
      scope: [{ key: 'judged', value: 'All' }],
      own: { low: 1, high: 1 },
      withEvidence: { low: 0, high: 0 },
      differences: [{ input: 'market-services', selfEstimate: 'yes', evidence: 'no' }],
    });
    expect(compared({ 'market-services': 'no' })).not.toHaveProperty('scope');
  });

  it('nothing is told where none of the same was estimated, or there is no quick check', () => {
    expect(compared({ 'market-services': 'unknown', 'usage-rate': 90 })).toBeUndefined();
    expect(compared({})).toBeUndefined();
    expect(sectionOf(outcomeOf(none), 'compare')).toBeUndefined();
  });
});

describe('the check of an instrument', () => {
  const problems = (change: Partial<Instrument>) =>
    checkRules({ ...small, ...change }).map(({ path, problem }) => `${path}: ${problem}`);

  it('finds nothing in the small one', () => expect(problems({})).toEqual([]));

  it.each<[what: string, change: Partial<Instrument>, problem: string]>([
    [
      'a list',
      { lists: { services: small.lists.services ?? { items: [] } } },
      'lists.areas: the measures need this list',
    ],
    [
      'a field',
      { steps: small.steps.filter(({ id }) => id !== 'target') },
      'steps.target-services: the measures need this field, and no step asks it',
    ],
    [
      'the table of services',
      { steps: small.steps.filter(({ type }) => type !== 'each') },
      'steps: the measures need a table of services',
    ],
    [
      'rules in their shape',
      { scoring: { ...small.scoring, adoptedShare: 2 } },
      'scoring.adoptedShare: Too big: expected number to be <=1',
    ],
  ])('tells that %s is missing', (_what, change, problem) => {
    expect(problems(change)).toContain(problem);
  });
});
