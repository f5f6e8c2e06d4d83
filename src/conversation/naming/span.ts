/** Stretches of a text, as phrases are found in it. */

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The text with spaces in the place of what was found: everything else stays where it was. */
export function blanked(text: string, found: readonly Span[]): string {
  return found.reduce(
    (left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    text,
  );
}

/** Whether a text says anything: letters or figures. */
export function hasWords(text: string): boolean {
  return /\p{L}|\d/u.test(text);
}
