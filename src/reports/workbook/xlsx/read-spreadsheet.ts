import { readElements, type XmlElement } from './read-elements.ts';
import { readXml, type XmlPiece } from './read-xml.ts';
import { type Place, parseReference } from './reference.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import { openZip, UNZIP_LIMITS, type Zip } from './unzip.ts';
import { unescapeCellText } from './xml.ts';

/** What a cell holds. A formula counts with the value its program stored, and is marked as `computed`. */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string; readonly computed?: true }
  | { readonly kind: 'number'; readonly number: number; readonly computed?: true }
  | { readonly kind: 'error' }
  /** A formula whose value was never computed. */
  | { readonly kind: 'formula' };

type Valued = Extract<CellContent, { kind: 'text' | 'number' }>;

export interface ReadSheet {
  readonly name: string;
  /** Row → column → content, both from 1. Empty cells are not there. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, CellContent>>;
}

export interface ReadSpreadsheet {
  readonly sheets: readonly ReadSheet[];
  /**
   * Defined name → what it stands for, as written: `'Tab'!$C$5`. Only names of the whole file: those of a single tab
   * are what copying a tab leaves behind.
   */
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
  const sheets = [...readElements(xml, { name: 'sheet', inner: [] })].map(({ attributes }) => ({
    name: attributes.get('name') ?? '',
    relation: [...attributes].find(([key]) => key.endsWith(':id'))?.[1] ?? '',
  }));
  return { sheets, names: new Map(readNames(xml)) };
}

function readNames(xml: string): [string, string][] {
  const names: [string, string][] = [];
  let name: string | undefined;
  for (const piece of readXml(xml)) {
    if (piece.kind === 'open') name = fileWideName(piece);
    else if (piece.kind === 'text' && name !== undefined) names.push([name, piece.text]);
    else name = undefined;
  }
  return names;
}

function fileWideName({ name, attributes }: Extract<XmlPiece, { kind: 'open' }>): string | undefined {
  if (name !== 'definedName' || attributes.has('localSheetId')) return undefined;
  return attributes.get('name');
}

/** The file's shared texts. Rich text is read as its words; pronunciation guides are left out. */
function readTexts(xml: string): string[] {
  const texts: string[] = [];
  for (const { texts: parts } of readElements(xml, { name: 'si', inner: ['t'], skip: 'rPh' })) {
    if (texts.push(unescapeCellText(parts.get('t') ?? '')) > MAX.texts)
      throw new SpreadsheetError('too-large');
  }
  return texts;
}

function readCells(xml: string, texts: readonly string[]): Map<number, Map<number, CellContent>> {
  const rows = new Map<number, Map<number, CellContent>>();
  let count = 0;
  for (const cell of readElements(xml, { name: 'c', inner: ['v', 't', 'f'], skip: 'rPh' })) {
    count += 1;
    if (count > MAX.cells) throw new SpreadsheetError('too-large');
    const place = parseReference(cell.attributes.get('r') ?? '');
    if (!place) throw new SpreadsheetError('damaged');
    const content = place.row <= MAX.row && place.column <= MAX.column ? contentOf(cell, texts) : undefined;
    if (content) put(rows, place, content);
  }
  return rows;
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

function contentOf(
  { attributes, texts: parts }: XmlElement,
  texts: readonly string[],
): CellContent | undefined {
  const type = attributes.get('t') ?? 'n';
  const value = parts.get('v') ?? parts.get('t') ?? '';
  if (type === 'e') return { kind: 'error' };
  // A formula that gives an empty text says it with an empty value of type text.
  if (value === '') return parts.has('f') && type !== 'str' ? { kind: 'formula' } : undefined;
  const content = typedContent(type, value, texts);
  return content && parts.has('f') ? { ...content, computed: true } : content;
}

function typedContent(type: string, value: string, texts: readonly string[]): Valued | undefined {
  if (type === 's') return textContent(texts[Number(value)] ?? fail());
  if (type === 'str' || type === 'inlineStr') return textContent(unescapeCellText(value));
  const number = Number(value);
  return type === 'n' && Number.isFinite(number) ? { kind: 'number', number } : textContent(value);
}

function textContent(text: string): Valued | undefined {
  return text.trim() === '' ? undefined : { kind: 'text', text };
}

function fail(): never {
  throw new SpreadsheetError('damaged');
}
