import type { Place } from './reference.ts';
import type { Cell, Style } from './sheet.ts';

/** A sheet's cells while they are being put in place. */
export interface Draft {
  readonly cells: Map<number, Map<number, Cell>>;
  readonly rows: Map<number, { readonly height?: number; readonly hidden?: true }>;
  /** Puts a constant, a formula with the value it has now, or only a style into a cell. */
  readonly put: (place: Place, style: Style, content?: string | number | Computed | undefined) => void;
}

/** A formula, and what it gives for the answers in the file. */
export interface Computed {
  readonly formula: string;
  readonly value: string | number;
}

export function createDraft(): Draft {
  const cells: Draft['cells'] = new Map();
  return {
    cells,
    rows: new Map(),
    put({ row, column }, style, content) {
      const line = cells.get(row) ?? new Map<number, Cell>();
      const isPlain = typeof content === 'string' || typeof content === 'number';
      line.set(column, { style, ...(isPlain ? { value: content } : content) });
      cells.set(row, line);
    },
  };
}
