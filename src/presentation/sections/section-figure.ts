/** A picture of a section that needs nothing else, and the same as a table: for files, where nothing can be linked. */
export interface SectionFigure {
  /** Its `<title>` says the same as `alt`. */
  readonly svg: string;
  /** What the picture shows, in words. */
  readonly alt: string;
  /** `narrow` and `half` leave room for the table at its side. */
  readonly width: 'narrow' | 'half' | 'wide';
  /** What it is of, the headings of its columns, and rows of as many cells; the first cell names the row. */
  readonly table: {
    readonly caption: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
}
