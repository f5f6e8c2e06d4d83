/** Whose answers stand beside a result, and where in it. */
import { describe, expect, it } from 'vitest';
import { type Instrument, instrumentSchema } from '../../src/assessment/instrument.ts';
import type { Outcome } from '../../src/assessment/outcome.ts';
import {
  besideResult,
  besideSection,
  gatherFor,
  withConsensus,
  withSections,
} from '../../src/conversation/gathering.ts';
import type { Run } from '../../src/conversation/session.ts';
import { small } from '../assessment/small-instrument.ts';
import { sceneOf } from './small-scene.ts';

const REF = { dialog: 'small', version: '1.0.0' };
const survey: Instrument = instrumentSchema.parse({
  ...small,
  id: 'survey',
  collects: {
    by: 'place',
    figures: [{ id: 'reds', input: 'colour', of: ['red', 'blue'], counts: ['red'] }],
    shown: { small: { reds: 'share' } },
  },
});
const KNOWN: Readonly<Record<string, Instrument>> = { small, survey };
const FIND = {
  offered: ['small', 'survey'],
  current: (dialog: string) => KNOWN[dialog],
  instrument: (dialog: string) => KNOWN[dialog],
};
const runOf = (more: Partial<Run>): Run => ({ ...sceneOf().run, ...more });

describe('what stands beside a result', () => {
  const groups = (run: Partial<Run>, ...others: readonly Partial<Run>[]) =>
    besideResult(FIND, runOf(run), others.map(runOf)).map(({ of }) => of);

  it('is of the place that was named in it, or else where it was named last', () => {
    const of = (group: string) => [{ dialog: 'survey', group }];
    const [early, late] = [
      { startedAt: 1, answers: { place: '092' } },
      { startedAt: 2, answers: { place: '093' } },
    ];
    expect(groups({ answers: { place: '091' } }, early)).toEqual(of('091'));
    expect(groups({}, early, late)).toEqual(of('093'));
    expect(groups({}, late, early)).toEqual(of('093'));
  });

  it('is nothing where no place was named, and beside another instrument', () => {
    expect(groups({})).toEqual([]);
    expect(groups({ answers: { place: 91 } })).toEqual([]);
    expect(groups({ answers: { place: '091' }, dialog: 'other' })).toEqual([]);
    expect(besideResult({ ...FIND, offered: ['small'] }, runOf({ answers: { place: '091' } }), [])).toEqual(
      [],
    );
  });

  it('is loaded for the turn, and shown with one’s own figure', () => {
    const scene = sceneOf({ place: '091', share: 40 });
    const context = { ...scene.context, ...FIND };
    expect(gatherFor({ ...scene, context })).toEqual({ sections: [], wished: [] });
    const of = { dialog: 'survey', group: '091' };
    const wishing = { ...scene, context: { ...context, gathered: () => undefined } };
    expect(gatherFor(wishing)).toEqual({ sections: [], wished: [{ kind: 'gather', of }] });
    const published = { reds: { at: 1, n: 20, counts: { red: 5, blue: 15 } } };
    const shown = gatherFor({ ...scene, context: { ...context, gathered: () => published } });
    expect(shown.wished).toEqual([]);
    expect(shown.sections).toMatchObject([
      {
        ...{ kind: 'gathered', dialog: 'survey', version: '1.0.0', group: { key: 'place', value: '091' } },
        figures: [{ id: 'reds', n: 20, own: 0.4, shares: [{ share: 0.25 }] }],
      },
    ]);
    const [beside] = besideResult(FIND, scene.run, []);
    const words = { ...scene, run: runOf({ answers: { place: '091', share: 'unknown' } }) };
    expect(beside && besideSection(words, beside, published)).not.toHaveProperty('figures.0.own');
    expect(beside && besideSection(words, beside, {})).toBeUndefined();
  });
});

describe('sections that are put into an outcome', () => {
  const line = { id: 'x' };
  const title = { kind: 'title', line } as const;
  const rules = { kind: 'rules', line } as const;
  const actions = { kind: 'actions', ids: [] } as const;
  const more = { kind: 'headline', line } as const;
  const kinds = (...sections: Outcome['sections']) =>
    withSections({ ...REF, sections }, [more]).sections.map(({ kind }) => kind);

  it('come before what to do, before the rules, or last', () => {
    expect(kinds(title, actions, rules)).toEqual(['title', 'headline', 'actions', 'rules']);
    expect(kinds(title, rules, title, rules)).toEqual(['title', 'rules', 'title', 'headline', 'rules']);
    expect(kinds(title)).toEqual(['title', 'headline']);
    expect(kinds(actions)).toEqual(['headline', 'actions']);
    const outcome = { ...REF, sections: [title] };
    expect(withSections(outcome, [])).toBe(outcome);
  });

  it('begin with what a group agreed on, where it did', () => {
    const outcome = { ...REF, sections: [title] };
    expect(withConsensus(outcome, runOf({}))).toBe(outcome);
    const consensus = { workshop: 'w', members: 3, answers: [{ key: 'colour', value: 'red' }], parted: [] };
    const { sections } = withConsensus(outcome, runOf({ consensus, answers: { colour: 'blue' } }));
    expect(sections).toEqual([
      { kind: 'consensus', members: 3, questions: 1, parted: [], changed: 1 },
      title,
    ]);
  });
});
