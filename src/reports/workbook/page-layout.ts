/** Where things are on the council's page, as rows and columns from 1. */
import { ACTION_STATES } from './actions-sheet.ts';
import { AREAS } from './summary-layout.ts';

export const PAGE_LABEL = 2;
export const PAGE_FIRST = 3;
export const PAGE_LABEL_WIDTH = 32;
export const PAGE_WIDTHS = [20, 13, 16, 15.5, 12, 15];
export const PAGE_LAST = PAGE_FIRST + PAGE_WIDTHS.length - 1;
/** Rows, from 1. */
export const PAGE_ROWS = {
  title: 1,
  lead: 2,
  standing: 4,
  open: 5,
  missing: 6,
  groundwork: 7,
  heading: 9,
  header: 10,
  first: 11,
} as const;
export const PAGE_TARGETS = PAGE_ROWS.first + AREAS + 3;
export const PAGE_STATES = PAGE_TARGETS + 7;
export const PAGE_EARLIER = PAGE_STATES + 2 + ACTION_STATES.length + 1;

export const PAGE_COLUMNS = [
  { key: 'coverage', format: 'wholePercent' },
  { key: 'degree', format: 'wholePercent' },
  { key: 'usage', format: 'percent' },
  { key: 'stair' },
  { key: 'saving', format: 'euros' },
] as const;

/** How many of how many: as numbers, or as the cells they stand in. */
export interface Counted<T> {
  readonly answered: T;
  readonly services: T;
}
