/** Reading one area's tab back: its cells are answers, or problems that name their place. */

import { type Entry, keyOf } from '../../assessment/answers.ts';
import { carriedKey } from '../../assessment/carry-over.ts';
import { NAME } from '../../assessment/names-in.ts';
import { tidied } from '../../assessment/scoring/workbook/field-problem.ts';
import { isPlanField } from '../../assessment/scoring/workbook/plan-of.ts';
import { isNewer } from '../../assessment/version.ts';
import { AREA_COLUMNS, AREA_ROWS, type ColumnKey, isColumnOf, LAST_ROW } from './area-columns.ts';
import { type AreaSource, areaProblems, type RowRead, type ServiceRow } from './area-problems.ts';
import type { ImportProblem } from './import-problem.ts';
import { MARKS } from './marks.ts';
import { inOrder, textIn } from './marks-in.ts';
import { overwrittenInArea } from './overwritten.ts';
import { type Columns, INPUTS, placeOf, readRow } from './read-row.ts';
import { identifyRows } from './row-identity.ts';
import type { CellContent } from './xlsx/read-cells.ts';
import type { ReadSheet } from './xlsx/read-spreadsheet.ts';
import { at } from './xlsx/reference.ts';

export interface ReadArea {
  /** The answers of the area. They count only where there are no problems. */
  readonly answers: readonly Entry[];
  readonly problems: readonly ImportProblem[];
}

/** Everything that is wrong is told, each with its tab and cell; a tab without its keys or a column is not read further. */
export function readArea(source: AreaSource): ReadArea {
  const { sheet, column: marks } = source.tab;
  const sorted = inOrder(sheet);
  const keyRow = sorted.find(([, cells]) => textIn(cells.get(marks)) === MARKS.keys);
  if (!keyRow) return nothing([{ code: 'keys-missing', tab: sheet.name }]);
  const columns = new Map([...keyRow[1]].map(([column, content]) => [textIn(content), column]));
  const missing = filledIn(source.made)
    .filter(key => !columns.has(key))
    .map(column => ({
      code: 'column-missing',
      tab: sheet.name,
      column,
    }));
  if (missing.length > 0) return nothing(missing);
  // The header row follows the keys.
  const header = keyRow[0] + 1;
  const rows = sorted.filter(([row]) => row > header);
  const read = collect(source, columns, rows);
  // Rows added above have moved the formulas, too.
  const last = LAST_ROW + header - AREA_ROWS.header;
  return {
    ...read,
    problems: [
      ...read.problems,
      ...tooLow(sheet, { columns, last }),
      ...overwrittenInArea(sheet, { columns, header }),
    ],
  };
}

/** The columns that must be there, in their order. */
function filledIn(made: string): readonly ColumnKey[] {
  return FILLED.filter(key => AREA_COLUMNS.some(column => column.key === key && isColumnOf(column, made)));
}

const FILLED: readonly ColumnKey[] = ['name', ...INPUTS];

/** Services that stand where no formula of the file counts them. */
function tooLow(
  sheet: ReadSheet,
  { columns, last }: { readonly columns: Columns; readonly last: number },
): ImportProblem[] {
  return inOrder(sheet).flatMap(([row, cells]) => {
    const column = row > last && FILLED.map(key => columns.get(key) ?? 0).find(one => cells.has(one));
    return column ? [{ code: 'row-too-low', tab: sheet.name, cell: at(row, column), max: last }] : [];
  });
}

function nothing(problems: readonly ImportProblem[]): ReadArea {
  return { answers: [], problems };
}

type Row = readonly [number, ReadonlyMap<number, CellContent>];

function collect(source: AreaSource, columns: Columns, rows: readonly Row[]): ReadArea {
  const { area, workbook, made } = source;
  const read = readRows(source, columns, rows);
  const services = read.flatMap((row): ServiceRow[] => {
    const { identity, name = '', values } = row;
    if (identity.kind !== 'listed' && identity.kind !== 'own') return [];
    const named = { field: NAME, value: name, cell: placeOf({ row: row.row, columns }, 'name') };
    return [{ ...identity, row: row.row, values: identity.kind === 'own' ? [named, ...values] : values }];
  });
  return {
    answers: services.flatMap(({ id, values }) =>
      values.map(({ field, value }) => ({
        key: carriedKey(workbook.instrument, made, keyOf([area.id, id], field)),
        value: field === NAME || isPlanField(field) ? tidied(String(value)) : value,
      })),
    ),
    problems: areaProblems(source, columns, { read, services }),
  };
}

function readRows(source: AreaSource, columns: Columns, rows: readonly Row[]): RowRead[] {
  const read = rows.map(([row, cells]) => ({
    row,
    mark: textIn(cells.get(source.tab.column)),
    ...readRow({ row, cells, columns, locale: source.locale }, source.vocabulary),
  }));
  const identities = identifyRows(
    { ...source, earlier: movedFrom(source) },
    read.map(({ mark, name, values }) => ({ mark, name, filled: values.length > 0 })),
  );
  return read.map((row, index) => ({ ...row, identity: identities[index] ?? { kind: 'nothing' } }));
}

/** Ids of services that stood in this area when the file was made, and stand in another since. */
function movedFrom({ workbook: { instrument }, area, made }: AreaSource): string[] {
  return instrument.moved
    .filter(({ came }) => isNewer(came, made))
    .flatMap(({ items }) => Object.keys(items))
    .filter(path => path.startsWith(`${area.id}.`))
    .map(path => path.slice(area.id.length + 1));
}
