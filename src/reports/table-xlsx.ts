/** A plain table as a spreadsheet of one tab, which people sort, filter and go on writing in. */
import { LANGUAGE_TAGS, type Locale } from '../conversation/locale.ts';
import { dayCell } from './workbook/cell-day.ts';
import { COLORS, LOOKS, withFormat } from './workbook/looks.ts';
import { textHeight } from './workbook/text-height.ts';
import { createDraft } from './workbook/xlsx/draft.ts';
import type { Sheet } from './workbook/xlsx/sheet.ts';
import { writeSpreadsheet } from './workbook/xlsx/write-spreadsheet.ts';

export interface SpreadsheetTable {
  readonly title: string;
  readonly locale: Locale;
  /** Names of the columns, each another one. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The column, from 0, whose cells are days as 2027-06-01, or empty. */
  readonly days: number;
}

const CREATOR = 'Porrasbotti';
/** Characters. */
const NARROWEST = 14;
const WIDEST = 44;

const LOOK = {
  /** Also where the cell is edited, what somebody wrote stays text. */
  words: { ...LOOKS.text, quoted: true },
  day: withFormat(LOOKS.center, 'day'),
} as const;

/** The names of the columns stand in the first row, where other tools look for them. The same table gives the same bytes. */
export function tableXlsx(table: SpreadsheetTable): Uint8Array {
  const { title, locale } = table;
  return writeSpreadsheet({
    title,
    subject: title,
    creator: CREATOR,
    language: LANGUAGE_TAGS[locale],
    sheets: [sheetOf(table)],
    names: [],
  });
}

function sheetOf({ title, head, rows, days }: SpreadsheetTable): Sheet {
  const draft = createDraft();
  const widths = head.map((name, at) => widthOf([name, ...rows.map(row => row[at] ?? '')]));
  for (const [at, name] of head.entries()) draft.put({ row: 1, column: at + 1 }, LOOKS.headerLeft, name);
  for (const [index, cells] of rows.entries()) {
    const row = index + 2;
    draft.rows.set(row, {
      height: textHeight(cells.map((text, at) => ({ text, width: widths[at] ?? WIDEST }))),
    });
    for (const [at, text] of cells.entries()) {
      const value = text === '' ? undefined : text;
      const isDay = at === days;
      draft.put({ row, column: at + 1 }, isDay ? LOOK.day : LOOK.words, isDay ? dayCell(value) : value);
    }
  }
  return {
    name: title,
    color: COLORS.teal,
    columns: widths.map(width => ({ width })),
    cells: draft.cells,
    rows: draft.rows,
    freeze: { row: 2, column: 2 },
    active: { row: 2, column: 1 },
    table: {
      name: 'Roadmap',
      from: { row: 1, column: 1 },
      to: { row: rows.length + 1, column: head.length },
      columns: head.map(name => ({ name })),
      filters: head.map((_, at) => at),
    },
    print: { scale: { pagesWide: 1 }, titleRows: [1, 1], footer: '&P / &N' },
  };
}

function widthOf(texts: readonly string[]): number {
  const longest = Math.max(...texts.map(text => text.length));
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 3));
}
