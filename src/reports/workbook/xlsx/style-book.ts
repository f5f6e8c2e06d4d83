import type { Style } from './sheet.ts';
import { element, xmlFile } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const FONT = { name: 'Calibri', size: 11 };
/** Number formats from here on are the file's own; the ones below are built in. */
const FIRST_OWN_FORMAT = 164;

/** Collects the looks used in a file. Equal looks share one number. */
export interface StyleBook {
  /** The number of a style, for the `s` attribute of a cell. */
  readonly style: (style: Style) => number;
  /** The number of a conditional look. */
  readonly conditional: (look: { fill: string; color: string }) => number;
  /** `styles.xml`, once everything has been asked for. */
  readonly toXml: () => string;
}

export function createStyleBook(): StyleBook {
  const fonts = createList([fontXml({})]);
  // The format reserves the first two fills.
  const fills = createList([patternFill('none'), patternFill('gray125')]);
  const borders = createList([borderXml(undefined)]);
  const formats = createList([]);
  const cells = createList([element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 })]);
  const conditionals = createList([]);
  const toIds = (style: Style) => ({
    numFmtId: style.format ? FIRST_OWN_FORMAT + formats.indexOf(style.format) : 0,
    fontId: fonts.indexOf(fontXml(style)),
    fillId: style.fill ? fills.indexOf(solidFill('fgColor', style.fill)) : 0,
    borderId: borders.indexOf(borderXml(style.border)),
  });
  return {
    style: rememberStyles(style => cells.indexOf(cellXml(style, toIds(style)))),
    conditional: ({ fill, color }) =>
      conditionals.indexOf(
        element('dxf', {}, [element('font', {}, [colorXml('color', color)]), solidFill('bgColor', fill)]),
      ),
    toXml: () => {
      const numbered = formats
        .all()
        .map((formatCode, index) => element('numFmt', { numFmtId: FIRST_OWN_FORMAT + index, formatCode }));
      return stylesXml({ numbered, fonts, fills, borders, cells, conditionals });
    },
  };
}

/** Thousands of cells share some dozens of looks, and most of them the very same objects. */
function rememberStyles(numberOf: (style: Style) => number): (style: Style) => number {
  const ofObjects = new WeakMap<Style, number>();
  const ofEqual = new Map<string, number>();
  const ofLook = (style: Style) => {
    const key = JSON.stringify(style);
    const number = ofEqual.get(key) ?? numberOf(style);
    ofEqual.set(key, number);
    return number;
  };
  return style => {
    const number = ofObjects.get(style) ?? ofLook(style);
    ofObjects.set(style, number);
    return number;
  };
}

interface List {
  readonly indexOf: (item: string) => number;
  readonly all: () => readonly string[];
}

/** Items in the order first asked for, each once. */
function createList(first: readonly string[]): List {
  const indexes = new Map(first.map((item, index) => [item, index]));
  return {
    indexOf: item => {
      const index = indexes.get(item) ?? indexes.size;
      indexes.set(item, index);
      return index;
    },
    all: () => [...indexes.keys()],
  };
}

interface Parts {
  readonly numbered: readonly string[];
  readonly fonts: List;
  readonly fills: List;
  readonly borders: List;
  readonly cells: List;
  readonly conditionals: List;
}

function stylesXml({ numbered, fonts, fills, borders, cells, conditionals }: Parts): string {
  const group = (name: string, items: readonly string[]) => element(name, { count: items.length }, items);
  return xmlFile(
    element('styleSheet', { xmlns: MAIN }, [
      ...(numbered.length > 0 ? [group('numFmts', numbered)] : []),
      group('fonts', fonts.all()),
      group('fills', fills.all()),
      group('borders', borders.all()),
      group('cellStyleXfs', [element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
      group('cellXfs', cells.all()),
      group('cellStyles', [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
      group('dxfs', conditionals.all()),
    ]),
  );
}

function cellXml(style: Style, ids: Record<string, number>): string {
  const { horizontal, vertical, wrap, indent, unlocked } = style;
  const alignment = { horizontal, vertical, wrapText: wrap && 1, indent };
  const aligned = horizontal || vertical || wrap;
  const applied = {
    applyNumberFormat: style.format && 1,
    applyFont: 1,
    applyFill: style.fill && 1,
    applyBorder: style.border && 1,
    applyAlignment: aligned && 1,
    applyProtection: unlocked && 1,
  };
  return element('xf', { ...ids, xfId: 0, quotePrefix: style.quoted && 1, ...applied }, [
    ...(aligned ? [element('alignment', alignment)] : []),
    ...(unlocked ? [element('protection', { locked: 0 })] : []),
  ]);
}

function fontXml({ bold, italic, size = FONT.size, color }: Style): string {
  return element('font', {}, [
    ...(bold ? [element('b')] : []),
    ...(italic ? [element('i')] : []),
    element('sz', { val: size }),
    colorXml('color', color ?? '1A1A1A'),
    element('name', { val: FONT.name }),
    element('family', { val: 2 }),
  ]);
}

function patternFill(patternType: string): string {
  return element('fill', {}, [element('patternFill', { patternType })]);
}

/** A cell's fill is the pattern's foreground, a conditional one its background. */
function solidFill(where: 'fgColor' | 'bgColor', color: string): string {
  return element('fill', {}, [element('patternFill', { patternType: 'solid' }, [colorXml(where, color)])]);
}

function borderXml(color: string | undefined): string {
  const side = (name: string) =>
    color ? element(name, { style: 'thin' }, [colorXml('color', color)]) : element(name);
  return element('border', {}, [...['left', 'right', 'top', 'bottom'].map(side), element('diagonal')]);
}

function colorXml(name: string, color: string): string {
  return element(name, { rgb: `FF${color}` });
}
