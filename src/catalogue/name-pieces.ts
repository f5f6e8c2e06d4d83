/** What is learnt of a service's name: its words, parts of words, words side by side, and its classes. */
import { mainOf } from './classes.ts';
import { wordsOf } from './name-finder.ts';

/** A part of a name, by its kind and letters. */
export type Piece = string;

const SHORTEST_PART = 3;
const LONGEST_PART = 6;

/** A name in one language, each piece once. `*` at either end of a word stands for anything, as in phrases. */
export function namePieces(name: string, classes: readonly string[]): Piece[] {
  const pieces = new Set<Piece>();
  const words = wordsOf(name);
  for (const [at, word] of words.entries()) {
    pieces.add(`w:${word}`);
    const next = words[at + 1];
    if (next !== undefined) pieces.add(`b:${word} ${next}`);
    addParts(pieces, `<${word}>`);
  }
  addClasses(pieces, classes);
  return [...pieces];
}

/** Of a phrase, whose starred words are the beginnings or ends of words and no words. */
export function phrasePieces(phrase: string, classes: readonly string[]): Piece[] {
  const pieces = new Set<Piece>();
  for (const [, before, text = '', after] of phrase.matchAll(/(\*?)([\p{L}\p{N}]+)(\*?)/gu)) {
    const [word = ''] = wordsOf(text);
    if (!before && !after) pieces.add(`w:${word}`);
    addParts(pieces, `${before ? '' : '<'}${word}${after ? '' : '>'}`);
  }
  addClasses(pieces, classes);
  return [...pieces];
}

/** A long part is most of a word: the last part of a compound says what it is, the first of what. */
function addParts(pieces: Set<Piece>, word: string): void {
  for (let size = SHORTEST_PART; size <= LONGEST_PART; size++)
    for (let at = 0; at + size <= word.length; at++) pieces.add(`c:${word.slice(at, at + size)}`);
}

function addClasses(pieces: Set<Piece>, classes: readonly string[]): void {
  for (const code of classes) pieces.add(`k:${code}`).add(`m:${mainOf(code)}`);
}
