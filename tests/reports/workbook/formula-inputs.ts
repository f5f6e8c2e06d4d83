import { parseReference } from '../../../src/reports/workbook/xlsx/reference.ts';
import type { Spreadsheet } from '../../../src/reports/workbook/xlsx/sheet.ts';

/** A text, which may look like a reference, or a reference: its tab, its first cell and its last. */
const TEXT_OR_REFERENCE =
  /"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'!)?(?<![A-Z_a-z\d])(\$?[A-Z]{1,3}\$?\d+)(?::(\$?[A-Z]{1,3}\$?\d+))?(?![A-Z_a-z\d(])/g;

/** What depends on more than the values of the cells that are written in it, as names do. */
const BY_PLACE = /\b(?:ROW|COLUMN|ROWS|COLUMNS|OFFSET|INDIRECT|CELL|RAND|NOW|TODAY)\(/;

/**
 * Tells a formula with the values of its cells in place of their addresses: where two are the same, so is what they come
 * to. Undefined of a formula that depends on more than these.
 */
export function createInputs({
  sheets,
  names,
}: Spreadsheet): (tab: string, formula: string) => string | undefined {
  const ranges = new Map<string, string>();
  const rangeOf = (tab: string, first: string, last: string) => {
    const key = `${tab}!${first}:${last}`;
    const text = ranges.get(key) ?? numberOf(valuesIn(tab, first, last));
    ranges.set(key, text);
    return text;
  };
  const valuesIn = (tab: string, first: string, last: string): string => {
    const [from, to] = [parseReference(first), parseReference(last)];
    const cells = sheets.find(({ name }) => name === tab)?.cells;
    if (!from || !to || !cells) throw new Error(`${tab}!${first}:${last} is nowhere`);
    const rows = to.row - from.row + 1;
    const columns = to.column - from.column + 1;
    const rowOf = (row: number) =>
      Array.from({ length: columns }, (_, column) => {
        const cell = cells.get(from.row + row)?.get(from.column + column);
        return cell && ['formula' in cell, cell.value];
      });
    return JSON.stringify(Array.from({ length: rows }, (_, row) => rowOf(row)));
  };
  return (tab, formula) => {
    if (BY_PLACE.test(formula) || names.some(({ name }) => formula.includes(name))) return undefined;
    return formula.replace(
      TEXT_OR_REFERENCE,
      (text: string, other?: string, first?: string, last?: string) =>
        first ? rangeOf(other?.replaceAll("''", "'") ?? tab, first, last ?? first) : text,
    );
  };
}

/** A short name for what the cells of a range hold. */
const contents = new Map<string, number>();
function numberOf(content: string): string {
  const number = contents.get(content) ?? contents.size;
  contents.set(content, number);
  return `#${number}`;
}
