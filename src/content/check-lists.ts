import { checkAnswer } from '../assessment/check-answers.ts';
import { cardSteps, fillsOf, type Instrument, inputsOf, type Step } from '../assessment/instrument.ts';
import { allItems, type List } from '../assessment/list.ts';
import { findInput } from '../assessment/places.ts';
import { insteadOf } from '../assessment/shape/instead-of.ts';
import type { Found } from './problem.ts';

/** Whether lists hang together: each is used, its items belong to items there are, and stands where these are gone through. */
export function checkLists(instrument: Instrument): Found[] {
  const uses = listUses(instrument.steps, []);
  return [
    ...Object.entries(instrument.lists).flatMap(([id, list]) => checkList(instrument, id, list)),
    ...Object.keys(instrument.lists)
      .filter(id => !uses.some(use => use.list === id))
      .map(id => ({
        path: `lists.${id}`,
        problem: 'no step uses this list: name it in one, or leave it out',
      })),
    ...uses.flatMap(use => checkUse(instrument, use)),
    ...checkProposals(instrument),
    ...checkFills(instrument),
    ...checkChoosing(instrument),
    ...checkOwnIds(instrument, uses),
    ...Object.keys(instrument.lists)
      .filter(id => TEXT_GROUPS.includes(id))
      .map(id => ({ path: `lists.${id}`, problem: 'other texts stand under this name: choose another id' })),
  ];
}

/** What is proposed for an item has to be an answer to a field of its own. */
function checkProposals(instrument: Instrument): Found[] {
  return Object.entries(instrument.lists).flatMap(([list, found]) =>
    allItems(found).flatMap(({ item }) =>
      Object.entries(item.proposed ?? {}).flatMap(([id, value]) => {
        const path = `lists.${list}.${item.id}.proposed.${id}`;
        const input = findInput(instrument, id);
        if (!input) return [{ path, problem: 'no step asks this field' }];
        return checkAnswer(instrument, { input }, value)
          ? [{ path, problem: 'the field does not take this answer' }]
          : [];
      }),
    ),
  );
}

/** What is filled in at one press has to be an option of a field on the card. */
function checkFills(instrument: Instrument): Found[] {
  return cardSteps(instrument).flatMap(({ step }) =>
    fillsOf(step).flatMap(fill => {
      const path = `steps.${step.id}.fills.${fill.id}`;
      const asked = inputsOf(step).some(input => input.type === 'choice' && input.scale === fill.scale);
      if (!asked) return [{ path, problem: `no field of the card has the scale ${fill.scale}` }];
      const options = Object.keys(instrument.scales[fill.scale]?.options ?? {});
      return 'option' in fill && !options.includes(fill.option)
        ? [{ path, problem: `${fill.scale} has no option ${fill.option}${insteadOf(fill.option, options)}` }]
        : [];
    }),
  );
}

/** What is usually chosen has to be listed; a table of what was chosen needs the choice, and one without fields people's own items. */
function checkChoosing({ lists, steps }: Instrument): Found[] {
  return cardSteps({ steps }).flatMap(({ step }) => {
    const path = `steps.${step.id}`;
    if (step.type === 'choose') {
      const list = lists[step.list];
      const known = list ? allItems(list).map(({ item }) => item.id) : [];
      return (step.usual ?? [])
        .filter(id => !known.includes(id))
        .map(id => ({
          path: `${path}.usual`,
          problem: `${step.list} has no item ${id}${insteadOf(id, known)}`,
        }));
    }
    if (step.type !== 'table') return [];
    const chosen = steps.some(one => one.type === 'choose' && one.list === step.list);
    const bare = step.inputs.length === 0 && !(step.aside && lists[step.list]?.own !== undefined);
    return [
      ...(step.items === 'chosen' && !chosen
        ? [{ path: `${path}.items`, problem: `nobody is asked to choose from ${step.list}` }]
        : []),
      ...(bare
        ? [{ path: `${path}.inputs`, problem: 'only a table aside, whose list has own items, asks nothing' }]
        : []),
    ];
  });
}

/** Items that people add in the same place are told apart by what their ids begin with. */
function checkOwnIds({ lists }: Instrument, uses: readonly Use[]): Found[] {
  const adding = uses.filter(({ type, list }) => type === 'table' && lists[list]?.own !== undefined);
  const placed = new Map(
    adding.map(({ list, around }) => [list, `${around.join('.')}:${lists[list]?.ownIds}`]),
  );
  return [...placed].flatMap(([list, place], index) =>
    [...placed.values()].indexOf(place) === index
      ? []
      : [
          {
            path: `lists.${list}.ownIds`,
            problem: 'people add to another list here as well: say what these ids begin with',
          },
        ],
  );
}

/** What an instrument's texts are sorted under: the names of a list's items stand beside these, under the list's id. */
const TEXT_GROUPS: readonly string[] = [
  'title',
  'short',
  'open',
  'about',
  'help',
  'next',
  'next-title',
  'steps',
  'inputs',
  'scales',
  'outcome',
  'stairs',
];

function checkList({ lists, steps }: Instrument, id: string, list: List): Found[] {
  if (!('of' in list)) return list.items.length > 0 || addsTo(steps, id, list) ? [] : [nothingIn(id)];
  const path = `lists.${id}`;
  const above = lists[list.of];
  if (!above)
    return [
      { path: `${path}.of`, problem: `there is no list ${list.of}${insteadOf(list.of, Object.keys(lists))}` },
    ];
  const known = allItems(above).map(({ item }) => item.id);
  return Object.keys(list.items)
    .filter(parent => !known.includes(parent))
    .map(parent => ({
      path: `${path}.items.${parent}`,
      problem: `${list.of} has no item ${parent}${insteadOf(parent, known)}`,
    }));
}

/** Whether people can fill it: they add items on the card of a table. */
function addsTo(steps: readonly Step[], id: string, { own }: List): boolean {
  const uses = listUses(steps, []);
  return own !== undefined && uses.some(({ type, list }) => type === 'table' && list === id);
}

function nothingIn(id: string): Found {
  return {
    path: `lists.${id}.items`,
    problem: 'nothing is listed: name items, or give own: a number and ask for them in a table',
  };
}

interface Use {
  readonly step: string;
  readonly type: Step['type'];
  readonly list: string;
  /** The lists whose items are gone through around the step. */
  readonly around: readonly string[];
}

function listUses(steps: readonly Step[], around: readonly string[]): Use[] {
  return steps.flatMap(step => {
    if (!('list' in step)) return [];
    const use = { step: step.id, type: step.type, list: step.list, around };
    return step.type === 'each' ? [use, ...listUses(step.steps, [...around, step.list])] : [use];
  });
}

function checkUse({ lists }: Instrument, { step, type, list, around }: Use): Found[] {
  const path = `steps.${step}.list`;
  const found = lists[list];
  if (!found) return [{ path, problem: `there is no list ${list}${insteadOf(list, Object.keys(lists))}` }];
  if ('of' in found && !around.includes(found.of))
    return [
      {
        path,
        problem: `${list} belongs to ${found.of}: the step has to stand inside an each over ${found.of}`,
      },
    ];
  if (type === 'choose' && around.length > 0)
    return [{ path, problem: 'a choice stands outside other lists' }];
  const unranked = type === 'climb' && allItems(found).some(({ item }) => item.level === undefined);
  return unranked ? [{ path, problem: `every item of ${list} needs a level to be climbed` }] : [];
}
