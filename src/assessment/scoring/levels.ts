import { z } from 'zod';
import { type Answers, keyOf } from '../answers.ts';
import { isMet } from '../climb.ts';
import { type CardStep, cardSteps, type Definition } from '../definition.ts';
import { idSchema } from '../id.ts';
import { allItems } from '../list.ts';
import { memo } from '../memo.ts';
import type { Axis, Interval, NamedItem, Outcome, Section } from '../outcome.ts';
import { itemsIn, itemsOf, ownName, type Place } from '../places.ts';
import { chosenOf } from '../walk.ts';
import type { Given, Scoring } from './port.ts';
import { schemaProblems } from './schema-problems.ts';

const rulesSchema = z.strictObject({
  by: z.literal('levels'),
  /** The list whose items each get a level. */
  axes: idSchema,
});

const rulesOf = memo((definition: Definition) => rulesSchema.parse(definition.scoring));

type Climb = Extract<CardStep, { type: 'climb' }>;

/** A level for each item of a list, reached by a ladder of statements: all of a level and of those below must hold. */
export const levels: Scoring = {
  by: 'levels',
  check: definition => {
    const malformed = schemaProblems(rulesSchema, definition);
    if (malformed.length > 0) return malformed;
    const { axes } = rulesOf(definition);
    return climbIn(definition)
      ? []
      : [{ path: 'scoring.axes', problem: `no ladder (climb) stands inside an each over ${axes}` }];
  },
  texts: () => ['outcome.title', 'outcome.strongest', 'outcome.weakest'],
  outcome,
  report: outcome,
  interim: (definition, answers, at) => {
    const { axes } = rulesOf(definition);
    const place = at.find(({ list }) => list === axes);
    return place ? [profileOf(definition, [axisAt(definition, answers, at)])] : [];
  },
};

function outcome(definition: Definition, { answers }: Given): Outcome {
  const axes = axesOf(definition, answers);
  const told = axes.filter(({ coverage }) => coverage > 0);
  return {
    dialog: definition.id,
    version: definition.version,
    sections: [profileOf(definition, axes), ...extremes(told)],
  };
}

function profileOf(definition: Definition, axes: readonly Axis[]): Section {
  return { kind: 'profile', of: rungs(definition), axes };
}

/** The strongest and the weakest by what is known for sure; nothing where all are alike. */
function extremes(axes: readonly Axis[]): Section[] {
  const lows = axes.map(({ level }) => level.low);
  const [best, worst] = [Math.max(...lows), Math.min(...lows)];
  if (axes.length < 2 || best === worst) return [];
  const at = (low: number) => axes.filter(({ level }) => level.low === low).map(({ item }) => item);
  return [
    {
      kind: 'figures',
      lines: [
        { id: 'strongest', amounts: { items: { items: at(best) } } },
        { id: 'weakest', amounts: { items: { items: at(worst) } } },
      ],
    },
  ];
}

function axesOf(definition: Definition, answers: Answers): Axis[] {
  const { axes } = rulesOf(definition);
  const chosen = chosenOf(definition, axes, answers);
  return itemsOf(definition, axes, { at: [], answers })
    .filter(({ id }) => chosen.length === 0 || chosen.includes(id))
    .map(({ id }) => axisAt(definition, answers, [{ list: axes, item: id }]));
}

function axisAt(definition: Definition, answers: Answers, at: readonly Place[]): Axis {
  const step = climbIn(definition);
  if (!step) throw new Error(`${definition.id} has no ladder`);
  const all = itemsOf(definition, step.list, { at, answers });
  const values = all.map(({ id, level = 1 }) => ({
    level,
    value: answers[keyOf([...itemsIn(at), id], step.input.id)],
  }));
  const answered = values.filter(({ value }) => value !== undefined && value !== 'unknown');
  const level: Interval = {
    low: reach(values, value => isMet(definition, step, value)),
    high: reach(
      values,
      value => value === undefined || value === 'unknown' || isMet(definition, step, value),
    ),
  };
  return {
    item: namedItem(answers, at),
    level,
    coverage: values.length === 0 ? 0 : answered.length / values.length,
  };
}

type Told = readonly { readonly level: number; readonly value: unknown }[];

/**
 * The highest level of which, and of all below, every statement holds. The ladder starts in the middle: a level below
 * one that holds and that was never asked counts as holding, because nobody was asked to doubt it.
 */
function reach(told: Told, met: (value: unknown) => boolean): number {
  const numbers = [...new Set(told.map(({ level }) => level))].sort((a, b) => a - b);
  const holds = (level: number) => told.every(one => one.level !== level || met(one.value));
  const asked = (level: number) => told.some(one => one.level === level && one.value !== undefined);
  let reached = 0;
  const above = (level: number) => numbers.some(other => other > level && asked(other) && holds(other));
  for (const level of numbers) {
    if (holds(level) || (!asked(level) && above(level))) reached = level;
    else break;
  }
  return reached;
}

function climbIn(definition: Definition): Climb | undefined {
  const { axes } = rulesOf(definition);
  for (const { step, lists } of cardSteps(definition))
    if (step.type === 'climb' && lists.includes(axes)) return step;
  return undefined;
}

function rungs(definition: Definition): number {
  const step = climbIn(definition);
  const list = step && definition.lists[step.list];
  return list ? Math.max(0, ...allItems(list).map(({ item: { level = 1 } }) => level)) : 0;
}

function namedItem(answers: Answers, at: readonly Place[]): NamedItem {
  const last = at.at(-1);
  if (!last) throw new Error('a level is of an item');
  const name = ownName(answers, itemsIn(at));
  return { list: last.list, id: last.item, ...(name !== undefined && { name }) };
}
