import { readXml } from './read-xml.ts';
import { type Place, parseReference } from './reference.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import { openZip, UNZIP_LIMITS, type Zip } from './unzip.ts';
import { unescapeCellText } from './xml.ts';

/** What a cell holds. A formula counts with the value its program stored. */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'error' }
  /** A formula whose value was never computed. */
  | { readonly kind: 'formula' };

export interface ReadSheet {
  readonly name: string;
  /** Row → column → content, both from 1. Empty cells are not there. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, CellContent>>;
}

export interface ReadSpreadsheet {
  readonly sheets: readonly ReadSheet[];
  /** Defined name → what it stands for, as written: `'Tab'!$C$5`. */
  readonly names: ReadonlyMap<string, string>;
}

/** The part of a sheet that is read; a workbook of ours is far smaller. */
const MAX = { sheets: 60, row: 2000, column: 100, cells: 100_000, texts: 100_000 } as const;

/** Reads the values of an .xlsx file, of whatever program. Throws a SpreadsheetError. */
export function readSpreadsheet(bytes: Uint8Array): ReadSpreadsheet {
  const zip = openZip(bytes, UNZIP_LIMITS);
  const workbookPath = findWorkbook(zip);
  const { sheets, names } = readWorkbookPart(required(zip, workbookPath));
  if (sheets.length > MAX.sheets) throw new SpreadsheetError('too-large');
  const targets = readRelationships(zip, workbookPath);
  const textsPath = targets.byType.get('sharedStrings');
  const texts = textsPath ? readTexts(required(zip, textsPath)) : [];
  return {
    names,
    sheets: sheets.flatMap(({ name, relation }) => {
      const path = targets.byId.get(relation);
      // Chart sheets are listed among the sheets, too, but are other parts.
      return path?.includes('worksheets/') ? [{ name, rows: readCells(required(zip, path), texts) }] : [];
    }),
  };
}

function required(zip: Zip, path: string): string {
  const text = zip.read(path);
  if (text === undefined) throw new SpreadsheetError('damaged');
  return text;
}

function findWorkbook(zip: Zip): string {
  const path = readRelationships(zip, '').byType.get('officeDocument');
  if (!path) throw new SpreadsheetError('not-a-spreadsheet');
  return path;
}

interface Relationships {
  readonly byId: ReadonlyMap<string, string>;
  /** Last word of the type → path of the first part of that type. */
  readonly byType: ReadonlyMap<string, string>;
}

/** The parts another part refers to, as paths from the root of the zip. */
function readRelationships(zip: Zip, path: string): Relationships {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const file = path.slice(folder.length);
  const xml = zip.read(`${folder}_rels/${file}.rels`);
  if (xml === undefined) throw new SpreadsheetError('not-a-spreadsheet');
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  for (const piece of readXml(xml)) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship') continue;
    const [id = '', type = '', target = ''] = ['Id', 'Type', 'Target'].map(key => piece.attributes.get(key));
    const resolved = target.startsWith('/') ? target.slice(1) : folder + target;
    byId.set(id, resolved);
    const word = type.slice(type.lastIndexOf('/') + 1);
    if (!byType.has(word)) byType.set(word, resolved);
  }
  return { byId, byType };
}

interface WorkbookPart {
  readonly sheets: readonly { readonly name: string; readonly relation: string }[];
  readonly names: ReadonlyMap<string, string>;
}

function readWorkbookPart(xml: string): WorkbookPart {
  const sheets: { name: string; relation: string }[] = [];
  const names = new Map<string, string>();
  let defining: string | undefined;
  for (const piece of readXml(xml)) {
    if (piece.kind === 'open' && piece.name === 'sheet') {
      const relation = [...piece.attributes].find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      sheets.push({ name: piece.attributes.get('name') ?? '', relation });
    }
    if (piece.kind === 'open' && piece.name === 'definedName') defining = piece.attributes.get('name');
    if (piece.kind === 'text' && defining !== undefined) names.set(defining, piece.text);
    if (piece.kind === 'close' && piece.name === 'definedName') defining = undefined;
  }
  return { sheets, names };
}

/** The file's shared texts. Rich text is read as its words; pronunciation guides are left out. */
function readTexts(xml: string): string[] {
  const texts: string[] = [];
  let inText = false;
  let inGuide = false;
  for (const piece of readXml(xml)) {
    if (piece.kind === 'text') {
      if (inText && !inGuide) texts[texts.length - 1] += piece.text;
    } else if (piece.name === 'si' && piece.kind === 'open') texts.push('');
    else if (piece.name === 'rPh') inGuide = piece.kind === 'open';
    else if (piece.name === 't') inText = piece.kind === 'open' && !piece.empty;
    if (texts.length > MAX.texts) throw new SpreadsheetError('too-large');
  }
  return texts.map(unescapeCellText);
}

interface OpenCell {
  readonly place: Place | undefined;
  readonly type: string;
  value: string;
  formula: boolean;
}

function readCells(xml: string, texts: readonly string[]): Map<number, Map<number, CellContent>> {
  const rows = new Map<number, Map<number, CellContent>>();
  let cell: OpenCell | undefined;
  let inValue = false;
  let count = 0;
  for (const piece of readXml(xml)) {
    if (piece.kind === 'text') {
      if (cell && inValue) cell.value += piece.text;
      continue;
    }
    if (piece.name === 'v' || piece.name === 't') inValue = piece.kind === 'open' && !piece.empty;
    else if (piece.name === 'f' && cell) cell.formula = true;
    else if (piece.name === 'c') {
      if (piece.kind === 'open') cell = openCell(piece.attributes);
      if (piece.kind === 'close' || piece.empty) {
        count += 1;
        if (count > MAX.cells) throw new SpreadsheetError('too-large');
        if (cell) store(rows, cell, texts);
        cell = undefined;
      }
    }
  }
  return rows;
}

function openCell(attributes: ReadonlyMap<string, string>): OpenCell {
  const place = parseReference(attributes.get('r') ?? '');
  if (!place) throw new SpreadsheetError('damaged');
  return { place, type: attributes.get('t') ?? 'n', value: '', formula: false };
}

function store(rows: Map<number, Map<number, CellContent>>, cell: OpenCell, texts: readonly string[]): void {
  const { place } = cell;
  if (!place || place.row > MAX.row || place.column > MAX.column) return;
  const content = contentOf(cell, texts);
  if (!content) return;
  const row = rows.get(place.row) ?? new Map<number, CellContent>();
  row.set(place.column, content);
  rows.set(place.row, row);
}

function contentOf({ type, value, formula }: OpenCell, texts: readonly string[]): CellContent | undefined {
  if (type === 'e') return { kind: 'error' };
  // A formula that gives an empty text says it with an empty value of type text.
  if (value === '') return formula && type !== 'str' ? { kind: 'formula' } : undefined;
  if (type === 's') return textContent(texts[Number(value)] ?? fail());
  if (type === 'str' || type === 'inlineStr') return textContent(unescapeCellText(value));
  if (type === 'b') return textContent(value);
  const number = Number(value);
  return Number.isFinite(number) ? { kind: 'number', number } : textContent(value);
}

function textContent(text: string): CellContent | undefined {
  return text.trim() === '' ? undefined : { kind: 'text', text };
}

function fail(): never {
  throw new SpreadsheetError('damaged');
}
