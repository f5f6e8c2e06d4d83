/**
 * What no person types and what only misleads whoever reads it later: control characters (NUL, the escape that
 * begins a terminal sequence), halves of surrogate pairs, and marks that turn the direction of the text.
 */
const UNWANTED = /(?![\n\t])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu;

/** The text without them; every line break becomes `\n`. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNWANTED, '');
}
