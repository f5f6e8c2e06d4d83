/** A spreadsheet as data: what is in it, before it becomes a file. */
import type { Chart } from './chart.ts';
import type { Place } from './reference.ts';

/** How a cell looks. Colours are RRGGBB. */
export interface Style {
  readonly bold?: true;
  readonly italic?: true;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly border?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  readonly wrap?: true;
  /** Steps in from the left edge; goes with `horizontal: 'left'`. */
  readonly indent?: number;
  readonly format?: string;
  /** May be written in on a protected sheet. */
  readonly unlocked?: true;
  /** Text typed by a person: a leading `=` stays text even when the cell is edited. */
  readonly quoted?: true;
}

/** A constant, or a formula with its value already computed; a cell with only a style is empty. */
export type Cell = { readonly style: Style } & (
  | { readonly value?: string | number }
  | { readonly formula: string; readonly value: string | number }
);

export interface Column {
  readonly width: number;
  readonly hidden?: true;
  /** How cells look that are not there yet. */
  readonly style?: Style;
}

/** A colour for cells that meet a rule. `formula` is written for the top left cell of the range. */
export type ConditionalFormat = { readonly range: string } & (
  | { readonly kind: 'formula'; readonly formula: string; readonly fill: string; readonly color: string }
  | { readonly kind: 'scale'; readonly colors: readonly [string, string, string] }
);

export type Validation = {
  readonly range: string;
  readonly prompt?: Message;
  readonly error: Message;
} & (
  | { readonly kind: 'list'; readonly options: readonly string[] }
  | { readonly kind: 'decimal' | 'whole'; readonly min: number; readonly max: number }
  | { readonly kind: 'formula'; readonly formula: string }
);

export interface Message {
  readonly title: string;
  readonly text: string;
}

export interface TableColumn {
  readonly name: string;
  /** Written into every new row; as it stands on the first one. */
  readonly formula?: string;
}

/** A range marked as a table, so that its header row is one for screen readers and filters, too. */
export interface Table {
  readonly name: string;
  readonly from: Place;
  readonly to: Place;
  readonly columns: readonly TableColumn[];
  /** Header columns (from 0) that show a filter button. */
  readonly filters: readonly number[];
}

export interface Print {
  /** Made as small as it takes to be this many pages wide, whatever font the program has; never enlarged. */
  readonly scale: { readonly pagesWide: number; readonly pagesHigh?: number };
  /** On its side, unless told. */
  readonly orientation?: 'portrait';
  /** What is printed of the tab; all of it, unless told. */
  readonly area?: { readonly from: Place; readonly to: Place };
  readonly titleRows?: readonly [number, number];
  readonly titleColumns?: readonly [number, number];
  /** The last row before a page break. */
  readonly rowBreaks?: readonly number[];
  readonly footer: string;
}

export interface Sheet {
  readonly name: string;
  /** Programs show no tab of it. */
  readonly hidden?: true;
  readonly color: string;
  readonly columns: readonly Column[];
  /** Row → column → cell, both from 1. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  readonly rows: ReadonlyMap<number, { readonly height?: number; readonly hidden?: true }>;
  /** Rows above and columns left of this cell stay in view. */
  readonly freeze?: Place;
  readonly active: Place;
  /** Cells that are not `unlocked` cannot be typed over until the protection is taken off, which needs no password. */
  readonly protected?: true;
  readonly conditionalFormats?: readonly ConditionalFormat[];
  readonly validations?: readonly Validation[];
  readonly charts?: readonly Chart[];
  readonly table?: Table;
  readonly print: Print;
}

/** A name for a cell: `=Yhteenveto!$C$5`. */
export interface DefinedName {
  readonly name: string;
  readonly target: string;
}

export interface Spreadsheet {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  /** BCP 47, such as `fi-FI`. */
  readonly language: string;
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
}
