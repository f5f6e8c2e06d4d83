/** Reading one service's row back: words become codes, shares per cents, and nothing is judged yet. */
import { PHASES, SAVING_PHASES } from '../../assessment/scoring/workbook/workbook-definition.ts';
import type { Locale } from '../../conversation/locale.ts';
import type { NumberField } from '../../conversation/understanding/number-field.ts';
import { AREA_COLUMNS, type ColumnKey } from './area-columns.ts';
import { type CellNumber, problemIn, readCellNumber } from './cell-number.ts';
import type { ImportProblem } from './import-problem.ts';
import { decode, RATE_WORDS, type Vocabulary } from './labels.ts';
import type { CellContent } from './xlsx/read-cells.ts';
import { at } from './xlsx/reference.ts';

/** Columns of the tab by their key: people may have moved them. */
export type Columns = ReadonlyMap<string, number>;

export interface ReadRow {
  readonly name: string | undefined;
  /** Unchecked; undefined when the row says nothing. */
  readonly answer: Record<string, unknown> | undefined;
  /** Path inside the answer, joined by `/` → cell; the empty path is the row's status. */
  readonly cells: Readonly<Record<string, string>>;
  readonly problems: readonly ImportProblem[];
}

/** A row of the tab, with what its cells hold. */
export interface RowCells {
  readonly row: number;
  readonly cells: ReadonlyMap<number, CellContent>;
  readonly columns: Columns;
  /** The language of the file, for numbers written as text. */
  readonly locale: Locale;
}

export function readRow(source: RowCells, words: Vocabulary): ReadRow {
  const amount = (key: NumberColumn) => numberIn(source, key).value;
  const coded = (key: ColumnKey, group: Readonly<Record<string, string>>) => {
    const word = plainIn(source, key);
    return typeof word === 'string' ? decode(group, word) : word;
  };
  const rate = coded('usage', words.rates);
  const minutes = readMinutes(amount);
  const name = plainIn(source, 'name');
  const answer = withoutEmpty({
    status: coded('status', words.statuses),
    phases: withoutEmpty(Object.fromEntries(PHASES.map(phase => [phase, coded(phase, words.phaseStates)]))),
    usageRate: RATE_WORDS.find(word => word === rate) ?? amount('usage'),
    cases: amount('cases'),
    benefit: withoutEmpty({
      hourlyPrice: amount('hourly-price'),
      yearlyCost: amount('yearly-cost'),
      minutesSaved: minutes === 'both' ? undefined : minutes,
      oneOffCost: amount('one-off-cost'),
    }),
  });
  const twice = minutes === 'both' ? [{ code: 'minutes-twice', cell: placeOf(source, 'minutes-total') }] : [];
  return {
    name: name === undefined ? undefined : String(name),
    answer,
    cells: cellsOf(key => placeOf(source, key)),
    problems: [...unreadable(source), ...twice],
  };
}

function placeOf({ row, columns }: RowCells, key: ColumnKey): string {
  return at(row, columns.get(key) ?? 1);
}

/** The columns that ask for a number, and what of. */
const NUMBERS = {
  usage: 'share',
  cases: 'count',
  'hourly-price': 'euros',
  'yearly-cost': 'euros',
  'one-off-cost': 'euros',
  'minutes-handling': 'minutes',
  'minutes-decision': 'minutes',
  'minutes-invoicing': 'minutes',
  'minutes-archiving': 'minutes',
  'minutes-total': 'minutes',
} as const satisfies Partial<Record<ColumnKey, NumberField>>;

type NumberColumn = keyof typeof NUMBERS;

function contentIn({ cells, columns }: RowCells, key: ColumnKey): CellContent | undefined {
  return cells.get(columns.get(key) ?? 0);
}

function plainIn(source: RowCells, key: ColumnKey): string | number | undefined {
  const content = contentIn(source, key);
  if (content?.kind === 'number') return content.number;
  return content?.kind === 'text' ? content.text : undefined;
}

function numberIn(source: RowCells, key: NumberColumn): CellNumber {
  return readCellNumber(contentIn(source, key), { locale: source.locale, field: NUMBERS[key] });
}

/** Cells that should hold an answer and hold an error, a date, or a number that may be read in two ways. */
function unreadable(source: RowCells): ImportProblem[] {
  const filled = AREA_COLUMNS.filter(({ key, kind }) => kind === 'input' || key === 'name');
  return filled.flatMap(({ key }) => {
    const { problem } = isNumberColumn(key) ? numberIn(source, key) : problemIn(contentIn(source, key));
    return problem ? [{ ...problem, cell: placeOf(source, key) }] : [];
  });
}

function isNumberColumn(key: ColumnKey): key is NumberColumn {
  return key in NUMBERS;
}

/** Where each part of a row's answer is. */
function cellsOf(place: (key: ColumnKey) => string): Record<string, string> {
  return {
    '': place('status'),
    name: place('name'),
    status: place('status'),
    ...Object.fromEntries(PHASES.map(phase => [`phases/${phase}`, place(phase)])),
    usageRate: place('usage'),
    cases: place('cases'),
    'benefit/hourlyPrice': place('hourly-price'),
    'benefit/yearlyCost': place('yearly-cost'),
    'benefit/minutesSaved': place('minutes-total'),
    ...Object.fromEntries(
      SAVING_PHASES.map(phase => [`benefit/minutesSaved/${phase}`, place(`minutes-${phase}`)]),
    ),
    'benefit/oneOffCost': place('one-off-cost'),
  };
}

function readMinutes(amount: (key: NumberColumn) => string | number | undefined) {
  const total = amount('minutes-total');
  const parts = withoutEmpty(
    Object.fromEntries(SAVING_PHASES.map(phase => [phase, amount(`minutes-${phase}`)])),
  );
  if (total !== undefined && parts) return 'both';
  return total ?? parts;
}

function withoutEmpty(values: Record<string, unknown>): Record<string, unknown> | undefined {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
