/** A chart as data. Every range has its values with it, so programs that do not compute show it right, too. */
import type { Place } from './reference.ts';

export interface Chart {
  readonly title: string;
  /** What the chart shows, for people who do not see it. */
  readonly description: string;
  readonly kind: 'columns' | 'stacked-bars';
  readonly at: Place;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly categories: TextRange;
  readonly series: readonly Series[];
  /** Drawn as a line over the columns. */
  readonly line?: Series;
  readonly axis: { readonly format: string; readonly min?: number; readonly max?: number };
}

export interface TextRange {
  /** `'Tab'!$B$5:$B$10` */
  readonly range: string;
  readonly values: readonly string[];
}

export interface Series {
  /** The cell the name comes from; left out, the name is a constant. */
  readonly name: { readonly cell?: string; readonly value: string };
  readonly range: string;
  /** null: the cell is empty. */
  readonly values: readonly (number | null)[];
  readonly color: string;
  /** Format of the number beside each point; left out, no numbers are shown. */
  readonly labels?: string;
}
