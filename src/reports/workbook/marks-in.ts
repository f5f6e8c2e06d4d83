/** Finding what the hidden column of our tabs says, wherever rows and columns were added around it. */

import { languageOf, type Vocabulary } from './labels.ts';
import { MARKS } from './marks.ts';
import type { CellContent } from './xlsx/read-cells.ts';
import type { ReadSheet } from './xlsx/read-spreadsheet.ts';

const FORMAT = /^porrasbotti-workbook-\d+$/;

/** A tab of ours. */
export interface MarkedSheet {
  readonly sheet: ReadSheet;
  /** The column of the marks, from 1. */
  readonly column: number;
  readonly format: string;
  /** Everything the column says, from above. */
  readonly marks: readonly string[];
}

/** Undefined when the tab is not ours. */
export function markedSheet(sheet: ReadSheet): MarkedSheet | undefined {
  for (const [, cells] of inOrder(sheet)) {
    for (const [column, content] of cells) {
      const format = textIn(content);
      if (!FORMAT.test(format)) continue;
      const marks = inOrder(sheet).map(([, row]) => textIn(row.get(column)));
      return { sheet, column, format, marks };
    }
  }
  return undefined;
}

/** Rows of the tab from above: files may hold them in any order. */
export function inOrder({ rows }: ReadSheet): (readonly [number, ReadonlyMap<number, CellContent>])[] {
  return [...rows].sort(([a], [b]) => a - b);
}

/** What the version mark says; empty when there is none. */
export function versionIn({ marks }: MarkedSheet): string {
  const prefix = MARKS.version('');
  return marks.find(mark => mark.startsWith(prefix))?.slice(prefix.length) ?? '';
}

/** The language the tabs are written in. */
export function languageIn(sheets: readonly MarkedSheet[], vocabulary: Vocabulary) {
  const cells = sheets.flatMap(({ sheet }) => [...sheet.rows.values()].flatMap(row => [...row.values()]));
  return languageOf(vocabulary, cells.map(textIn));
}

/** The text of a cell without the spaces around it, empty when it holds none. */
export function textIn(content: CellContent | undefined): string {
  return content?.kind === 'text' ? content.text.trim() : '';
}
