/** Reading one area's tab back: cells to raw answers, with the place of each so that problems can name it. */
import type { Workbook, WorkbookArea } from '../../assessment/workbook/workbook-definition.ts';
import { AREA_COLUMNS, MARKS } from './area-columns.ts';
import type { ImportProblem } from './import-problem.ts';
import type { Vocabulary } from './labels.ts';
import { type Columns, readRow } from './read-row.ts';
import type { CellContent, ReadSheet } from './xlsx/read-spreadsheet.ts';
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
  readonly sheet: ReadSheet;
  readonly vocabulary: Vocabulary;
  /** A file of another version may lack services that have come since. */
  readonly version: 'same' | 'other';
}

export function readArea(source: AreaSource): ReadArea {
  const { sheet } = source;
  const keyRow = [...sheet.rows].find(([, cells]) => textIn(cells.get(1)) === MARKS.keys);
  if (!keyRow) return nothing([{ code: 'column-missing', tab: sheet.name, column: MARKS.keys }]);
  const columns = new Map([...keyRow[1]].map(([column, content]) => [textIn(content), column]));
  const missing = AREA_COLUMNS.filter(({ key, kind }) => key !== 'id' && (kind === 'input' || key === 'name'))
    .filter(({ key }) => !columns.has(key))
    .map(({ key }) => ({ code: 'column-missing', tab: sheet.name, column: key }));
  if (missing.length > 0) return nothing(missing);
  // The header row follows the keys.
  const rows = [...sheet.rows].filter(([row]) => row > keyRow[0] + 1).sort(([a], [b]) => a - b);
  return collect(source, columns, rows);
}

function nothing(problems: readonly ImportProblem[]): ReadArea {
  return { raw: { services: {}, own: [] }, places: new Map(), problems };
}

type Row = readonly [number, ReadonlyMap<number, CellContent>];

function collect(source: AreaSource, columns: Columns, rows: readonly Row[]): ReadArea {
  const { area, sheet, version } = source;
  const ownIds = newIds(area, rows);
  const read = rows.map(([row, cells]) => {
    const mark = textIn(cells.get(1));
    const content = readRow({ row, cells, columns }, source.vocabulary);
    return { mark, place: at(row, 1), ...content, id: serviceId(mark) };
  });
  const marked = read.flatMap(({ id, ...row }) => (id === undefined ? [] : [{ ...row, id }]));
  const known = new Set(area.services.map(({ id }) => id));
  const [listed, strange] = [
    marked.filter(({ id }) => known.has(id)),
    marked.filter(({ id }) => !known.has(id)),
  ];
  const own = read.filter(({ id, name, answer }) => id === undefined && (name !== undefined || answer));
  const ids = listed.map(({ id }) => id);
  const gone = version === 'same' ? area.services.filter(({ id }) => !ids.includes(id)) : [];
  const onTab = (problem: ImportProblem) => ({ ...problem, tab: sheet.name });
  return {
    raw: {
      services: Object.fromEntries(listed.flatMap(({ id, answer }) => (answer ? [[id, answer]] : []))),
      own: own.map(({ mark, name, answer }) => ({ id: ownIds(mark), name, ...answer })),
    },
    places: new Map([
      ...listed.flatMap(({ id, cells }) => placesOf(['services', id], cells)),
      ...own.flatMap(({ cells, place }, index) => placesOf(['own', String(index)], { ...cells, id: place })),
    ]),
    problems: [
      ...read.flatMap(({ problems }) => problems.map(onTab)),
      ...listed
        .filter(({ id }, index) => ids.indexOf(id) < index)
        .map(({ place }) => onTab({ code: 'row-twice', cell: place })),
      ...strange.map(({ place }) => onTab({ code: 'unknown-service', cell: place })),
      ...gone.map(({ id }) => onTab({ code: 'row-missing', service: id })),
    ],
  };
}

function serviceId(mark: string): string | undefined {
  const prefix = MARKS.service('');
  return mark.startsWith(prefix) ? mark.slice(prefix.length) : undefined;
}

/** The id a row of the user's own carries, or a new one that is still free in this area. */
function newIds({ services }: WorkbookArea, rows: readonly Row[]): (mark: string) => string {
  const prefix = MARKS.own('');
  const marks = rows.map(([, cells]) => textIn(cells.get(1))).filter(mark => mark.startsWith(prefix));
  const taken = new Set([...services.map(({ id }) => id), ...marks.map(mark => mark.slice(prefix.length))]);
  return mark => {
    if (mark.startsWith(prefix)) return mark.slice(prefix.length);
    let number = 1;
    while (taken.has(`own-${number}`)) number += 1;
    taken.add(`own-${number}`);
    return `own-${number}`;
  };
}

function placesOf(path: readonly string[], cells: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(cells).map(([key, cell]) => [[...path, ...(key ? [key] : [])].join('/'), cell]);
}

function textIn(content: CellContent | undefined): string {
  return content?.kind === 'text' ? content.text.trim() : '';
}
