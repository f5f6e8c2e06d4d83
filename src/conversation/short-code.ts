/**
 * The short code of a workshop or of a shared result: four letters and four figures that look like no others. It is read
 * wherever it is said ("liity työpajaan GEGJ-4242", "koden är gegj-4242, tack"), as that of kept results is.
 */

/** With its dash it stands out of anything but a long text. */
const DASHED =
  /(?<![\p{L}\p{N}-])([A-HJKMNP-Z]{4})\s?[-\u2010-\u2015\u2212]\s?([2-9]{4})(?![\p{L}\p{N}-])/giu;
const MOST_WORDS = 12;
/** In one piece, or in capitals, it ends what is said: "meillä on just 2345" has none. */
const LAST =
  /(?<![\p{L}\p{N}-])(?:([A-HJKMNP-Z]{4})\s([2-9]{4})|([A-HJKMNP-Za-hjkmnp-z]{4})([2-9]{4}))[.!]?$/u;
const WORDS_BEFORE = 3;
/** In small letters with a space it stands alone, or behind the one word of what it is for. */
const SPACED = /^(?:\p{L}{4,12}:?\s+)?([A-HJKMNP-Z]{4})\s([2-9]{4})[.!]?$/iu;

/** The code as it was given out; undefined where there is none, or more than one. */
export function shortCodeIn(text: string): string | undefined {
  const said = text.trim();
  const dashed = wordsIn(said) > MOST_WORDS ? [] : [...said.matchAll(DASHED)].map(codeOf);
  const [only, ...more] = new Set(dashed);
  if (only !== undefined) return more.length === 0 ? only : undefined;
  const last = LAST.exec(said);
  const ends = last !== null && wordsIn(said.slice(0, last.index)) <= WORDS_BEFORE ? last : SPACED.exec(said);
  return ends ? codeOf(ends) : undefined;
}

function wordsIn(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function codeOf(found: readonly (string | undefined)[]): string {
  const [letters = '', figures = ''] = found.slice(1).filter(part => part !== undefined);
  return `${letters.toUpperCase()}-${figures}`;
}
