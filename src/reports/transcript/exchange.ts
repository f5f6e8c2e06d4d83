/** A conversation as it was held, ready to be saved: who said what and when, in plain words. */
export interface Exchange {
  readonly title: string;
  /** What a reader should know first: whose service, that it was automation, which content version. */
  readonly about: readonly string[];
  readonly locale: string;
  readonly lines: readonly ExchangeLine[];
  /** Drawn below the lines where the format can; what they show is said in the lines, too. */
  readonly figures?: readonly Figure[];
}

export interface ExchangeLine {
  readonly who: string;
  /** The moment in words. */
  readonly when: string;
  readonly text: string;
  /** The language of the text, where it is not the whole exchange's: it was said before a switch. */
  readonly locale?: string;
}

/** A picture for a page, with all that it says in a table beside it. */
export interface Figure {
  readonly title: string;
  /** SVG that needs nothing else. */
  readonly svg: string;
  /** Its first cell names the rows. */
  readonly head: readonly string[];
  /** As many cells a row as there are in the head, the row's name first. */
  readonly rows: readonly (readonly string[])[];
}
