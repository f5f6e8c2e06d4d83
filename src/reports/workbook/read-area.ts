/** Reading one area's tab back: cells to raw answers, with the place of each so that problems can name it. */
import {
  PHASES,
  SAVING_PHASES,
  type Workbook,
  type WorkbookArea,
} from '../../assessment/workbook/workbook-definition.ts';
import { AREA_COLUMNS, type ColumnKey, MARKS } from './area-columns.ts';
import type { ImportProblem } from './import-problem.ts';
import { decode, type Vocabulary } from './labels.ts';
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

/** Columns of the tab by their key: people may have moved them. */
type Columns = ReadonlyMap<string, number>;

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
  const services: Record<string, unknown> = {};
  const own: unknown[] = [];
  const places = new Map<string, string>();
  const problems: ImportProblem[] = [];
  const seen = new Set<string>();
  const known = new Set(area.services.map(({ id }) => id));
  const ownIds = newIds(area, rows);
  for (const [row, cells] of rows) {
    const mark = textIn(cells.get(1));
    const read = readRow({ row, cells }, columns, source.vocabulary);
    problems.push(...read.problems.map(problem => ({ ...problem, tab: sheet.name })));
    const id = mark.startsWith(MARKS.service('')) ? mark.slice(MARKS.service('').length) : undefined;
    if (id !== undefined) {
      if (!known.has(id)) problems.push({ code: 'unknown-service', tab: sheet.name, cell: at(row, 1) });
      else if (seen.has(id)) problems.push({ code: 'row-twice', tab: sheet.name, cell: at(row, 1) });
      seen.add(id);
      if (known.has(id) && Object.keys(read.answer).length > 0) services[id] = read.answer;
      addPlaces(places, ['services', id], read.cells);
    } else if (read.name !== undefined || Object.keys(read.answer).length > 0) {
      addPlaces(places, ['own', String(own.length)], { ...read.cells, id: at(row, 1) });
      own.push({ id: ownIds(mark), ...(read.name === undefined ? {} : { name: read.name }), ...read.answer });
    }
  }
  const gone = version === 'same' ? area.services.filter(({ id }) => !seen.has(id)) : [];
  problems.push(...gone.map(({ id }) => ({ code: 'row-missing', tab: sheet.name, service: id })));
  return { raw: { services, own }, places, problems };
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

function addPlaces(
  places: Map<string, string>,
  path: readonly string[],
  cells: Readonly<Record<string, string>>,
): void {
  for (const [key, cell] of Object.entries(cells))
    places.set([...path, ...(key ? [key] : [])].join('/'), cell);
}

interface ReadRow {
  readonly name: string | undefined;
  readonly answer: Record<string, unknown>;
  /** Path inside the answer, joined by `/` → cell; the empty path is the row's status. */
  readonly cells: Readonly<Record<string, string>>;
  readonly problems: readonly ImportProblem[];
}

function readRow(
  { row, cells }: { row: number; cells: Row[1] },
  columns: Columns,
  words: Vocabulary,
): ReadRow {
  const problems: ImportProblem[] = [];
  const placeOf = (key: ColumnKey) => at(row, columns.get(key) ?? 1);
  const value = (key: ColumnKey): string | number | undefined => {
    const content = cells.get(columns.get(key) ?? 0);
    if (content?.kind === 'error') problems.push({ code: 'cell-error', cell: placeOf(key) });
    if (content?.kind === 'formula') problems.push({ code: 'cell-without-value', cell: placeOf(key) });
    if (content?.kind === 'number') return content.number;
    return content?.kind === 'text' ? content.text : undefined;
  };
  const coded = (key: ColumnKey, group: Readonly<Record<string, string>>) => {
    const word = value(key);
    return typeof word === 'string' ? decode(group, word) : word;
  };
  const minutes = readMinutes(value);
  if (minutes === 'both') problems.push({ code: 'minutes-twice', cell: placeOf('minutes-total') });
  const name = value('name');
  const answer = withoutEmpty({
    status: coded('status', words.statuses),
    phases: withoutEmpty(Object.fromEntries(PHASES.map(phase => [phase, coded(phase, words.phaseStates)]))),
    usageRate: asPercent(coded('usage', words.rates)),
    cases: asNumber(value('cases')),
    benefit: withoutEmpty({
      hourlyPrice: asNumber(value('hourly-price')),
      yearlyCost: asNumber(value('yearly-cost')),
      minutesSaved: minutes === 'both' ? undefined : minutes,
      oneOffCost: asNumber(value('one-off-cost')),
    }),
  });
  return {
    name: name === undefined ? undefined : String(name),
    answer: answer ?? {},
    cells: cellsOf(placeOf),
    problems,
  };
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

function readMinutes(value: (key: ColumnKey) => string | number | undefined) {
  const total = asNumber(value('minutes-total'));
  const parts = withoutEmpty(
    Object.fromEntries(SAVING_PHASES.map(phase => [phase, asNumber(value(`minutes-${phase}`))])),
  );
  if (total !== undefined && parts) return 'both';
  return total ?? parts;
}

function withoutEmpty(values: Record<string, unknown>): Record<string, unknown> | undefined {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/** Cells hold 0.85 for 85 %; multiplying leaves a tail that was never there. */
function asPercent(value: string | number | undefined): string | number | undefined {
  if (typeof value === 'number') return Number((value * 100).toFixed(8));
  return asNumber(value);
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

function textIn(content: CellContent | undefined): string {
  return content?.kind === 'text' ? content.text.trim() : '';
}
