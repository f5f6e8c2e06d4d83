/** Headings in narrow cells. A word that does not fit is broken by programs anywhere; here it is at a syllable. */
import type { Translate } from '../../conversation/translate.ts';

/** A cell: its width in characters, and the size of its text in points. */
export interface HeadingCell {
  readonly width: number;
  readonly size: number;
}

const SOFT_HYPHEN = '\u00ad';

/** Width of a character of the file's font, in points, and what is left free beside a text. */
const CHARACTER = 5.25;
const PADDING = 5;

/**
 * The text with a hyphen and a line break inside each word that is too long for the cell. Where a word may be broken
 * is written in the locale as `sheet.syllables`, a soft hyphen at each place. Programs do not heed it themselves.
 */
export function headingText(text: string, cell: HeadingCell, t: Translate): string {
  const broken = t('workbook-sheet:sheet.syllables').split(' ');
  const fits = (part: string) => fitsIn(part, cell);
  return text
    .split(' ')
    .map(word => (fits(word) ? word : breakWord(word, broken, fits)))
    .join(' ');
}

/** Whether a word stands whole on a line of the cell, in whatever font programs put in the place of the file's own. */
export function fitsIn(word: string, { width, size }: HeadingCell): boolean {
  return widthOf(word) * size <= width * CHARACTER - PADDING;
}

function breakWord(word: string, broken: readonly string[], fits: (part: string) => boolean): string {
  const bare = /^.*\p{L}/su.exec(word.toLowerCase())?.[0] ?? '';
  const known = broken.find(one => one.replaceAll(SOFT_HYPHEN, '') === bare);
  if (!known) return word;
  const lines: string[] = [];
  let line = '';
  let at = 0;
  for (const syllables of known.split(SOFT_HYPHEN)) {
    const part = word.slice(at, at + syllables.length);
    at += syllables.length;
    if (line !== '' && !fits(`${line}${part}-`)) {
      lines.push(`${line}-`);
      line = part;
    } else line += part;
  }
  return [...lines, line + word.slice(at)].join('\n');
}

/** Parts of the font's size that letters take in bold, a little more than they do. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[fijlrtI,.:;'’()-]/u, 0.35],
  [/[mwMW]/u, 0.86],
  [/\p{Lu}/u, 0.66],
];
const OTHER_WIDTH = 0.54;

function widthOf(text: string): number {
  return [...text].reduce(
    (sum, letter) => sum + (WIDTHS.find(([pattern]) => pattern.test(letter))?.[1] ?? OTHER_WIDTH),
    0,
  );
}
