/**
 * The one rule for shares of phases. A cell is one phase of one service in the workbook; in the quick check each phase
 * that was judged is a cell of its own. Of the cells that apply a share has to be begun, and a share done in full.
 */
export interface Cells {
  /** Those that apply. */
  readonly all: number;
  readonly started: number;
  readonly met: number;
  /** Those of which nothing is known. */
  readonly unknown: number;
}

/** The rounding errors of sums must not lift a rate of exactly 80 % over 80 %, nor let a share fall short. */
export const TOLERANCE = 1e-9;

/** Whether a share reaches its bound, sums' rounding errors aside. */
export function reaches(share: number, bound: number): boolean {
  return share - bound > -TOLERANCE;
}

/** Whether enough of the cells are begun, or done in full; what is not known counts as neither, or as both. */
export function enoughCells(
  cells: Cells,
  { what, bound, unknown }: { what: 'started' | 'met'; bound: number; unknown: 'as-no' | 'as-yes' },
): boolean {
  const counted = cells[what] + (unknown === 'as-yes' ? cells.unknown : 0);
  return reaches(counted / cells.all, bound);
}

/** Cells of several things together. */
export function addCells(several: readonly Cells[]): Cells {
  const sum = (pick: (cells: Cells) => number) => several.reduce((total, cells) => total + pick(cells), 0);
  return {
    all: sum(({ all }) => all),
    started: sum(({ started }) => started),
    met: sum(({ met }) => met),
    unknown: sum(({ unknown }) => unknown),
  };
}
