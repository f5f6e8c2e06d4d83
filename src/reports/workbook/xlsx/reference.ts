/** Cells, tabs and texts as formulas write them. Rows and columns count from 1, as a spreadsheet shows them. */

export interface Place {
  readonly row: number;
  readonly column: number;
}

const LETTERS = 26;
const A = 65;

/** 1 → A, 27 → AA. */
export function columnName(column: number): string {
  const rest = (column - 1) % LETTERS;
  const before = (column - 1 - rest) / LETTERS;
  return (before > 0 ? columnName(before) : '') + String.fromCharCode(A + rest);
}

/** `C5` */
export function at(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

/** `$C$5` */
export function fixed(row: number, column: number): string {
  return `$${columnName(column)}$${row}`;
}

/** `C5:F9` */
export function area(from: Place, to: Place): string {
  return `${at(from.row, from.column)}:${at(to.row, to.column)}`;
}

/** `'Tab name'!$C$5:$F$9`, as formulas on other tabs, charts and defined names write it. */
export function areaOn(sheet: string, from: Place, to: Place): string {
  return `${quoted(sheet)}!${fixed(from.row, from.column)}:${fixed(to.row, to.column)}`;
}

/** `'Tab name'!$C$5` */
export function cellOn(sheet: string, row: number, column: number): string {
  return `${quoted(sheet)}!${fixed(row, column)}`;
}

/** `'Tab name'` */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** `"käytössä"`. A municipality may word its labels itself, also with quotation marks in them. */
export function literal(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** `$C$5` or `C5` → its row and column; undefined when it is no cell. */
export function parseReference(reference: string): Place | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference);
  if (!match?.[1] || !match[2]) return undefined;
  const column = [...match[1]].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - A + 1, 0);
  return { row: Number(match[2]), column };
}
