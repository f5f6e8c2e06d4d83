import { readDateStyles } from './date-styles.ts';
import { readCells, type SheetCells } from './read-cells.ts';
import { readElements } from './read-elements.ts';
import { readXml, type XmlPiece } from './read-xml.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import { openZip, type Zip } from './unzip.ts';
import { unescapeCellText } from './xml.ts';

export interface ReadSheet extends SheetCells {
  readonly name: string;
}

export interface ReadSpreadsheet {
  readonly sheets: readonly ReadSheet[];
  /**
   * Defined name → what it stands for, as written: `'Tab'!$C$5`. Only names of the whole file: those of a single tab
   * are what copying a tab leaves behind.
   */
  readonly names: ReadonlyMap<string, string>;
}

/** What is read of a file; a workbook of ours is far smaller. */
const MAX = { sheets: 60, texts: 100_000 } as const;

/** Reads the values of an .xlsx file, of whatever program. Throws a SpreadsheetError. */
export function readSpreadsheet(bytes: Uint8Array): ReadSpreadsheet {
  const zip = openZip(bytes);
  const workbookPath = findWorkbook(zip);
  const { sheets, names } = readWorkbookPart(required(zip, workbookPath));
  if (sheets.length > MAX.sheets) throw new SpreadsheetError('too-large');
  const targets = readRelationships(zip, workbookPath);
  const part = <T>(type: string, read: (xml: string) => T, none: T): T => {
    const [path] = targets.filter(target => target.type === type);
    return path ? read(required(zip, path.path)) : none;
  };
  const shared = {
    texts: part('sharedStrings', readTexts, []),
    dateStyles: part('styles', readDateStyles, new Set()),
  };
  return {
    names,
    sheets: sheets.flatMap(({ name, relation }) => {
      const target = targets.find(({ id }) => id === relation);
      // Chart sheets are listed among the sheets, too, but are other parts.
      return target?.type === 'worksheet' ? [{ name, ...readCells(required(zip, target.path), shared) }] : [];
    }),
  };
}

function required(zip: Zip, path: string): string {
  const text = zip.read(path);
  if (text === undefined) throw new SpreadsheetError('damaged');
  return text;
}

function findWorkbook(zip: Zip): string {
  const workbook = readRelationships(zip, '').find(({ type }) => type === 'officeDocument');
  if (!workbook || /\.xml$/i.exec(workbook.path) === null) throw new SpreadsheetError(zip.otherKind());
  return workbook.path;
}

/** A part that another part refers to. */
interface Relationship {
  readonly id: string;
  /** Last word of the type. */
  readonly type: string;
  /** From the root of the zip. */
  readonly path: string;
}

function readRelationships(zip: Zip, path: string): readonly Relationship[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const file = path.slice(folder.length);
  const xml = zip.read(`${folder}_rels/${file}.rels`);
  if (xml === undefined) throw new SpreadsheetError(zip.otherKind());
  return [...readElements(xml, { name: 'Relationship', inner: [] })].map(({ attributes }) => {
    const [id = '', type = '', target = ''] = ['Id', 'Type', 'Target'].map(key => attributes.get(key));
    return { id, type: type.slice(type.lastIndexOf('/') + 1), path: resolvePath(folder, target) };
  });
}

/** A target as other parts write it (`../media/a.png`, `/xl/b.xml`, `worksheets\\c.xml`), from the root of the zip. */
function resolvePath(folder: string, target: string): string {
  const plain = target.replaceAll('\\', '/');
  const path: string[] = [];
  for (const step of (plain.startsWith('/') ? plain : folder + plain).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
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
