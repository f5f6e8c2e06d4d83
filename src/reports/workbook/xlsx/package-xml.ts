/** The parts of an .xlsx file that hold it together: the list of its tabs, its texts, its properties, and who refers to whom. */
import { areaOn, columnName, quoted } from './reference.ts';
import type { Sheet, Spreadsheet } from './sheet.ts';
import { element, escapeCellText, textElement, xmlFile } from './xml.ts';
import type { ZipFile } from './zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const EXTENDED = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';

/** What the list of tabs says of a sheet. */
export type Outline = Pick<Sheet, 'name' | 'hidden' | 'print'>;

/** The part that lists the tabs: what of each is printed, what is repeated on every page, and the names of cells. */
export function workbookXml(sheets: readonly Outline[], names: Spreadsheet['names']): string {
  const areas = sheets.flatMap(({ name, print: { area } }, localSheetId) =>
    area ? [{ name: '_xlnm.Print_Area', target: areaOn(name, area.from, area.to), localSheetId }] : [],
  );
  const titles = sheets.flatMap((sheet, index) => {
    const repeated = printTitles(sheet, quoted(sheet.name));
    return repeated ? [{ name: '_xlnm.Print_Titles', target: repeated, localSheetId: index }] : [];
  });
  const defined = [...areas, ...titles, ...names].map(({ target, ...rest }) =>
    textElement('definedName', target, { ...rest }),
  );
  return xmlFile(
    element('workbook', { xmlns: MAIN, 'xmlns:r': OFFICE }, [
      element('bookViews', {}, [
        element('workbookView', { xWindow: 0, yWindow: 0, windowWidth: 28800, windowHeight: 16000 }),
      ]),
      element(
        'sheets',
        {},
        sheets.map(({ name, hidden }, index) =>
          element('sheet', {
            name,
            sheetId: index + 1,
            state: hidden && 'hidden',
            'r:id': `rId${index + 1}`,
          }),
        ),
      ),
      element('definedNames', {}, defined),
      // Programs that compute do so on opening; the stored values are for those that do not.
      element('calcPr', { calcId: 191029, fullCalcOnLoad: 1 }),
    ]),
  );
}

/** The texts of all cells, each once: cells refer to them by their number. */
export function sharedTextsXml(texts: readonly string[]): string {
  const items = texts.map(text => {
    const preserved = text === text.trim() && !text.includes('\n') ? {} : { 'xml:space': 'preserve' };
    return element('si', {}, [textElement('t', escapeCellText(text), preserved)]);
  });
  return xmlFile(element('sst', { xmlns: MAIN, uniqueCount: texts.length }, items));
}

export function coreXml({ title, subject, creator, language }: Omit<Spreadsheet, 'sheets'>): string {
  const spaces = {
    'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  };
  return xmlFile(
    element('cp:coreProperties', spaces, [
      textElement('dc:title', title),
      textElement('dc:subject', subject),
      textElement('dc:creator', creator),
      textElement('dc:language', language),
    ]),
  );
}

export function appXml({ creator }: Pick<Spreadsheet, 'creator'>): string {
  return xmlFile(element('Properties', { xmlns: EXTENDED }, [textElement('Application', creator)]));
}

/** A part, or the package itself, refers to another part. */
export interface Relationship {
  readonly id: string;
  /** The last word of an office relationship, or a whole address. */
  readonly type: string;
  readonly target: string;
}

/** What one part refers to; it stands in a file beside that part. */
export function relationshipsXml(targets: readonly Relationship[]): string {
  const items = targets.map(({ id, type, target }) =>
    element('Relationship', {
      Id: id,
      Type: type.includes('/') ? type : `${OFFICE}/${type}`,
      Target: target,
    }),
  );
  return xmlFile(element('Relationships', { xmlns: `${PACKAGE}/relationships` }, items));
}

/** The relationships of the package itself, and those of its workbook with this many sheets. */
export function packageRelationships(sheets: number): ZipFile[] {
  const root = [
    { id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' },
    { id: 'rId2', type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
    { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
  ];
  const next = (offset: number) => `rId${sheets + offset}`;
  const workbook = [
    ...Array.from({ length: sheets }, (_, index) => ({
      id: `rId${index + 1}`,
      type: 'worksheet',
      target: `worksheets/sheet${index + 1}.xml`,
    })),
    { id: next(1), type: 'theme', target: 'theme/theme1.xml' },
    { id: next(2), type: 'styles', target: 'styles.xml' },
    { id: next(3), type: 'sharedStrings', target: 'sharedStrings.xml' },
  ];
  return [
    { name: '_rels/.rels', text: relationshipsXml(root) },
    { name: 'xl/_rels/workbook.xml.rels', text: relationshipsXml(workbook) },
  ];
}

/** What each part is; readers ask this first. */
export function contentTypesXml(parts: readonly { readonly name: string; readonly type: string }[]): string {
  return xmlFile(
    element('Types', { xmlns: `${PACKAGE}/content-types` }, [
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      ...parts.map(({ name, type }) => element('Override', { PartName: `/${name}`, ContentType: type })),
    ]),
  );
}

/** `'Tab'!$A:$B,'Tab'!$4:$5`: what is repeated on every printed page. */
function printTitles({ print }: Pick<Sheet, 'print'>, sheet: string): string | undefined {
  const { titleColumns, titleRows } = print;
  const parts = [
    ...(titleColumns ? [`${sheet}!$${columnName(titleColumns[0])}:$${columnName(titleColumns[1])}`] : []),
    ...(titleRows ? [`${sheet}!$${titleRows[0]}:$${titleRows[1]}`] : []),
  ];
  return parts.length > 0 ? parts.join(',') : undefined;
}
