/** Where a person is, derived from the answers each time: no step number is ever stored. */
import { type AnswerKey, type Answers, keyOf, lastOf } from './answers.ts';
import { rungsOf } from './climb.ts';
import { holds, inputsIn, valueIn } from './condition.ts';
import {
  type CardStep,
  type EachStep,
  type Input,
  type Instrument,
  inputsOf,
  optionsOf,
  type Step,
} from './instrument.ts';
import type { ListItem } from './list.ts';
import { memo, memoPair } from './memo.ts';
import {
  addedAt,
  fieldAt,
  findInput,
  freeItem,
  itemsIn,
  itemsOf,
  NAME,
  NOBODYS,
  type Place,
  placesOf,
  type Within,
} from './places.ts';

/** What is asked at once. Its key is the items on the way and the step's id: `work.job-matching.details`. */
export interface Card {
  readonly key: CardKey;
  readonly step: CardStep;
  readonly at: readonly Place[];
  /** Of a table: which part of its rows, from 1, or a row of one's own. Of a ladder: the rung. */
  readonly part?: number | 'own';
}

export type CardKey = string;

/** A field on a card; in a table `item` is its row, but for a row that is being added. */
export interface CardField {
  readonly key: AnswerKey;
  readonly input: Input;
  readonly item?: string;
}

export interface Walk {
  /** The cards that these answers lead through, in order. */
  readonly path: readonly Card[];
  /** The cards on the path that still need an answer. */
  readonly open: readonly Card[];
  /** The first of these; undefined at the end. */
  readonly next: Card | undefined;
  /** How many cards of the path are answered or passed. */
  readonly done: number;
}

/** Fields on one card: a longer one would be too heavy for Teams, which takes 28 KB. */
const FIELDS_ON_A_CARD = 24;

/** The part of a table's key that stands for a row of one's own. */
export const OWN = 'own';

/** Walks the instrument from the start. `passed`: cards sent in or skipped, which are not asked again by themselves. */
export function walk(instrument: Instrument, answers: Answers, passed: readonly CardKey[] = NONE): Walk {
  return walked(instrument, answers)(passed);
}

const NONE: readonly CardKey[] = [];

/** A turn asks many times where the person is. */
const walked = memoPair((instrument: Instrument, answers: Answers) =>
  memo((passed: readonly CardKey[]): Walk => {
    const path = pathOf(instrument, answers);
    const gone = new Set(passed);
    const open = path.filter(card => !gone.has(card.key) && !isAnswered(instrument, card, answers));
    return { path, open, next: open[0], done: path.length - open.length };
  }),
);

const paths = memo((_instrument: Instrument) => new WeakMap<Answers, readonly Card[]>());

function pathOf(instrument: Instrument, answers: Answers): readonly Card[] {
  const known = paths(instrument);
  const path = known.get(answers) ?? cardsIn(instrument, answers, { steps: instrument.steps, at: [] });
  known.set(answers, path);
  return path;
}

/** Tells that these answers differ from those before in nothing that steers: they lead through the same cards. */
export function leadsAsBefore(instrument: Instrument, before: Answers, answers: Answers): void {
  paths(instrument).set(answers, pathOf(instrument, before));
}

/** Whether this answer can decide which cards there are: a condition, a choice or a ladder looks at it, or it adds an item. */
export function steers(instrument: Instrument, key: AnswerKey): boolean {
  return steering(instrument).has(lastOf(key));
}

const steering = memo(
  ({ steps }: Instrument): ReadonlySet<string> => new Set([NAME, ...steps.flatMap(steeringIn)]),
);

function steeringIn(step: Step): string[] {
  const own = step.when ? inputsIn(step.when) : [];
  if (step.type === 'choose') return [...own, step.id];
  if (step.type === 'climb') return [...own, step.input.id];
  if (step.type !== 'each') return own;
  const items = typeof step.items === 'object' ? inputsIn(step.items) : [];
  return [...own, ...items, ...step.steps.flatMap(steeringIn)];
}

interface StepsWithin {
  readonly steps: readonly Step[];
  readonly at: readonly Place[];
}

function cardsIn(instrument: Instrument, answers: Answers, { steps, at }: StepsWithin): readonly Card[] {
  const scope = itemsIn(at).join('.');
  return steps.flatMap(step => {
    if (step.aside || (step.when && !holds(step.when, answers, scope))) return [];
    if (step.type !== 'each') return cardsOf(instrument, answers, { step, at });
    return eachItems(instrument, answers, { step, at }).flatMap(item =>
      cardsIn(instrument, answers, { steps: step.steps, at: [...at, { list: step.list, item }] }),
    );
  });
}

/** The items an `each` goes through, in the list's order. */
function eachItems(
  instrument: Instrument,
  answers: Answers,
  { step, at }: { step: EachStep; at: readonly Place[] },
): string[] {
  const ids = itemsOf(instrument, step.list, { at, answers }).map(({ id }) => id);
  if (step.items === 'all') return ids;
  if (step.items === 'chosen') {
    const chosen = chosenOf(instrument, step.list, answers);
    return ids.filter(id => chosen.includes(id));
  }
  const { items } = step;
  const above = itemsIn(at);
  return ids.filter(id => holds(items, answers, keyOf(above, id)));
}

/** What has been chosen of a list, or what is usual while nothing has; and what people added, which is meant to be gone through. */
export function chosenOf(instrument: Instrument, list: string, answers: Answers): readonly string[] {
  const step = chooseStep(instrument, list);
  if (!step) return [];
  const chosen = answers[step.id] ?? step.usual;
  const added = instrument.lists[list]?.own === undefined ? [] : (addedAt(answers, []) ?? []);
  return [...new Set([...(Array.isArray(chosen) ? chosen : []), ...added])];
}

function chooseStep({ steps }: Instrument, list: string) {
  return steps.find(
    (step): step is Extract<CardStep, { type: 'choose' }> => step.type === 'choose' && step.list === list,
  );
}

/** A step's cards: one, or as many as its rows need, or the rungs its answers have led to. */
export function cardsOf(
  instrument: Instrument,
  answers: Answers,
  { step, at }: { step: CardStep; at: readonly Place[] },
): Card[] {
  const key = keyOf(itemsIn(at), step.id);
  if (step.type === 'table') {
    const rows = step.inputs.length === 0 ? 0 : rowsOf(instrument, step, { at, answers }).length;
    // Where nothing is listed, the first row is one of one's own.
    if (rows === 0) return addsTo(instrument, step) ? [{ key: `${key}.${OWN}`, step, at, part: OWN }] : [];
    const parts = Math.ceil(rows / rowsOnCard(step));
    return Array.from({ length: parts }, (_, index) =>
      theCard(instrument, { key: `${key}.${index + 1}`, step, at, part: index + 1 }),
    );
  }
  if (step.type !== 'climb') return [theCard(instrument, { key, step, at })];
  return rungsOf(instrument, answers, { step, at }).map(part => ({ key: `${key}.${part}`, step, at, part }));
}

/**
 * The one card with this key, so that what is worked out for a card is worked out once. An item that somebody added is
 * of their conversation alone, and its cards are kept no longer than that: there are no more than the instrument lists.
 */
function theCard(instrument: Instrument, card: Card): Card {
  const cards = listedCards(instrument);
  const known = cards.get(card.key);
  if (known) return known;
  const lists = card.at.map(({ list }) => list);
  if (placesOf(instrument, { lists, items: itemsIn(card.at), answers: NOBODYS })) cards.set(card.key, card);
  return card;
}

const listedCards = memo((_instrument: Instrument) => new Map<CardKey, Card>());

export function addsTo({ lists }: Instrument, { list }: { list: string }): boolean {
  return lists[list]?.own !== undefined;
}

/** The items that a table has rows of. */
function rowsOf(
  instrument: Instrument,
  { list, items }: Extract<CardStep, { type: 'table' }>,
  within: Within,
): readonly ListItem[] {
  const all = itemsOf(instrument, list, within);
  if (items === 'all') return all;
  const chosen = chosenOf(instrument, list, within.answers);
  return all.filter(({ id }) => chosen.includes(id));
}

function rowsOnCard({ inputs }: { inputs: readonly Input[] }): number {
  return Math.floor(FIELDS_ON_A_CARD / inputs.length);
}

/** The fields of a card, in order. A row of one's own asks its name first. */
export function fieldsOf(instrument: Instrument, card: Card, answers: Answers): readonly CardField[] {
  const { step, at, part } = card;
  const rows = step.type === 'table' || step.type === 'climb';
  const picked = step.type === 'table' && step.items === 'chosen';
  return picked || (rows && (part === OWN || addedAt(answers, at)))
    ? fieldsAmong(instrument, card, answers)
    : listedFieldsOf(instrument, card);
}

/** The fields of a card whose list nobody added to. */
const listedFieldsOf = memoPair((instrument: Instrument, card: Card) =>
  fieldsAmong(instrument, card, NOBODYS),
);

function fieldsAmong(instrument: Instrument, card: Card, answers: Answers): readonly CardField[] {
  const { step, at } = card;
  const above = itemsIn(at);
  if (step.type === 'table') return tableFields(instrument, answers, { ...card, step });
  if (step.type === 'climb') {
    const rows = itemsOf(instrument, step.list, { at, answers }).filter(({ level }) => level === card.part);
    return rows.map(({ id }) => ({ key: keyOf([...above, id], step.input.id), input: step.input, item: id }));
  }
  return fieldsOnCard(instrument, step).map(input => ({ key: keyOf(above, input.id), input }));
}

/** A form's fields, those it shares with another card first. */
function fieldsOnCard(instrument: Instrument, step: CardStep): readonly Input[] {
  if (step.type !== 'form' || step.shares.length === 0) return inputsOf(step);
  return [...step.shares.flatMap(id => findInput(instrument, id) ?? []), ...step.inputs];
}

function tableFields(
  instrument: Instrument,
  answers: Answers,
  { step, at, part }: Card & { step: Extract<CardStep, { type: 'table' }> },
): CardField[] {
  const above = itemsIn(at);
  if (part === OWN) {
    const item = freeItem(instrument, step.list, { at, answers });
    const name = fieldAt(instrument, keyOf([...above, item], NAME), answers);
    return [
      ...(name ? [{ key: name.key, input: name.input }] : []),
      ...step.inputs.map(input => ({ key: keyOf([...above, item], input.id), input })),
    ];
  }
  const size = rowsOnCard(step);
  const from = ((part ?? 1) - 1) * size;
  return rowsOf(instrument, step, { at, answers })
    .slice(from, from + size)
    .flatMap(({ id }) =>
      step.inputs.map(input => ({ key: keyOf([...above, id], input.id), input, item: id })),
    );
}

/** Whether every field that has to be has an answer. Figures have none, and are gone through by passing them. */
export function isAnswered(instrument: Instrument, card: Card, answers: Answers): boolean {
  const needed = neededOf(fieldsOf(instrument, card, answers));
  return needed.length > 0 && needed.every(({ key }) => answers[key] !== undefined);
}

const neededOf = memo((fields: readonly CardField[]) =>
  fields.filter(({ input }) => input.type === 'choose' || input.blank !== 'fine'),
);

/** The options of a field where it stands: of a choice from a list that hangs on another, the items there. */
export function optionsAt(
  instrument: Instrument,
  { input, at }: { input: Input; at: readonly Place[] },
  answers: Answers,
): readonly string[] {
  return input.type === 'choose'
    ? itemsOf(instrument, input.list, { at, answers }).map(({ id }) => id)
    : optionsOf(instrument, input);
}

/** Those of them that are offered: in this order they are drawn and numbered. */
export function offeredAt(
  instrument: Instrument,
  { input, at }: { input: Input; at: readonly Place[] },
  answers: Answers,
): readonly string[] {
  const all = optionsAt(instrument, { input, at }, answers);
  if (input.type === 'choose') return inGaps(instrument, answers, { input, all });
  if (input.type === 'choice') {
    const named = instrument.scales[input.scale]?.named;
    return named ? all.filter(option => !named[option] || answers[named[option]] !== undefined) : all;
  }
  if (input.type !== 'multi' || !input.offers) return all;
  const { by, options } = input.offers;
  const answer = valueIn(answers, itemsIn(at).join('.'), by);
  const offered = typeof answer === 'string' && Object.hasOwn(options, answer) ? options[answer] : undefined;
  return offered ?? all;
}

/** What helps to close a gap; all where no gap is known, or nothing helps. */
function inGaps(
  instrument: Instrument,
  answers: Answers,
  { input, all }: { input: Input & { type: 'choose' }; all: readonly string[] },
): readonly string[] {
  const { gaps, list } = input;
  if (!gaps) return all;
  const found = instrument.lists[list];
  const items = found && !('of' in found) ? found.items : [];
  const helps = (moves: Readonly<Record<string, number>>) =>
    Object.entries(moves).some(([thing, level]) => {
      const [now, target] = [answers[keyOf([thing], gaps.now)], answers[keyOf([thing], gaps.target)]];
      return typeof target === 'number' && level <= target && level > (typeof now === 'number' ? now : 0);
    });
  const offered = items.flatMap(item =>
    'moves' in item && item.moves && helps(item.moves) ? [item.id] : [],
  );
  return offered.length > 0 ? offered : all;
}
