import { type Answers, type Entry, keyOf } from '../../answers.ts';
import type { Card } from '../../card.ts';
import { chosenOf } from '../../chosen-of.ts';
import { type Instrument, inputsOf } from '../../instrument.ts';
import type { Line } from '../../line.ts';
import type { NamedItem } from '../../named-item.ts';
import { namedItemAt } from '../../named-item-at.ts';
import type { Outcome } from '../../outcome.ts';
import { itemsIn, itemsOf } from '../../places.ts';
import type { Axis } from '../../sections/profile.ts';
import type { Section } from '../../sections/section.ts';
import { levelsNow } from '../levels/levels-now.ts';
import type { Given, Scoring, Seen } from '../port.ts';
import { checkRoadmap } from './check-roadmap.ts';
import { type Goal, gapOf, goalsOf } from './goals.ts';
import { opening } from './opening.ts';
import { type Measure, orderedMeasures } from './ordered-measures.ts';
import { roadmapRules, roadmapRulesSchema } from './roadmap-rules.ts';

/** Levels to aim at, what the steps to them need, and the actions towards them under spearheads. */
export const roadmap: Scoring = {
  by: 'roadmap',
  rules: roadmapRulesSchema,
  check: checkRoadmap,
  texts: () =>
    ['title', 'gaps', 'gap', 'gap-year', 'reached', 'nothing', 'progress', 'noted', 'rules'].map(
      id => `outcome.${id}`,
    ),
  outcome,
  report: (instrument, { answers, actions }) => ({
    goals: goalsOf(instrument, answers),
    measures: orderedMeasures(instrument, answers, actions),
  }),
  opening,
  noted,
};

function outcome(instrument: Instrument, { answers, actions, seen = [] }: Given): Outcome {
  const measures = orderedMeasures(instrument, answers, actions);
  const gaps = gapSections(instrument, goalsOf(instrument, answers));
  return {
    dialog: instrument.id,
    version: instrument.version,
    sections: [
      { kind: 'title', line: { id: 'title' } },
      ...(gaps.length > 0 ? gaps : [{ kind: 'headline', line: { id: 'nothing' } } as const]),
      ...needsSections(instrument, answers, seen),
      ...roadmapSections(instrument, answers, measures),
      { kind: 'rules', line: { id: 'rules' } },
      ...unitSections(instrument, answers),
    ],
  };
}

/** The sectors that were chosen, each with where it is and where it is going. */
function unitSections(instrument: Instrument, answers: Answers): Section[] {
  const { units } = roadmapRules(instrument);
  if (!units) return [];
  return chosenOf(instrument, units.list, answers).flatMap((id): Section[] => {
    const sections = gapSections(instrument, goalsOf(instrument, answers, id));
    const item = namedItemAt([{ list: units.list, item: id }], answers);
    return sections.length === 0 ? [] : [{ kind: 'chapter', item }, ...withUnit(sections, item)];
  });
}

function withUnit(sections: readonly Section[], unit: NamedItem): Section[] {
  return sections.map(section => (section.kind === 'profile' ? { ...section, unit } : section));
}

function gapSections(instrument: Instrument, goals: readonly Goal[]): Section[] {
  const aimed = goals.filter(({ target }) => target !== null);
  if (aimed.length === 0) return [];
  const lines = aimed.map((goal): Line => {
    const { item, now, target, year } = goal;
    const amounts = {
      item: { items: [item] },
      now: now === null ? ('none' as const) : { number: now },
      target: { number: target ?? 0 },
    };
    if (gapOf(goal) === 0) return { id: 'reached', amounts };
    return year === null
      ? { id: 'gap', amounts }
      : { id: 'gap-year', amounts: { ...amounts, year: { year } } };
  });
  const { stair } = roadmapRules(instrument);
  const axes = goals.filter(({ item }) => item.id !== stair);
  return [...profileOf(axes), { kind: 'figures', title: { id: 'gaps' }, lines }];
}

/** Nothing of an instrument whose one goal is the stair: that is no level. */
function profileOf(goals: readonly Goal[]): Section[] {
  if (goals.length === 0) return [];
  const of = Math.max(...goals.map(({ highest }) => highest));
  return [{ kind: 'profile', of, axes: goals.map(axisOf) }];
}

function axisOf({ item, now, target, highest }: Goal): Axis {
  return {
    item,
    level: { low: now ?? 0, high: now ?? highest },
    coverage: now === null ? 0 : 1,
    ...(target !== null && { target }),
  };
}

/** The statements that are still open on the way from each level to the one aimed at, in the other instrument's words. */
function needsSections(instrument: Instrument, answers: Answers, seen: readonly Seen[]): Section[] {
  const { looks } = roadmapRules(instrument);
  const profile = seen.find(({ instrument: other }) => other.id === looks.levels);
  if (!profile) return [];
  const goals = goalsOf(instrument, answers);
  const rows = levelsNow(profile.instrument, profile.answers).flatMap(({ item, next }) => {
    const goal = goals.find(one => one.item.id === item.id);
    if (!goal || !next || gapOf(goal) === 0) return [];
    return [{ item: goal.item, level: next.level, open: [...next.open, ...next.unknown] }];
  });
  if (rows.length === 0) return [];
  const { id, version } = profile.instrument;
  return [{ kind: 'needs', dialog: id, version, rows }];
}

function roadmapSections(instrument: Instrument, answers: Answers, measures: readonly Measure[]): Section[] {
  if (measures.length === 0) return [];
  const { spearheads, over } = roadmapRules(instrument);
  const named = Object.entries(spearheads).flatMap(([option, input]) => {
    const words = answers[input];
    return typeof words === 'string' ? [{ option, words }] : [];
  });
  const under = (option: string) => measures.filter(({ spearhead }) => spearhead === option);
  const rest = measures.filter(({ spearhead }) => !named.some(({ option }) => option === spearhead));
  const groups = [
    ...named.map(({ option, words }) => ({ name: words, rows: under(option).map(rowOf) })),
    { rows: rest.map(rowOf) },
  ].filter(({ rows }) => rows.length > 0);
  const done = measures.filter(({ state }) => state !== null && over.includes(state)).length;
  return [
    { kind: 'roadmap', groups },
    {
      kind: 'figures',
      lines: [{ id: 'progress', amounts: { done: { number: done }, all: { number: measures.length } } }],
    },
  ];
}

function rowOf({ item, moves, effort, owner, deadline, state }: Measure) {
  const told = { owner, deadline, state };
  return {
    item,
    moves,
    ...(effort !== null && { effort }),
    entries: Object.entries(told).flatMap(([key, value]): Entry[] =>
      value === null ? [] : [{ key, value }],
    ),
  };
}

/** Cards of many fields are told by how many of them were filled in. */
function noted(instrument: Instrument, answers: Answers, card: Card): Line | undefined {
  const { goals, measures, units } = roadmapRules(instrument);
  const asks = inputsOf(card.step).map(({ id }) => id);
  const field = ['now', 'target', 'state', 'owner', ...(units ? [units.target] : [])].find(id =>
    asks.includes(id),
  );
  if (field === undefined || card.part === 'own') return undefined;
  const list = field === 'state' || field === 'owner' ? measures : goals;
  const chosen = list === measures ? chosenOf(instrument, list, answers) : undefined;
  const items: readonly Pick<NamedItem, 'id'>[] = itemsOf(instrument, list, { at: [], answers });
  const counted = items.filter(({ id }) => !chosen || chosen.includes(id));
  const above = itemsIn(card.at);
  const told = counted.filter(({ id }) => answers[keyOf([...above, id], field)] !== undefined);
  return {
    id: 'noted',
    amounts: { done: { number: told.length }, all: { number: counted.length } },
  };
}
