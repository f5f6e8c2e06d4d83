import type { Chart } from './chart.ts';
import { chartXml } from './chart-xml.ts';
import { drawingXml } from './drawing-xml.ts';
import { createListSources, type ListSources } from './list-sources.ts';
import {
  appXml,
  contentTypesXml,
  coreXml,
  type Outline,
  packageRelationships,
  type Relationship,
  relationshipsXml,
  sharedTextsXml,
  workbookXml,
} from './package-xml.ts';
import type { Sheet, Spreadsheet } from './sheet.ts';
import { type SheetContext, sheetXml } from './sheet-xml.ts';
import { createStyleBook } from './style-book.ts';
import { tableXml } from './table-xml.ts';
import { themeXml } from './theme.ts';
import { type PackedFile, packFile, type ZipFile, zipOf } from './zip.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument';

/** A part of the package: its path, what it is, and its XML. */
interface Part {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** A spreadsheet whose sheets may be made one by one, as they are written. */
export type WrittenSpreadsheet = Omit<Spreadsheet, 'sheets'> & { readonly sheets: Iterable<Sheet> };

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
  const lists = createListSources();
  const outlines: Outline[] = [];
  const packed = createPacked();
  let charts = 0;
  for (const sheet of withLists(spreadsheet.sheets, lists)) {
    const place = { number: outlines.length + 1, charts, language };
    packed.add(sheetParts(sheet, place, { book, text, list: lists.formulaOf }));
    const { name, print, hidden } = sheet;
    outlines.push({ name, print, ...(hidden && { hidden }) });
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

/** Last, when it is known whether any check needs it: the tab with the options of drop-downs. */
function* withLists(sheets: Iterable<Sheet>, { sheet }: ListSources): Generator<Sheet> {
  yield* sheets;
  const listed = sheet();
  if (listed) yield listed;
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
  shared: Pick<SheetContext, 'book' | 'text' | 'list'>,
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
