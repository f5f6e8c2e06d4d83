/** Verdicts and what follows from them, by conditions over the answers. */
import { describe, expect, it } from 'vitest';
import { instrumentSchema } from '../../../src/assessment/instrument.ts';
import { plain } from '../../../src/assessment/scoring/plain.ts';
import { checkRules } from '../../../src/assessment/scoring/scoring.ts';

const holds = (value: string) => ({ equals: { input: 'need', value } });

function scoredBy(scoring: object) {
  return instrumentSchema.parse({
    id: 'tried',
    version: '1.0.0',
    speaker: 'resident',
    approved: { role: 'content-owner', date: '2026-11-28' },
    source: 'own',
    scales: { achievement: { read: 'yesno', options: { yes: 1, no: 0 } } },
    steps: [{ id: 'need', type: 'choice', scale: 'achievement', outs: ['unknown'] }],
    scoring: { by: 'plain', ...scoring },
  });
}

describe('plain scoring by verdicts', () => {
  const instrument = scoredBy({
    verdicts: [{ id: 'good', when: holds('yes') }, { id: 'open' }],
    groups: [
      { id: 'to-do', lines: [{ id: 'begin', when: holds('no') }] },
      { id: 'help', lines: [{ id: 'ask' }] },
    ],
    contact: 'reach-us',
  });

  it.each([
    [{ need: 'yes' }, ['good', 'good-meaning', 'help: ask', 'reach-us', 'rules']],
    [{ need: 'no' }, ['open', 'open-meaning', 'to-do: begin', 'help: ask', 'reach-us', 'rules']],
    [{}, ['open', 'open-meaning', 'help: ask', 'reach-us', 'rules']],
  ])('says the first that holds, and every line that does: %j', (answers, said) => {
    const { sections } = plain.outcome(instrument, { answers, actions: [] });
    const told = sections.flatMap(section => {
      if (section.kind === 'figures')
        return `${section.title?.id}: ${section.lines.map(({ id }) => id).join()}`;
      if (section.kind === 'contact') return section.title.id;
      return 'line' in section ? section.line.id : [];
    });
    expect(told).toEqual(said);
  });

  it('names every text it needs', () => {
    expect(plain.texts(instrument)).toEqual(
      [
        'good',
        'good-meaning',
        'open',
        'open-meaning',
        'to-do',
        'begin',
        'help',
        'ask',
        'reach-us',
        'rules',
      ].map(id => `outcome.${id}`),
    );
    expect(plain.texts(scoredBy({}))).toEqual(['outcome.title', 'outcome.answered']);
  });

  it('says how much was answered where it names no verdict, and nothing else', () => {
    const bare = scoredBy({});
    const lines = (answers: Record<string, string>) =>
      plain
        .outcome(bare, { answers, actions: [] })
        .sections.flatMap(one => ('lines' in one ? one.lines : []));
    const told = (answered: number) => [
      { id: 'answered', amounts: { answered: { number: answered }, all: { number: 1 } } },
    ];
    expect(lines({})).toEqual(told(0));
    expect(lines({ need: 'no' })).toEqual(told(1));
    // Rules that cannot be read say nothing, and the check tells of them.
    expect(plain.outcome(scoredBy({ verdicts: 'good' }), { answers: {}, actions: [] }).sections).toHaveLength(
      1,
    );
  });

  it('compares a number with any, and a choice with its options and outs', () => {
    const asked = instrumentSchema.parse({
      ...scoredBy({}),
      steps: [
        { id: 'need', type: 'choice', scale: 'achievement', outs: ['unknown'] },
        { id: 'share', type: 'number', min: 0, max: 9, unit: 'count' },
      ],
      scoring: {
        by: 'plain',
        verdicts: [
          { id: 'many', when: { any: [{ atLeast: { input: 'share', value: 5 } }, holds('unknown')] } },
          { id: 'few' },
        ],
      },
    });
    expect(checkRules(asked)).toEqual([]);
  });

  it.each([
    [{ verdicts: [{ id: 'good', when: holds('yes') }] }, 'scoring.verdicts'],
    [{ verdicts: [{ id: 'open' }, { id: 'good', when: holds('yes') }] }, 'scoring.verdicts'],
    [{ groups: [{ id: 'help', lines: [{ id: 'ask' }] }] }, 'scoring.groups'],
    [{ verdicts: [{ id: 'good', when: holds('perhaps') }, { id: 'open' }] }, 'scoring.good.when'],
    [{ verdicts: [{ id: 'good', when: { answered: 'money' } }, { id: 'open' }] }, 'scoring.good.when'],
    [{ verdicts: [{ id: 'open' }], groups: [{ id: 'open', lines: [{ id: 'ask' }] }] }, 'scoring.open'],
    [{ verdicts: 'good' }, 'scoring.verdicts'],
    [{ verdicts: [{ id: 'open' }], contact: 'open' }, 'scoring.open'],
  ])('tells what is wrong with %j', (scoring, path) => {
    expect(checkRules(scoredBy(scoring)).map(problem => problem.path)).toEqual([path]);
  });
});
