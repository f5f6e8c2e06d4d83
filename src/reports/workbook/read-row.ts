/** Reading one service's row back: words become codes, shares per cents, and nothing is judged yet. */
import type { Value } from '../../assessment/answers.ts';
import { isPlanField } from '../../assessment/scoring/workbook/plan-of.ts';
import type { Locale } from '../../conversation/locale.ts';
import type { NumberField } from '../../conversation/understanding/number-field.ts';
import { AREA_COLUMNS, type ColumnKey, fieldOf } from './area-columns.ts';
import { readCellDay } from './cell-day.ts';
import { type CellNumber, problemIn, readCellNumber } from './cell-number.ts';
import type { ImportProblem } from './import-problem.ts';
import { decode, RATE_WORDS, type Vocabulary } from './labels.ts';
import type { CellContent } from './xlsx/read-cells.ts';
import { at } from './xlsx/reference.ts';

/** Columns of the tab by their key: people may have moved them. */
export type Columns = ReadonlyMap<string, number>;

export interface ReadRow {
  readonly name: string | undefined;
  /** Unchecked; none when the row says nothing. */
  readonly values: readonly CellValue[];
  readonly problems: readonly ImportProblem[];
}

/** What a cell says is the answer to a field. */
export interface CellValue {
  readonly field: string;
  readonly value: Value;
  readonly cell: string;
}

/** A row of the tab, with what its cells hold. */
export interface RowCells {
  readonly row: number;
  readonly cells: ReadonlyMap<number, CellContent>;
  readonly columns: Columns;
  /** The language of the file, for numbers written as text. */
  readonly locale: Locale;
}

/** The columns that people fill in on a service's row. */
export const INPUTS = AREA_COLUMNS.filter(({ kind }) => kind === 'input').map(({ key }) => key);

/** What the row says, cell by cell; whether a field may hold it is for others to say. */
export function readRow(source: RowCells, words: Vocabulary): ReadRow {
  const name = plain(contentIn(source, 'name'));
  const read = INPUTS.map(key => ({ key, cell: placeOf(source, key), ...readCell(source, key, words) }));
  const values = read.flatMap(({ key, cell, value }) =>
    value === undefined ? [] : [{ field: fieldOf(key), value, cell }],
  );
  const named = { cell: placeOf(source, 'name'), ...problemIn(contentIn(source, 'name')) };
  return {
    name: name === undefined ? undefined : String(name),
    values,
    problems: [
      ...[named, ...read].flatMap(({ cell, problem }) => (problem ? [{ ...problem, cell }] : [])),
      ...minutesTwice(values, placeOf(source, 'minutes-total')),
    ],
  };
}

/** `E12`: the cell of a column on this row. */
export function placeOf({ row, columns }: Pick<RowCells, 'row' | 'columns'>, key: ColumnKey): string {
  return at(row, columns.get(key) ?? 1);
}

/** The columns that ask for a number, and what of. */
const NUMBERS: ReadonlyMap<string, NumberField> = new Map([
  ['usage', 'share'],
  ['cases', 'count'],
  ['hourly-price', 'euros'],
  ['yearly-cost', 'euros'],
  ['one-off-cost', 'euros'],
  ['minutes-handling', 'minutes'],
  ['minutes-decision', 'minutes'],
  ['minutes-invoicing', 'minutes'],
  ['minutes-archiving', 'minutes'],
  ['minutes-total', 'minutes'],
]);

function readCell(source: RowCells, key: ColumnKey, words: Vocabulary): CellNumber {
  const content = contentIn(source, key);
  const word = plain(content);
  if (key === 'deadline') return readCellDay(content);
  if (isPlanField(key)) return { ...problemIn(content), ...(word !== undefined && { value: String(word) }) };
  const field = NUMBERS.get(key);
  if (!field) {
    const codes = key === 'status' ? words.statuses : words.phaseStates;
    const value = typeof word === 'string' ? decode(codes, word) : word;
    return { ...problemIn(content), ...(value !== undefined && { value }) };
  }
  const rate = key === 'usage' && typeof word === 'string' ? decode(words.rates, word) : undefined;
  const out = RATE_WORDS.find(one => one === rate);
  return out ? { value: out } : readCellNumber(content, { locale: source.locale, field });
}

function contentIn({ cells, columns }: RowCells, key: ColumnKey): CellContent | undefined {
  return cells.get(columns.get(key) ?? 0);
}

function plain(content: CellContent | undefined): string | number | undefined {
  if (content?.kind === 'number') return content.number;
  return content?.kind === 'text' ? content.text : undefined;
}

/** By phase and in total: nobody can tell whether the one is part of the other. */
function minutesTwice(values: readonly CellValue[], cell: string): ImportProblem[] {
  const minutes = values.map(({ field }) => field).filter(field => field.startsWith('minutes-'));
  return minutes.length > 1 && minutes.includes('minutes-saved') ? [{ code: 'minutes-twice', cell }] : [];
}
