import type { Chart } from './chart.ts';
import { chartXml } from './chart-xml.ts';
import { drawingXml } from './drawing-xml.ts';
import { areaOn, quoted } from './reference.ts';
import type { Sheet, Spreadsheet } from './sheet.ts';
import { printTitles, type SheetContext, sheetXml, tableXml } from './sheet-xml.ts';
import { createStyleBook } from './style-book.ts';
import { themeXml } from './theme.ts';
import { element, escapeCellText, textElement, xmlFile } from './xml.ts';
import { writeZip, type ZipFile } from './zip.ts';

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

/** Turns a spreadsheet into an .xlsx file. The same spreadsheet gives the same bytes. */
export function writeSpreadsheet(spreadsheet: Spreadsheet): Uint8Array {
  const book = createStyleBook();
  const texts = new Map<string, number>();
  const text = (value: string) => {
    const number = texts.get(value) ?? texts.size;
    texts.set(value, number);
    return number;
  };
  const sheets = spreadsheet.sheets.flatMap((sheet, index) =>
    sheetParts(spreadsheet, sheet, { index, book, text }),
  );
  const parts: Part[] = [
    { name: 'xl/workbook.xml', type: `${TYPE}.spreadsheetml.sheet.main+xml`, text: workbookXml(spreadsheet) },
    { name: 'xl/theme/theme1.xml', type: `${TYPE}.theme+xml`, text: themeXml() },
    { name: 'xl/styles.xml', type: `${TYPE}.spreadsheetml.styles+xml`, text: book.toXml() },
    {
      name: 'xl/sharedStrings.xml',
      type: `${TYPE}.spreadsheetml.sharedStrings+xml`,
      text: sharedTextsXml([...texts.keys()]),
    },
    {
      name: 'docProps/core.xml',
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      text: coreXml(spreadsheet),
    },
    { name: 'docProps/app.xml', type: `${TYPE}.extended-properties+xml`, text: appXml(spreadsheet) },
    ...sheets.filter(part => 'type' in part),
  ];
  const relationships = [...sheets.filter(part => !('type' in part)), ...packageRelationships(spreadsheet)];
  return writeZip([
    { name: '[Content_Types].xml', text: contentTypesXml(parts) },
    ...relationships,
    ...parts,
  ]);
}

/** What sheets share, and which of them this is, from 0. */
type Shared = Pick<SheetContext, 'book' | 'text'> & { readonly index: number };

/** A sheet with its drawing, charts and table, and the relationships between them. */
function sheetParts(
  { language, sheets }: Spreadsheet,
  sheet: Sheet,
  { index, ...shared }: Shared,
): (Part | ZipFile)[] {
  const number = index + 1;
  const { charts = [], table } = sheet;
  const [hasCharts, hasTable] = [charts.length > 0, table !== undefined];
  const context: SheetContext = {
    ...shared,
    position: index === 0 ? 'first' : 'other',
    ...(hasCharts ? { drawing: 'rId1' } : {}),
    ...(hasTable ? { table: 'rId2' } : {}),
  };
  const before = sheets.slice(0, index).reduce((count, other) => count + (other.charts?.length ?? 0), 0);
  const chartNumbers = charts.map((_, chart) => before + chart + 1);
  const targets: Relationship[] = [
    ...(hasCharts ? [{ id: 'rId1', type: 'drawing', target: `../drawings/drawing${number}.xml` }] : []),
    ...(hasTable ? [{ id: 'rId2', type: 'table', target: `../tables/table${number}.xml` }] : []),
  ];
  const parts: (Part | ZipFile)[] = [
    {
      name: `xl/worksheets/sheet${number}.xml`,
      type: `${TYPE}.spreadsheetml.worksheet+xml`,
      text: sheetXml(sheet, context),
    },
  ];
  if (targets.length > 0)
    parts.push({ name: `xl/worksheets/_rels/sheet${number}.xml.rels`, text: relationshipsXml(targets) });
  if (table) {
    const text = tableXml(table, number);
    parts.push({ name: `xl/tables/table${number}.xml`, type: `${TYPE}.spreadsheetml.table+xml`, text });
  }
  if (hasCharts) parts.push(...drawingParts(charts, { number, chartNumbers, language }));
  return parts;
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

function workbookXml({ sheets, names }: Spreadsheet): string {
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

function coreXml({ title, subject, creator, language }: Spreadsheet): string {
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

function appXml({ creator }: Spreadsheet): string {
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

function packageRelationships({ sheets }: Spreadsheet): ZipFile[] {
  const root = [
    { id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' },
    { id: 'rId2', type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
    { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
  ];
  const next = (offset: number) => `rId${sheets.length + offset}`;
  const workbook = [
    ...sheets.map((_, index) => ({
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

function contentTypesXml(parts: readonly Part[]): string {
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
