import { dayOfSerial, dayWritten } from './days.ts';
import { readElements, type XmlElement } from './read-elements.ts';
import { type Place, parseReference } from './reference.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import { unescapeCellText } from './xml.ts';

/** What a cell holds. A formula counts with the value its program stored, and is marked as `computed`. */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string; readonly computed?: true }
  | { readonly kind: 'number'; readonly number: number; readonly computed?: true }
  /** A day or a time: programs make them of "1.5" and the like. `day` reads `2027-12-31`; a time alone has none. */
  | { readonly kind: 'date'; readonly day: string | undefined }
  | { readonly kind: 'error' }
  /** A formula whose value was never computed. */
  | { readonly kind: 'formula' };

/** Row → column → content, both from 1. Empty cells are not there. */
export type Cells = ReadonlyMap<number, ReadonlyMap<number, CellContent>>;

/** What stands in the cells of a sheet. */
export interface SheetCells {
  readonly rows: Cells;
  /** Row → columns whose cell has a formula, also one that gives nothing. */
  readonly formulas: ReadonlyMap<number, ReadonlySet<number>>;
}

/** What the cells of all sheets refer to. */
export interface Shared {
  readonly texts: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
}

/** The part of a sheet that is read; a workbook of ours is far smaller. */
const MAX = { row: 2000, column: 100, cells: 100_000 } as const;

/** The filled cells of a sheet. However many empty ones are formatted, they are no data. */
export function readCells(xml: string, shared: Shared): SheetCells {
  const rows = new Map<number, Map<number, CellContent>>();
  const formulas = new Map<number, Set<number>>();
  for (const { row, column, element } of filledCells(xml)) {
    const content = contentOf(element, shared);
    if (row > MAX.row || column > MAX.column) continue;
    if (content) put(rows, { row, column }, content);
    if (element.texts.has('f')) formulas.set(row, (formulas.get(row) ?? new Set()).add(column));
  }
  return { rows, formulas };
}

/** Cells with a value or a formula, and where they are. */
function* filledCells(xml: string): Generator<Place & { readonly element: XmlElement }> {
  let count = 0;
  let place: Place = { row: 0, column: 0 };
  for (const element of readElements(xml, WANTED)) {
    if (element.name === 'row') {
      place = { row: rowOf(element) ?? place.row + 1, column: 0 };
      continue;
    }
    place = placeOf(element) ?? { ...place, column: place.column + 1 };
    if (isEmpty(element)) continue;
    count += 1;
    if (count > MAX.cells) throw new SpreadsheetError('too-large');
    yield { ...place, element };
  }
}

function isEmpty({ texts }: XmlElement): boolean {
  return !texts.has('f') && (texts.get('v') ?? texts.get('t') ?? '').trim() === '';
}

const WANTED = { name: 'c', opening: 'row', inner: ['v', 't', 'f'], skip: 'rPh' } as const;

/** Undefined when nothing is said: then it is the next row. */
function rowOf({ attributes }: XmlElement): number | undefined {
  const row = attributes.get('r');
  if (row === undefined) return undefined;
  return /^[1-9]\d{0,6}$/.test(row) ? Number(row) : fail();
}

/** Undefined when nothing is said: then it is the next cell of the row. */
function placeOf({ attributes }: XmlElement): Place | undefined {
  const reference = attributes.get('r');
  return reference === undefined ? undefined : (parseReference(reference.toUpperCase()) ?? fail());
}

function put(
  rows: Map<number, Map<number, CellContent>>,
  { row, column }: Place,
  content: CellContent,
): void {
  const cells = rows.get(row) ?? new Map<number, CellContent>();
  cells.set(column, content);
  rows.set(row, cells);
}

function contentOf({ attributes, texts: parts }: XmlElement, shared: Shared): CellContent | undefined {
  const type = attributes.get('t') ?? 'n';
  const value = parts.get('v') ?? parts.get('t') ?? '';
  if (type === 'e') return { kind: 'error' };
  // A formula that gives an empty text says it with an empty value of type text.
  if (value === '') return parts.has('f') && type !== 'str' ? { kind: 'formula' } : undefined;
  if (type === 'd' || (type === 'n' && shared.dateStyles.has(Number(attributes.get('s') ?? 0))))
    return { kind: 'date', day: type === 'd' ? dayWritten(value) : dayOfSerial(Number(value)) };
  const content = typedContent(type, value, shared.texts);
  return content && parts.has('f') ? { ...content, computed: true } : content;
}

type Valued = Extract<CellContent, { kind: 'text' | 'number' }>;

function typedContent(type: string, value: string, texts: readonly string[]): Valued | undefined {
  if (type === 's') return textContent(texts[Number(value)] ?? fail());
  if (type === 'str' || type === 'inlineStr') return textContent(unescapeCellText(value));
  // Stored as 1 and 0, which are numbers only by looks.
  if (type === 'b') return textContent(value === '1' ? 'TRUE' : 'FALSE');
  const number = Number(value);
  return type === 'n' && Number.isFinite(number) ? { kind: 'number', number } : textContent(value);
}

function textContent(text: string): Valued | undefined {
  return text.trim() === '' ? undefined : { kind: 'text', text };
}

function fail(): never {
  throw new SpreadsheetError('damaged');
}
