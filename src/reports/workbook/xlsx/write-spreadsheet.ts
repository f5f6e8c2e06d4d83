import type { Chart } from './chart.ts';
import { chartXml } from './chart-xml.ts';
import { drawingXml } from './drawing-xml.ts';
import { areaOn, quoted } from './reference.ts';
import type { Sheet, Spreadsheet } from './sheet.ts';
import { printTitles, type SheetContext, sheetXml, tableXml } from './sheet-xml.ts';
import { createStyleBook } from './style-book.ts';
import { themeXml } from './theme.ts';
import { element, escapeCellText, textElement, xmlFile } from './xml.ts';
import { type PackedFile, packFile, type ZipFile, zipOf } from './zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const EXTENDED = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
const TYPE = 'application/vnd.openxmlformats-officedocument';

/** A part of the package: its path, what it is, and its XML. */
interface Part {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** A spreadsheet whose sheets may be made one by one, as they are written. */
export type WrittenSpreadsheet = Omit<Spreadsheet, 'sheets'> & { readonly sheets: Iterable<Sheet> };

/** What the rest of the file says of a sheet. */
type Outline = Pick<Sheet, 'name' | 'print'>;

/** Turns a spreadsheet into an .xlsx file. The same spreadsheet gives the same bytes. */
export function writeSpreadsheet(spreadsheet: WrittenSpreadsheet): Uint8Array {
  const { language } = spreadsheet;
  const book = createStyleBook();
  const texts = new Map<string, number>();
  const text = (value: string) => {
    const number = texts.get(value) ?? texts.size;
    texts.set(value, number);
    return number;
  };
  const outlines: Outline[] = [];
  const packed = createPacked();
  let charts = 0;
  for (const sheet of spreadsheet.sheets) {
    const place = { number: outlines.length + 1, charts, language };
    packed.add(sheetParts(sheet, place, { book, text }));
    outlines.push({ name: sheet.name, print: sheet.print });
    charts += sheet.charts?.length ?? 0;
  }
  const shared: Part[] = [
    {
      name: 'xl/workbook.xml',
      type: `${TYPE}.spreadsheetml.sheet.main+xml`,
      text: workbookXml(outlines, spreadsheet.names),
    },
    { name: 'xl/theme/theme1.xml', type: `${TYPE}.theme+xml`, text: themeXml() },
    { name: 'xl/styles.xml', type: `${TYPE}.spreadsheetml.styles+xml`, text: book.toXml() },
    {
      name: 'xl/sharedStrings.xml',
      type: `${TYPE}.spreadsheetml.sharedStrings+xml`,
      text: sharedTextsXml([...texts.keys()]),
    },
    ...properties(spreadsheet),
  ];
  return packed.zip(shared, packageRelationships(outlines.length));
}

function properties(spreadsheet: WrittenSpreadsheet): Part[] {
  const core = 'application/vnd.openxmlformats-package.core-properties+xml';
  return [
    { name: 'docProps/core.xml', type: core, text: coreXml(spreadsheet) },
    { name: 'docProps/app.xml', type: `${TYPE}.extended-properties+xml`, text: appXml(spreadsheet) },
  ];
}

/** Parts that are packed as they come; what they are is said first in the file. */
function createPacked() {
  const types: Pick<Part, 'name' | 'type'>[] = [];
  const parts: PackedFile[] = [];
  const relationships: PackedFile[] = [];
  const add = (files: Iterable<Part | ZipFile>) => {
    for (const file of files) {
      if ('type' in file) {
        types.push({ name: file.name, type: file.type });
        parts.push(packFile(file));
      } else relationships.push(packFile(file));
    }
  };
  return {
    add,
    zip: (shared: readonly Part[], links: readonly ZipFile[]) => {
      const [sheets, within] = [parts.splice(0), relationships.splice(0)];
      add([...shared, ...links]);
      const contents = packFile({ name: '[Content_Types].xml', text: contentTypesXml(types) });
      return zipOf([contents, ...relationships, ...within, ...parts, ...sheets]);
    },
  };
}

/** Where a sheet is: its number from 1, and how many charts stand on the sheets before. */
interface SheetPlace {
  readonly number: number;
  readonly charts: number;
  readonly language: string;
}

/** A sheet with its drawing, charts and table, and the relationships between them. */
function* sheetParts(
  sheet: Sheet,
  { number, charts: before, language }: SheetPlace,
  shared: Pick<SheetContext, 'book' | 'text'>,
): Generator<Part | ZipFile> {
  const { charts = [], table } = sheet;
  const [hasCharts, hasTable] = [charts.length > 0, table !== undefined];
  const context: SheetContext = {
    ...shared,
    position: number === 1 ? 'first' : 'other',
    ...(hasCharts ? { drawing: 'rId1' } : {}),
    ...(hasTable ? { table: 'rId2' } : {}),
  };
  const targets: Relationship[] = [
    ...(hasCharts ? [{ id: 'rId1', type: 'drawing', target: `../drawings/drawing${number}.xml` }] : []),
    ...(hasTable ? [{ id: 'rId2', type: 'table', target: `../tables/table${number}.xml` }] : []),
  ];
  const name = `xl/worksheets/sheet${number}.xml`;
  yield { name, type: `${TYPE}.spreadsheetml.worksheet+xml`, text: sheetXml(sheet, context) };
  if (targets.length > 0)
    yield { name: `xl/worksheets/_rels/sheet${number}.xml.rels`, text: relationshipsXml(targets) };
  if (table) {
    const text = tableXml(table, number);
    yield { name: `xl/tables/table${number}.xml`, type: `${TYPE}.spreadsheetml.table+xml`, text };
  }
  const chartNumbers = charts.map((_, chart) => before + chart + 1);
  if (hasCharts) yield* drawingParts(charts, { number, chartNumbers, language });
}

interface DrawingNumbers {
  readonly number: number;
  readonly chartNumbers: readonly number[];
  readonly language: string;
}

function drawingParts(
  charts: readonly Chart[],
  { number, chartNumbers, language }: DrawingNumbers,
): (Part | ZipFile)[] {
  const targets = chartNumbers.map((chart, index) => ({
    id: `rId${index + 1}`,
    type: 'chart',
    target: `../charts/chart${chart}.xml`,
  }));
  return [
    { name: `xl/drawings/drawing${number}.xml`, type: `${TYPE}.drawing+xml`, text: drawingXml(charts) },
    { name: `xl/drawings/_rels/drawing${number}.xml.rels`, text: relationshipsXml(targets) },
    ...charts.map((chart, index) => ({
      name: `xl/charts/chart${chartNumbers[index]}.xml`,
      type: `${TYPE}.drawingml.chart+xml`,
      text: chartXml(chart, language),
    })),
  ];
}

function workbookXml(sheets: readonly Outline[], names: Spreadsheet['names']): string {
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
        sheets.map(({ name }, index) =>
          element('sheet', { name, sheetId: index + 1, 'r:id': `rId${index + 1}` }),
        ),
      ),
      element('definedNames', {}, defined),
      // Programs that compute do so on opening; the stored values are for those that do not.
      element('calcPr', { calcId: 191029, fullCalcOnLoad: 1 }),
    ]),
  );
}

function sharedTextsXml(texts: readonly string[]): string {
  const items = texts.map(text => {
    const preserved = text === text.trim() && !text.includes('\n') ? {} : { 'xml:space': 'preserve' };
    return element('si', {}, [textElement('t', escapeCellText(text), preserved)]);
  });
  return xmlFile(element('sst', { xmlns: MAIN, uniqueCount: texts.length }, items));
}

function coreXml({ title, subject, creator, language }: Omit<Spreadsheet, 'sheets'>): string {
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

function appXml({ creator }: Pick<Spreadsheet, 'creator'>): string {
  return xmlFile(element('Properties', { xmlns: EXTENDED }, [textElement('Application', creator)]));
}

interface Relationship {
  readonly id: string;
  /** The last word of an office relationship, or a whole address. */
  readonly type: string;
  readonly target: string;
}

function relationshipsXml(targets: readonly Relationship[]): string {
  const items = targets.map(({ id, type, target }) =>
    element('Relationship', {
      Id: id,
      Type: type.includes('/') ? type : `${OFFICE}/${type}`,
      Target: target,
    }),
  );
  return xmlFile(element('Relationships', { xmlns: `${PACKAGE}/relationships` }, items));
}

function packageRelationships(sheets: number): ZipFile[] {
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

function contentTypesXml(parts: readonly Pick<Part, 'name' | 'type'>[]): string {
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
