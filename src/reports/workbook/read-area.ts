/** Reading one area's tab back: its cells are answers, or problems that name their place. */

import { type Entry, keyOf } from '../../assessment/answers.ts';
import { carriedKey } from '../../assessment/carry-over.ts';
import { idSchema } from '../../assessment/id.ts';
import { NAME } from '../../assessment/names-in.ts';
import { fieldProblem, tidied } from '../../assessment/scoring/workbook/field-problem.ts';
import { isPlanField } from '../../assessment/scoring/workbook/plan-of.ts';
import type { Workbook, WorkbookArea } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import { isNewer } from '../../assessment/version.ts';
import type { Locale } from '../../conversation/locale.ts';
import { AREA_COLUMNS, AREA_ROWS, type ColumnKey, isColumnOf, LAST_ROW } from './area-columns.ts';
import type { ImportProblem } from './import-problem.ts';
import type { Vocabulary } from './labels.ts';
import { MARKS } from './marks.ts';
import { inOrder, type MarkedSheet, textIn } from './marks-in.ts';
import { overwrittenInArea } from './overwritten.ts';
import { type CellValue, type Columns, INPUTS, placeOf, type ReadRow, readRow } from './read-row.ts';
import { identifyRows, type RowIdentity } from './row-identity.ts';
import type { CellContent } from './xlsx/read-cells.ts';
import type { ReadSheet } from './xlsx/read-spreadsheet.ts';
import { at } from './xlsx/reference.ts';

export interface ReadArea {
  /** The answers of the area. They count only where there are no problems. */
  readonly answers: readonly Entry[];
  readonly problems: readonly ImportProblem[];
}

export interface AreaSource {
  readonly workbook: Workbook;
  readonly area: WorkbookArea;
  readonly tab: MarkedSheet;
  /** The language the file is written in. */
  readonly locale: Locale;
  readonly vocabulary: Vocabulary;
  /** A file of another version may lack services that have come since. */
  readonly version: 'same' | 'other';
  /** Which version the file was made with. */
  readonly made: string;
}

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

type RowRead = ReadRow & {
  readonly row: number;
  readonly identity: RowIdentity;
};

/** A row that is about a service. */
interface ServiceRow {
  readonly id: string;
  readonly kind: 'listed' | 'own';
  readonly row: number;
  readonly values: readonly CellValue[];
}

function collect(source: AreaSource, columns: Columns, rows: readonly Row[]): ReadArea {
  const { area, tab, workbook, made } = source;
  const read = readRows(source, columns, rows);
  const services = read.flatMap((row): ServiceRow[] => {
    const { identity, name = '', values } = row;
    if (identity.kind !== 'listed' && identity.kind !== 'own') return [];
    const named = { field: NAME, value: name, cell: placeOf({ row: row.row, columns }, 'name') };
    return [{ ...identity, row: row.row, values: identity.kind === 'own' ? [named, ...values] : values }];
  });
  const checked = services.flatMap(service => [
    ...service.values.flatMap(({ field, value, cell }) => {
      const problem = fieldProblem(workbook, field, value);
      return problem ? [{ ...problem, cell }] : [];
    }),
    ...(service.values.every(({ field }) => field === NAME || isPlanField(field)) ||
    service.values.some(({ field }) => field === 'status')
      ? []
      : [{ code: 'missing-status', cell: placeOf({ row: service.row, columns }, 'status') }]),
  ]);
  const problems: ImportProblem[] = [
    ...read.flatMap(row => rowProblems(row, { tab, columns })),
    ...twice(services, columns),
    ...gone(source, read),
    ...ownProblems(source, services),
    ...checked,
  ];
  return {
    answers: services.flatMap(({ id, values }) =>
      values.map(({ field, value }) => ({
        key: carriedKey(workbook.instrument, made, keyOf([area.id, id], field)),
        value: field === NAME || isPlanField(field) ? tidied(String(value)) : value,
      })),
    ),
    problems: problems.map(problem => ({ ...problem, tab: tab.sheet.name })),
  };
}

/** The same listed service on another row. */
function twice(services: readonly ServiceRow[], columns: Columns): ImportProblem[] {
  const listed = services.filter(({ kind }) => kind === 'listed');
  return listed
    .filter((one, index) => listed.findIndex(({ id }) => id === one.id) < index)
    .map(({ row }) => ({ code: 'row-twice', cell: placeOf({ row, columns }, 'name') }));
}

/** Services whose row is not there any more. */
function gone({ area, tab, version }: AreaSource, read: readonly RowRead[]): ImportProblem[] {
  const there = read.flatMap(({ identity }) =>
    identity.kind === 'listed' || identity.kind === 'renamed' ? [identity.id] : [],
  );
  return area.services
    .filter(({ id }) => !there.includes(id))
    .filter(({ id }) => version === 'same' || tab.marks.includes(MARKS.service(id)))
    .map(({ id }) => ({ code: 'row-missing', service: id }));
}

/** More services of one's own than fit, and ids in the hidden column that are none or are taken. */
function ownProblems(
  { workbook, area, tab }: AreaSource,
  services: readonly ServiceRow[],
): readonly ImportProblem[] {
  const own = services.filter(({ kind }) => kind === 'own');
  const ids = own.flatMap(({ id, row }) => {
    const taken = area.services.some(service => service.id === id);
    if (!taken && idSchema.safeParse(id).success) return [];
    return [{ code: taken ? 'used-twice' : 'not-an-id', cell: at(row, tab.column) }];
  });
  return own.length > workbook.ownServices ? [...ids, { code: 'too-many' }] : ids;
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

/** Ids of services that stood in this area when the file was made. */
function movedFrom({ workbook: { instrument }, area, made }: AreaSource): string[] {
  return instrument.moved
    .filter(({ came }) => isNewer(came, made))
    .flatMap(({ items }) => Object.keys(items))
    .filter(path => path.startsWith(`${area.id}.`))
    .map(path => path.slice(area.id.length + 1));
}

function rowProblems(
  { identity, problems, row }: RowRead,
  { tab, columns }: { tab: MarkedSheet; columns: Columns },
): readonly ImportProblem[] {
  const name = placeOf({ row, columns }, 'name');
  switch (identity.kind) {
    case 'unknown':
      return [...problems, { code: 'unknown-service', cell: at(row, tab.column) }];
    case 'renamed':
      return [...problems, { code: 'name-changed', service: identity.id, cell: name }];
    case 'copied':
      return [...problems, { code: 'row-twice', cell: name }];
    default:
      return problems;
  }
}
