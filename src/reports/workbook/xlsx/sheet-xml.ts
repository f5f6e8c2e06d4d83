import { at } from './reference.ts';
import type { Cell, ConditionalFormat, Print, Sheet, Validation } from './sheet.ts';
import type { StyleBook } from './style-book.ts';
import { element, escapeCellText, textElement, xmlFile } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const A4 = 9;
/** Inches. */
const MARGINS = { left: 0.35, right: 0.35, top: 0.35, bottom: 0.5, header: 0.25, footer: 0.25 };
const MAX_COLUMNS = 16384;

/** Without a password. 0 allows: looks and widths, new rows, sorting and filters do no harm. */
const PROTECTION = {
  sheet: 1,
  formatCells: 0,
  formatColumns: 0,
  formatRows: 0,
  insertRows: 0,
  sort: 0,
  autoFilter: 0,
} as const;

/** What a sheet shares with the rest of the file. */
export interface SheetContext {
  readonly book: StyleBook;
  /** The number of a text in the file's shared texts. */
  readonly text: (text: string) => number;
  /** What the check of a drop-down says, of its options. */
  readonly list: (options: readonly string[]) => string;
  readonly position: 'first' | 'other';
  /** Relationship ids of the sheet's drawing and table, when it has them. */
  readonly drawing?: string;
  readonly table?: string;
}

/** One worksheet part. The order of elements is the format's own: programs refuse a file with another. */
export function sheetXml(sheet: Sheet, context: SheetContext): string {
  const { book, drawing, table } = context;
  return xmlFile(
    element('worksheet', { xmlns: MAIN, 'xmlns:r': RELATIONSHIPS }, [
      propertiesXml(sheet),
      viewXml(sheet, context.position),
      element('sheetFormatPr', { defaultRowHeight: 15 }),
      columnsXml(sheet, book),
      rowsXml(sheet, context),
      ...(sheet.protected ? [element('sheetProtection', PROTECTION)] : []),
      ...(sheet.conditionalFormats ?? []).map((format, index) => conditionalXml(format, index + 1, book)),
      ...validationsXml(sheet.validations, context),
      ...printXml(sheet.print),
      ...(drawing ? [element('drawing', { 'r:id': drawing })] : []),
      ...(table ? [element('tableParts', { count: 1 }, [element('tablePart', { 'r:id': table })])] : []),
    ]),
  );
}

function propertiesXml({ color }: Sheet): string {
  return element('sheetPr', {}, [
    element('tabColor', { rgb: `FF${color}` }),
    element('pageSetUpPr', { fitToPage: 1 }),
  ]);
}

function viewXml({ freeze, active }: Sheet, position: SheetContext['position']): string {
  const cell = at(active.row, active.column);
  const pane = freeze && {
    xSplit: freeze.column - 1 || undefined,
    ySplit: freeze.row - 1,
    topLeftCell: at(freeze.row, freeze.column),
    activePane: freeze.column > 1 ? 'bottomRight' : 'bottomLeft',
    state: 'frozen',
  };
  return element('sheetViews', {}, [
    element(
      'sheetView',
      { showGridLines: 0, tabSelected: position === 'first' ? 1 : undefined, workbookViewId: 0 },
      [
        ...(pane ? [element('pane', pane)] : []),
        element('selection', { pane: pane?.activePane, activeCell: cell, sqref: cell }),
      ],
    ),
  ]);
}

function columnsXml({ columns }: Sheet, book: StyleBook): string {
  const xml = columns.map(({ width, hidden, style }, index) =>
    element('col', {
      min: index + 1,
      max: index + 1,
      width,
      style: style && book.style(style),
      hidden: hidden && 1,
      customWidth: 1,
    }),
  );
  return element('cols', {}, xml);
}

function rowsXml({ cells, rows }: Sheet, context: SheetContext): string {
  const numbers = [...new Set([...cells.keys(), ...rows.keys()])].sort((a, b) => a - b);
  const xml = numbers.map(number => {
    const { height, hidden } = rows.get(number) ?? {};
    const sorted = [...(cells.get(number) ?? [])].sort(([a], [b]) => a - b);
    const attributes = { r: number, ht: height, hidden: hidden && 1, customHeight: height && 1 };
    return element(
      'row',
      attributes,
      sorted.map(([column, cell]) => cellXml(at(number, column), cell, context)),
    );
  });
  return element('sheetData', {}, xml);
}

function cellXml(reference: string, cell: Cell, { book, text }: SheetContext): string {
  const common = { r: reference, s: book.style(cell.style) };
  const { value } = cell;
  if ('formula' in cell) {
    const cached = typeof cell.value === 'string' ? escapeCellText(cell.value) : cell.value;
    const type = typeof cell.value === 'string' ? 'str' : undefined;
    return element('c', { ...common, t: type }, [textElement('f', cell.formula), textElement('v', cached)]);
  }
  if (value === undefined) return element('c', common);
  if (typeof value === 'number') return element('c', common, [textElement('v', value)]);
  return element('c', { ...common, t: 's' }, [textElement('v', text(value))]);
}

function conditionalXml(format: ConditionalFormat, priority: number, book: StyleBook): string {
  const rule =
    format.kind === 'formula'
      ? element('cfRule', { type: 'expression', dxfId: book.conditional(format), priority }, [
          textElement('formula', format.formula),
        ])
      : element('cfRule', { type: 'colorScale', priority }, [colorScaleXml(format.colors)]);
  return element('conditionalFormatting', { sqref: format.range }, [rule]);
}

/** From 0 over ½ to 1, whatever the largest value in the range. */
function colorScaleXml(colors: readonly string[]): string {
  const stops = [0, 0.5, 1].map(val => element('cfvo', { type: 'num', val }));
  return element('colorScale', {}, [
    ...stops,
    ...colors.map(color => element('color', { rgb: `FF${color}` })),
  ]);
}

function validationsXml(validations: readonly Validation[] = [], context: SheetContext): string[] {
  if (validations.length === 0) return [];
  const xml = validations.map(validation => validationXml(validation, context));
  return [element('dataValidations', { count: validations.length }, xml)];
}

function validationXml(validation: Validation, context: SheetContext): string {
  const { range, prompt, error, kind } = validation;
  const between = kind === 'decimal' || kind === 'whole';
  return element(
    'dataValidation',
    {
      type: kind === 'formula' ? 'custom' : kind,
      operator: between ? 'between' : undefined,
      allowBlank: 1,
      showInputMessage: prompt && 1,
      showErrorMessage: 1,
      errorTitle: error.title,
      error: error.text,
      promptTitle: prompt?.title,
      prompt: prompt?.text,
      sqref: range,
    },
    validationFormulas(validation, context).map((formula, index) =>
      textElement(`formula${index + 1}`, formula),
    ),
  );
}

function validationFormulas(validation: Validation, { list }: SheetContext): (string | number)[] {
  if (validation.kind === 'list') return [list(validation.options)];
  if (validation.kind === 'formula') return [validation.formula];
  return [validation.min, validation.max];
}

function printXml({ scale, orientation, footer, rowBreaks = [] }: Print): string[] {
  const size = { fitToWidth: scale.pagesWide, fitToHeight: scale.pagesHigh ?? 0 };
  return [
    element('pageMargins', MARGINS),
    element('pageSetup', { paperSize: A4, ...size, orientation: orientation ?? 'landscape' }),
    element('headerFooter', {}, [textElement('oddFooter', footer)]),
    ...rowBreaksXml(rowBreaks),
  ];
}

function rowBreaksXml(breaks: readonly number[]): string[] {
  if (breaks.length === 0) return [];
  const xml = breaks.map(id => element('brk', { id, max: MAX_COLUMNS - 1, man: 1 }));
  return [element('rowBreaks', { count: breaks.length, manualBreakCount: breaks.length }, xml)];
}
