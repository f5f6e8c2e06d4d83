/** A conversation as it was held, ready to be saved: who said what and when, in plain words. */
export interface Exchange {
  readonly title: string;
  /** What a reader should know first: whose service, that it was automation, which content version. */
  readonly about: readonly string[];
  readonly locale: string;
  readonly lines: readonly ExchangeLine[];
}

export interface ExchangeLine {
  readonly who: string;
  /** The moment in words. */
  readonly when: string;
  readonly text: string;
  /** The language of the text, where it is not the whole exchange's: it was said before a switch. */
  readonly locale?: string;
}
