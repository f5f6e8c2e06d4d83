import type { FontCoverage } from './font-coverage.ts';

/** Stands where the font has no glyph: PDF/UA takes no text that cannot be drawn. */
const MISSING = '\u25a1';
/** Chooses how the character before it is drawn, and is nothing by itself. */
const SELECTORS = [0xfe0e, 0xfe0f];

/** What of a text can be drawn, with a square for every character that the font has not, and how many those were. */
export function printable(
  text: string,
  has: FontCoverage,
): { readonly text: string; readonly missing: number } {
  let missing = 0;
  const drawn = [...text.normalize('NFC')].map(character => {
    const codePoint = character.codePointAt(0) ?? 0;
    if (SELECTORS.includes(codePoint)) return '';
    if (codePoint < FIRST_VISIBLE) return ' ';
    if (has(codePoint)) return character;
    missing++;
    return MISSING;
  });
  return { text: drawn.join(''), missing };
}

/** Below are line breaks, tabs and other controls. */
const FIRST_VISIBLE = 0x20;

/** A word of more letters is somebody's own (an address, say): it may be broken after each 12, or it would run out of its column. */
const LONGEST_WORD = 24;
const PIECE = 12;
/** A break would be copied with an address, so it gets one only after 80 letters; the layout breaks it at its slashes anyway. */
const ADDRESS_PIECE = 80;
const MAY_BREAK = '\u200b';

/** Lets words that nobody could foresee be broken. */
export function breakable(text: string): string {
  return text
    .split(' ')
    .map(word => (word.length > LONGEST_WORD ? inPieces(word) : word))
    .join(' ');
}

function inPieces(word: string): string {
  const letters = [...word];
  const size = word.includes('://') ? ADDRESS_PIECE : PIECE;
  const pieces: string[] = [];
  for (let at = 0; at < letters.length; at += size) pieces.push(letters.slice(at, at + size).join(''));
  return pieces.join(MAY_BREAK);
}
