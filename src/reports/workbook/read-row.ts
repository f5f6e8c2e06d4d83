/** Reading one service's row back: words become codes, shares per cents, and nothing is judged yet. */
import { PHASES, SAVING_PHASES } from '../../assessment/workbook/workbook-definition.ts';
import { AREA_COLUMNS, type ColumnKey } from './area-columns.ts';
import type { ImportProblem } from './import-problem.ts';
import { decode, type Vocabulary } from './labels.ts';
import { rounded } from './rounded.ts';
import type { CellContent } from './xlsx/read-spreadsheet.ts';
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
}

export function readRow(source: RowCells, words: Vocabulary): ReadRow {
  const value = (key: ColumnKey) => valueIn(source, key);
  const amount = (key: ColumnKey) => asNumber(value(key));
  const coded = (key: ColumnKey, group: Readonly<Record<string, string>>) => {
    const word = value(key);
    return typeof word === 'string' ? decode(group, word) : word;
  };
  const minutes = readMinutes(amount);
  const name = value('name');
  const answer = withoutEmpty({
    status: coded('status', words.statuses),
    phases: withoutEmpty(Object.fromEntries(PHASES.map(phase => [phase, coded(phase, words.phaseStates)]))),
    usageRate: asNumber(coded('usage', words.rates)),
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

/** Columns that hold something else than an amount of two decimals. */
const PRECISION: Partial<Record<ColumnKey, Parameters<typeof rounded>[1]>> = {
  cases: { decimals: 0 },
  usage: { decimals: 2, share: true },
};

function valueIn({ cells, columns }: RowCells, key: ColumnKey): string | number | undefined {
  const content = cells.get(columns.get(key) ?? 0);
  if (content?.kind === 'number') return rounded(content, PRECISION[key] ?? { decimals: 2 });
  return content?.kind === 'text' ? content.text : undefined;
}

/** Cells that should hold an answer and hold an error, or a formula nobody has computed. */
function unreadable(source: RowCells): ImportProblem[] {
  const filled = AREA_COLUMNS.filter(({ key, kind }) => kind === 'input' || key === 'name');
  return filled.flatMap(({ key }) => {
    const content = source.cells.get(source.columns.get(key) ?? 0);
    if (content?.kind === 'error') return [{ code: 'cell-error', cell: placeOf(source, key) }];
    return content?.kind === 'formula' ? [{ code: 'cell-without-value', cell: placeOf(source, key) }] : [];
  });
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

function readMinutes(amount: (key: ColumnKey) => string | number | undefined) {
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

/** A number typed as text, as people write it: `1 200`, `85,5 %`, `12 €`. Other text stays text. */
function asNumber(value: string | number | undefined): string | number | undefined {
  if (typeof value !== 'string') return value;
  const plain = value
    .replace(/[\s\u00a0\u202f€%]/g, '')
    .replace(',', '.')
    .replace('−', '-');
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(plain) ? Number(plain) : value;
}
