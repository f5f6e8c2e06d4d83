/** Where a key points: the items on the way, and the field or card at its end. */
import type { AnswerKey, Answers } from './answers.ts';
import { keyOf, lastOf, splitKey } from './answers.ts';
import { type CardStep, cardSteps, type Input, type Instrument, inputsOf, type Step } from './instrument.ts';
import { type ListItem, listedItems } from './list.ts';
import { memo } from './memo.ts';
import { NAME, namesIn } from './names-in.ts';

/** An item of a list that something is asked about. */
export interface Place {
  readonly list: string;
  readonly item: string;
}

/** Where somebody is: the items on the way, and the answers, which name the items people added. */
export interface Within {
  readonly at: readonly Place[];
  readonly answers: Answers;
}

/** A field where it stands. */
export interface FieldAt {
  readonly key: AnswerKey;
  readonly input: Input;
  readonly step: CardStep;
  readonly at: readonly Place[];
}

export const NAME_INPUT: Input = {
  id: NAME,
  type: 'text',
  max: 120,
  lines: 1,
  basis: 'own',
  blank: 'open',
};

export function itemsIn(at: readonly Place[]): string[] {
  return at.map(({ item }) => item);
}

/** The items of a list where these items have led: the listed ones, then the ones people added. */
export function itemsOf(instrument: Instrument, list: string, { at, answers }: Within): readonly ListItem[] {
  const found = instrument.lists[list];
  if (!found) return [];
  const listed = listedItems(found, parentIn(instrument, list, at));
  const added = addedTo(instrument, list, { at, answers });
  if (!added) return listed;
  const own = added.filter(id => !listed.some(item => item.id === id));
  return [...listed, ...own.map(id => ({ id }))];
}

/** The ids of the items that people added to a list here, in the order they were added; undefined when there are none. */
export function addedTo(
  instrument: Instrument,
  list: string,
  { at, answers }: Within,
): readonly string[] | undefined {
  if (instrument.lists[list]?.own === undefined) return undefined;
  const added = addedAt(answers, at);
  const isTold = beginnings(instrument).length > 0;
  return isTold ? added?.filter(id => isAddedTo(instrument, list, id)) : added;
}

/** Whether an added item is of this list: the same place can have items of several. */
export function isAddedTo(instrument: Instrument, list: string, id: string): boolean {
  const ownIds = instrument.lists[list]?.ownIds;
  const isOf = (beginning: string) => id.startsWith(`${beginning}-`);
  return ownIds === undefined ? !beginnings(instrument).some(isOf) : isOf(ownIds);
}

/** What the ids of added items begin with where it is not the usual. */
const beginnings = memo(({ lists }: Instrument): readonly string[] =>
  Object.values(lists).flatMap(({ ownIds }) => ownIds ?? []),
);

/** The ids that people gave to items they added here, of whatever list; undefined when there are none. */
export function addedAt(answers: Answers, at: readonly Place[]): readonly string[] | undefined {
  const owns = ownsOf(namesIn(answers));
  return owns.size === 0 ? undefined : owns.get(itemsIn(at).join('.'));
}

/** Path of the items above → ids of the items added there. */
const ownsOf = memo((names: Answers): ReadonlyMap<string, readonly string[]> => {
  const owns = new Map<string, string[]>();
  for (const key of Object.keys(names)) {
    const { items } = splitKey(key);
    const above = items.slice(0, -1).join('.');
    owns.set(above, [...(owns.get(above) ?? []), ...items.slice(-1)]);
  }
  return owns;
});

/** The name somebody gave an item; undefined for a listed one. */
export function ownName(answers: Answers, items: readonly string[]): string | undefined {
  const name = answers[keyOf(items, NAME)];
  return typeof name === 'string' ? name : undefined;
}

interface Located {
  readonly step: CardStep;
  readonly input: Input;
  /** The lists whose items stand before the field in its key. */
  readonly lists: readonly string[];
}

/** Field id → where it stands. Reversed, so that of two alike the first would count. */
const fieldsOfInstrument = memo(
  (instrument: Instrument): ReadonlyMap<string, Located> => new Map(locateIn(instrument.steps, []).reverse()),
);

function locateIn(steps: readonly Step[], lists: readonly string[]): [string, Located][] {
  return steps.flatMap((step): [string, Located][] => {
    if (step.type === 'each') return locateIn(step.steps, [...lists, step.list]);
    const row = step.type === 'table' || step.type === 'climb' ? [...lists, step.list] : lists;
    return inputsOf(step).map(input => [input.id, { step, input, lists: row }]);
  });
}

/** The field with this id, wherever it stands. */
export function findInput(instrument: Instrument, id: string): Input | undefined {
  return fieldsOfInstrument(instrument).get(lastOf(id))?.input;
}

/** The step that asks the field with this id or key. */
export function stepAsking(instrument: Instrument, key: AnswerKey): CardStep | undefined {
  return fieldsOfInstrument(instrument).get(lastOf(key))?.step;
}

/** The field behind a key, if this instrument has such a field among these answers. */
export function fieldAt(instrument: Instrument, key: AnswerKey, answers: Answers): FieldAt | undefined {
  const fields = listedFields(instrument);
  const known = fields.get(key);
  if (known) return known;
  const { items, last } = splitKey(key);
  const found = fieldsOfInstrument(instrument).get(last);
  if (!found) return last === NAME ? nameAt(instrument, { key, items, answers }) : undefined;
  const { lists, input, step } = found;
  const listed = placesOf(instrument, { lists, items, answers: NOBODYS });
  const at = listed ?? placesOf(instrument, { lists, items, answers });
  const field = at && { key, input, step, at };
  if (listed && field) fields.set(key, field);
  return field;
}

/** The fields of listed items, found so far: there are no more of them than the instrument has. */
const listedFields = memo((_instrument: Instrument) => new Map<AnswerKey, FieldAt>());

/** Answers that add no items to the lists. */
export const NOBODYS: Answers = {};

/** The table that an added item stands in, told by the depth of its path. */
function nameAt(
  instrument: Instrument,
  { key, items, answers }: { key: AnswerKey; items: readonly string[]; answers: Answers },
): FieldAt | undefined {
  const above = items.slice(0, -1);
  for (const { step, lists } of cardSteps(instrument)) {
    if (step.type !== 'table' || instrument.lists[step.list]?.own === undefined) continue;
    const at = placesOf(instrument, { lists, items: above, answers });
    const item = items.at(-1);
    if (!at || item === undefined || !isAddedTo(instrument, step.list, item)) continue;
    const listed = listedItems(instrument.lists[step.list] ?? NOTHING, parentIn(instrument, step.list, at));
    return listed.some(({ id }) => id === item)
      ? undefined
      : { key, input: NAME_INPUT, step, at: [...at, { list: step.list, item }] };
  }
  return undefined;
}

const NOTHING = { items: [] };

/** The items of a key as places, or undefined when one of them is in no such list. */
export function placesOf(
  instrument: Instrument,
  { lists, items, answers }: { lists: readonly string[]; items: readonly string[]; answers: Answers },
): Place[] | undefined {
  if (lists.length !== items.length) return undefined;
  const at: Place[] = [];
  for (const [index, list] of lists.entries()) {
    const item = items[index];
    if (item === undefined || !itemsOf(instrument, list, { at, answers }).some(({ id }) => id === item))
      return undefined;
    at.push({ list, item });
  }
  return at;
}

/** The item of the list above that a list's items hang on here. */
export function parentIn(instrument: Instrument, list: string, at: readonly Place[]): string | undefined {
  const found = instrument.lists[list];
  if (!found || !('of' in found)) return undefined;
  return at.findLast(place => place.list === found.of)?.item;
}
