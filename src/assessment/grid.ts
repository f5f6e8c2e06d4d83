/** A table of many items with the details that its instrument asks of each of them, as rows and columns. */
import { type AnswerKey, type Answers, keyOf, splitKey } from './answers.ts';
import type { CardKey } from './card.ts';
import { holds } from './condition.ts';
import { cardByKey } from './find-card.ts';
import {
  type CardStep,
  type EachStep,
  type Input,
  type Instrument,
  optionsOf,
  type Step,
} from './instrument.ts';
import { itemsIn, itemsOf, type Place } from './places.ts';
import { isReached } from './steps-around.ts';

type Table = Extract<CardStep, { type: 'table' }>;
type Form = Extract<CardStep, { type: 'form' }>;

export interface Grid {
  readonly key: CardKey;
  readonly step: Table;
  readonly at: readonly Place[];
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** The card of figures that stands beside the table. */
  readonly figures?: CardKey;
}

export interface GridColumn {
  readonly input: Input;
  /** The form that asks it of one item at a time; none for a field of the table itself. */
  readonly form?: Form;
}

export interface GridRow {
  readonly at: readonly Place[];
  /** Of the first column: with which options the details are asked. Left out where they always are. */
  readonly opens?: readonly string[];
  /** A key for each column. */
  readonly keys: readonly AnswerKey[];
}

/** The key of the grid of an item, such as an area: undefined where no table with details is asked there. */
export function gridKeyOf(instrument: Instrument, at: readonly Place[]): CardKey | undefined {
  const [place] = at;
  if (!place) return undefined;
  const around = instrument.steps.find(step => step.type === 'each' && step.list === place.list);
  if (around?.type !== 'each') return undefined;
  const table = around.steps.find(step => step.type === 'table' && detailsOf(around.steps, step).length > 0);
  return table && keyOf([place.item], table.id);
}

/** The grid behind such a key, with the items that these answers add; undefined when there is none. */
export function gridAt(instrument: Instrument, answers: Answers, key: CardKey): Grid | undefined {
  const card = cardByKey(instrument, answers, key);
  if (card?.step.type !== 'table' || gridKeyOf(instrument, card.at) !== key) return undefined;
  const { step, at } = card;
  const siblings = stepsAt(instrument, at);
  const columns = [
    ...step.inputs.map(input => ({ input })),
    ...detailsOf(siblings, step).flatMap(({ form }) => form.inputs.map(input => ({ input, form }))),
  ].filter(({ input }) => isOneCell(input));
  const [each] = detailsOf(siblings, step);
  const outside = answersTo(
    answers,
    Object.keys(answers).filter(one => splitKey(one).items.length <= at.length),
  );
  const rows = itemsOf(instrument, step.list, { at, answers }).map(({ id }): GridRow => {
    const row = [...at, { list: step.list, item: id }];
    const keys = columns.map(({ input }) => keyOf(itemsIn(row), input.id));
    const own = { ...outside, ...answersTo(answers, keys) };
    const opens = each && opensWith(instrument, own, { ...each, table: step, at: row });
    return { at: row, keys, ...(opens && { opens }) };
  });
  const figures = siblings.find(({ type }) => type === 'show');
  return { key, step, at, columns, rows, ...(figures && { figures: keyOf(itemsIn(at), figures.id) }) };
}

/** Whether the details of a row are asked with these answers. */
export function isRowOpen({ opens }: GridRow, first: unknown): boolean {
  return opens === undefined || opens.some(option => option === first);
}

interface Details {
  readonly each: EachStep;
  readonly form: Form;
}

function detailsOf(siblings: readonly Step[], table: Step): Details[] {
  if (table.type !== 'table') return [];
  return siblings.flatMap(each =>
    each.type === 'each' && each.list === table.list
      ? each.steps.flatMap(form =>
          form.type === 'form' && !form.aside && !form.frame ? [{ each, form }] : [],
        )
      : [],
  );
}

function stepsAt({ steps }: Instrument, at: readonly Place[]): readonly Step[] {
  return at.reduce<readonly Step[]>((within, { list }) => {
    const around = within.find(step => step.type === 'each' && step.list === list);
    return around?.type === 'each' ? around.steps : [];
  }, steps);
}

/** Several choices, and words of many lines, have no room in a cell. */
function isOneCell(input: Input): boolean {
  return input.type !== 'multi' && input.type !== 'choose' && (input.type !== 'text' || input.lines === 1);
}

/** A row's conditions look at itself and at what is around it: the other rows' hundreds of answers are left out. */
function answersTo(answers: Answers, keys: readonly AnswerKey[]): Answers {
  return Object.fromEntries(
    keys.flatMap(key => {
      const value = answers[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** Tried out option by option, so that whatever the condition says holds here too. */
function opensWith(
  instrument: Instrument,
  answers: Answers,
  { each, form, table, at }: Details & { table: Table; at: readonly Place[] },
): readonly string[] | undefined {
  const [first] = table.inputs;
  if (first?.type !== 'choice') return undefined;
  const key = keyOf(itemsIn(at), first.id);
  const { items } = each;
  const options = optionsOf(instrument, first);
  const opening = options.filter(option => {
    const tried = { ...answers, [key]: option };
    const isGone = typeof items === 'object' && !holds(items, tried, itemsIn(at).join('.'));
    return !isGone && isReached(instrument, { key: form.id, at }, tried);
  });
  return opening.length === options.length ? undefined : opening;
}
