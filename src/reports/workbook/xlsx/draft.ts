import type { Cell, Style } from './sheet.ts';

/** A sheet's cells while they are being put in place. */
export interface Draft {
  readonly cells: Map<number, Map<number, Cell>>;
  readonly rows: Map<number, { readonly height?: number; readonly hidden?: true }>;
  /** Puts a constant (or only a style) into a cell. */
  readonly put: (row: number, column: number, style: Style, value?: string | number | undefined) => void;
  /** Puts a formula with the value it has now. */
  readonly compute: (row: number, column: number, style: Style, computed: Computed) => void;
}

/** A formula, and what it gives for the answers in the file. */
export interface Computed {
  readonly formula: string;
  readonly value: string | number;
}

export function createDraft(): Draft {
  const cells: Draft['cells'] = new Map();
  const set = (row: number, column: number, cell: Cell) => {
    const line = cells.get(row) ?? new Map<number, Cell>();
    line.set(column, cell);
    cells.set(row, line);
  };
  return {
    cells,
    rows: new Map(),
    put: (row, column, style, value) => set(row, column, value === undefined ? { style } : { style, value }),
    compute: (row, column, style, { formula, value }) => set(row, column, { style, formula, value }),
  };
}
