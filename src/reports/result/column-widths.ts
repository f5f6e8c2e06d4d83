import type { Table } from './report.ts';

/** Letters: of a column to be filled in by hand, and the most that a word or a cell asks room for. */
const BY_HAND = 20;
const WORD = 24;
const CELL = 60;

/** Shares of the width: at least for the longest word, and more where there is more to say. */
export function columnWidths({ head, rows }: Pick<Table, 'head' | 'rows'>): number[] {
  return head.map((heading, column) => {
    const cells = [heading, ...rows.flatMap(row => row[column] ?? [])];
    const word = Math.max(...cells.flatMap(cell => cell.split(' ')).map(({ length }) => length));
    const most = Math.max(...cells.map(({ length }) => length));
    const asked = Math.min(word, WORD) + 2 + Math.min(most, CELL) * 0.3;
    const blank = rows.length > 0 && rows.every(row => row[column] === null);
    return blank ? Math.max(asked, BY_HAND) : asked;
  });
}
