/** Reading one area's tab back: cells to raw answers, with the place of each so that problems can name it. */
import type { Workbook, WorkbookArea } from '../../assessment/scoring/workbook/workbook-definition.ts';
import type { Locale } from '../../conversation/locale.ts';
import { AREA_COLUMNS, AREA_ROWS, LAST_ROW, MARKS } from './area-columns.ts';
import type { ImportProblem } from './import-problem.ts';
import type { Vocabulary } from './labels.ts';
import { inOrder, type MarkedSheet, textIn } from './marks-in.ts';
import { overwrittenInArea } from './overwritten.ts';
import { type Columns, type ReadRow, readRow } from './read-row.ts';
import { identifyRows, type RowIdentity } from './row-identity.ts';
import type { CellContent } from './xlsx/read-cells.ts';
import type { ReadSheet } from './xlsx/read-spreadsheet.ts';
import { at } from './xlsx/reference.ts';

export interface ReadArea {
  /** Unchecked answers of the area. */
  readonly raw: { readonly services: Record<string, unknown>; readonly own: unknown[] };
  /** Path in the answers, joined by `/` → the cell it was read from. */
  readonly places: ReadonlyMap<string, string>;
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
}

export function readArea(source: AreaSource): ReadArea {
  const { sheet, column: marks } = source.tab;
  const sorted = inOrder(sheet);
  const keyRow = sorted.find(([, cells]) => textIn(cells.get(marks)) === MARKS.keys);
  if (!keyRow) return nothing([{ code: 'keys-missing', tab: sheet.name }]);
  const columns = new Map([...keyRow[1]].map(([column, content]) => [textIn(content), column]));
  const missing = AREA_COLUMNS.filter(({ key, kind }) => key !== 'id' && (kind === 'input' || key === 'name'))
    .filter(({ key }) => !columns.has(key))
    .map(({ key }) => ({ code: 'column-missing', tab: sheet.name, column: key }));
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

/** Services that stand where no formula of the file counts them. */
function tooLow(
  sheet: ReadSheet,
  { columns, last }: { readonly columns: Columns; readonly last: number },
): ImportProblem[] {
  const filled = AREA_COLUMNS.filter(({ key, kind }) => kind === 'input' || key === 'name');
  return inOrder(sheet).flatMap(([row, cells]) => {
    const column = row > last && filled.map(({ key }) => columns.get(key) ?? 0).find(one => cells.has(one));
    return column ? [{ code: 'row-too-low', tab: sheet.name, cell: at(row, column), max: last }] : [];
  });
}

function nothing(problems: readonly ImportProblem[]): ReadArea {
  return { raw: { services: {}, own: [] }, places: new Map(), problems };
}

type Row = readonly [number, ReadonlyMap<number, CellContent>];

type RowRead = ReadRow & {
  readonly row: number;
  readonly identity: RowIdentity;
};

function collect(source: AreaSource, columns: Columns, rows: readonly Row[]): ReadArea {
  const { area, tab, version } = source;
  const read = readRows(source, columns, rows);
  const listed = read.flatMap(({ identity, ...row }) =>
    identity.kind === 'listed' ? [{ ...row, id: identity.id }] : [],
  );
  const own = read.flatMap(({ identity, ...row }) =>
    identity.kind === 'own' ? [{ ...row, id: identity.id }] : [],
  );
  const ids = listed.map(({ id }) => id);
  const renamed = new Set(read.flatMap(({ identity }) => (identity.kind === 'renamed' ? [identity.id] : [])));
  const marks = new Set(tab.marks);
  const gone = area.services.filter(({ id }) => {
    if (ids.includes(id) || renamed.has(id)) return false;
    return version === 'same' || marks.has(MARKS.service(id));
  });
  const problems = [
    ...read.flatMap(row => rowProblems(row, tab)),
    ...listed
      .filter(({ id }, index) => ids.indexOf(id) < index)
      .map(({ cells }) => ({ code: 'row-twice', ...nameCell(cells) })),
    ...gone.map(({ id }) => ({ code: 'row-missing', service: id })),
  ];
  return {
    raw: {
      services: Object.fromEntries(listed.flatMap(({ id, answer }) => (answer ? [[id, answer]] : []))),
      own: own.map(({ id, name, answer }) => ({ id, name, ...answer })),
    },
    places: new Map([
      ...listed.flatMap(({ id, cells }) => placesOf(['services', id], cells)),
      ...own.flatMap(({ cells, row }, index) =>
        placesOf(['own', String(index)], { ...cells, id: at(row, tab.column) }),
      ),
    ]),
    problems: problems.map(problem => ({ ...problem, tab: tab.sheet.name })),
  };
}

function readRows(source: AreaSource, columns: Columns, rows: readonly Row[]): RowRead[] {
  const read = rows.map(([row, cells]) => ({
    row,
    mark: textIn(cells.get(source.tab.column)),
    ...readRow({ row, cells, columns, locale: source.locale }, source.vocabulary),
  }));
  const identities = identifyRows(
    source,
    read.map(({ mark, name, answer }) => ({ mark, name, filled: answer !== undefined })),
  );
  return read.map((row, index) => ({ ...row, identity: identities[index] ?? { kind: 'nothing' } }));
}

function rowProblems(
  { identity, cells, problems, row }: RowRead,
  { column }: MarkedSheet,
): readonly ImportProblem[] {
  switch (identity.kind) {
    case 'unknown':
      return [...problems, { code: 'unknown-service', cell: at(row, column) }];
    case 'renamed':
      return [...problems, { code: 'name-changed', service: identity.id, ...nameCell(cells) }];
    case 'copied':
      return [...problems, { code: 'row-twice', ...nameCell(cells) }];
    default:
      return problems;
  }
}

function nameCell({ name }: ReadRow['cells']): Pick<ImportProblem, 'cell'> {
  return name === undefined ? {} : { cell: name };
}

function placesOf(path: readonly string[], cells: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(cells).map(([key, cell]) => [[...path, ...(key ? [key] : [])].join('/'), cell]);
}
