import { FIGURE } from './figures.ts';
import { inPassing } from './remember.ts';

/** Text longer than this is not read to its end: an answer stands at the beginning. */
export const READ_LENGTH = 500;

export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  /** In lower case. */
  readonly text: string;
  /** Where the token stands in the tidied text. */
  readonly from: number;
  readonly to: number;
}

// Every alternative starts with a character of its own, so the text is walked once.
const TOKEN = new RegExp(
  String.raw`\p{L}[\p{L}\p{M}\p{N}]*(?:[':-][\p{L}\p{M}\p{N}]+)*|${FIGURE}|\n|\S`,
  'gu',
);

/** Joiners, direction marks and the variants of an emoji: they change how a text looks, not what it says. */
const UNSEEN = /[\u200b-\u200f\u2060\ufeff]|\ufe0f|[\u{1f3fb}-\u{1f3ff}]/gu;

/** Spaces of any width: between thousands they are as good as a plain one. */
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

/** "80 ½" is above 80. */
const QUARTERS = /(?:(?<![.,\d])(\d{1,9}) ?)?([¼½¾])/g;
const PARTS: Readonly<Record<string, string>> = { '¼': '25', '½': '5', '¾': '75' };

/** Composed letters, plain apostrophes and spaces, and bounded length: the text that offsets refer to. */
export function tidy(text: string): string {
  const composed = text.slice(0, READ_LENGTH).normalize('NFC');
  return composed
    .replace(UNSEEN, '')
    .replace(SPACES, ' ')
    .replace(/[‘’`´]/g, "'")
    .replace(QUARTERS, (_, whole: string | undefined, part: string) => `${whole ?? '0'},${PARTS[part] ?? ''}`)
    .trim();
}

/** A message as every language reads it. */
export interface Cut {
  /** The tidied text that offsets refer to. */
  readonly text: string;
  /** In lower case and without closing marks, for what counts only when it stands alone. */
  readonly whole: string;
  readonly tokens: readonly Token[];
}

/** Each language and kind of question that a message may be read for begins with the same cut. */
export const cut = inPassing((source): Cut => {
  const text = tidy(source);
  return { text, whole: wholeOf(text), tokens: tokenise(text) };
});

/** The words, numbers and single marks of a tidied text. */
export function tokenise(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: found, index }) => ({
    kind: kindOf(found),
    text: found.toLowerCase(),
    from: index,
    to: index + found.length,
  }));
}

/** A tidied message as one string, for what counts only when it stands alone. */
export function wholeOf(text: string): string {
  return text.toLowerCase().replace(/(?<=[^\s.!])[\s.!]{1,10}$/u, '');
}

function kindOf(found: string): Token['kind'] {
  if (/^\p{L}/u.test(found)) return 'word';
  return /^\d/.test(found) ? 'number' : 'mark';
}
