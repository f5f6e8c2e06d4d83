/** What the second reader sees of a message: its words, parts of words, words side by side, and the row of its signs. */
import type { Locale } from '../../locale.ts';
import { fold } from '../spelling.ts';
import { tidy } from '../tokens.ts';

/** Words that bear on any answer, as one letter each: `ei` is N, `kyllä` P; `sv:ja` counts in Swedish alone. */
export type Signs = ReadonlyMap<string, string>;

export interface Said {
  readonly text: string;
  readonly locale: Locale;
}

const WORD = /[\p{L}\p{M}]+|\d+(?:[.,]\d+)?|[.,;:!?()–—…]|\n|[^\s\p{L}\p{M}\d]/gu;
const ENDS_CLAUSE = new Set(['.', ',', ';', ':', '!', '?', '(', ')', '–', '—', '…', '\n']);
/** More of a message adds nothing to what its beginning and end say. */
const MOST_WORDS = 90;
const SHORTEST_PART = 3;
const LONGEST_PART = 5;

/**
 * The pieces of a message, each once, in the order found. The letter before the colon says what each is: `w` a word, `c`
 * a part of one, `v` a short word of this language, `b` two words side by side, `s` two with one or two between; `f` and
 * `l` how the message begins and ends, `g` all of a short first clause, `a` of a short message, `e` a word of the last
 * clause, `z` all of a short one; `q`, `h`, `t`, `p` rows of signs, `i` and `j` a sign and two in a row; `n` its length.
 */
export function piecesOf({ text, locale }: Said, signs: Signs): string[] {
  const clauses = clausesOf(text);
  const words = clauses.flat();
  const pieces = new Set<string>();
  for (const word of words) addWord(pieces, word);
  // "No" denies in English and means little in Finnish.
  for (const word of words) if (word.length < 5) pieces.add(`v:${locale}:${word}`);
  for (const clause of clauses) addNeighbours(pieces, clause);
  addPlaces(pieces, clauses);
  const signOf = (word: string) => signs.get(`${locale}:${word}`) ?? signs.get(word) ?? '';
  const rows = clauses.map(clause => clause.map(signOf).join(''));
  for (const sign of signPieces(rows)) pieces.add(sign);
  if (text.trimEnd().endsWith('?')) pieces.add('?end');
  pieces.add(`n:${Math.min(6, Math.ceil(words.length / 3))}`);
  return [...pieces];
}

/** Lower case, without dots and doubled letters, figures by their shape: "tulloo" and "tuloo" are one word here. */
function clausesOf(text: string): string[][] {
  const tokens = (tidy(text).toLowerCase().match(WORD) ?? []).slice(0, MOST_WORDS);
  const clauses: string[][] = [[]];
  for (const token of tokens) {
    if (ENDS_CLAUSE.has(token)) clauses.push([]);
    else clauses.at(-1)?.push(plain(token));
  }
  return clauses.filter(clause => clause.length > 0);
}

function plain(token: string): string {
  if (/^\d/.test(token)) return '0';
  return once(fold(token));
}

function addWord(pieces: Set<string>, word: string): void {
  pieces.add(`w:${word}`);
  const whole = `<${word}>`;
  for (let size = SHORTEST_PART; size <= LONGEST_PART; size++)
    for (let at = 0; at + size <= whole.length; at++) pieces.add(`c:${whole.slice(at, at + size)}`);
}

function addNeighbours(pieces: Set<string>, clause: readonly string[]): void {
  for (const [at, word] of clause.entries()) {
    const [next, second, third] = [clause[at + 1], clause[at + 2], clause[at + 3]];
    if (next) pieces.add(`b:${word} ${next}`);
    if (second) pieces.add(`s:${word} ${second}`);
    if (third) pieces.add(`s:${word} ${third}`);
  }
}

function addPlaces(pieces: Set<string>, clauses: readonly string[][]): void {
  const [first] = clauses;
  const last = clauses.at(-1);
  if (!first || !last) return;
  pieces.add(`f:${first[0]}`).add(`f:${first.slice(0, 2).join(' ')}`);
  pieces.add(`l:${last.at(-1)}`).add(`l:${last.slice(-2).join(' ')}`);
  if (first.length < 3) pieces.add(`g:${first.join(' ')}`);
  if (clauses.length === 1) {
    if (first.length < 4) pieces.add(`a:${first.join(' ')}`);
    return;
  }
  for (const word of last) pieces.add(`e:${word}`);
  if (last.length < 4) pieces.add(`z:${last.join(' ')}`);
}

const MOST_SIGNS = 6;

/** The row of signs over the whole message and in its last clause: "N but P" is told from "P but N". */
function signPieces(rows: readonly string[]): string[] {
  const all = rows.filter(row => row !== '').join('.');
  const marks = once(all);
  const last = rows.at(-1) ?? '';
  return [
    `q:${marks.slice(-MOST_SIGNS)}`,
    `h:${marks.slice(0, 3)}`,
    `t:${last.slice(-3)}`,
    `p:${rows[0] ?? ''}/${rows.length > 1 ? last : '='}`.slice(0, 12),
    ...[...new Set(all)].map(sign => `i:${sign}`),
    ...pairs(marks),
  ];
}

function pairs(marks: string): string[] {
  return [...marks].flatMap((mark, at) => (at > 0 ? [`j:${marks[at - 1]}${mark}`] : []));
}

/** Each run of a letter cut to one. */
function once(text: string): string {
  let out = '';
  let last = '';
  for (const letter of text) {
    if (letter !== last) out += letter;
    last = letter;
  }
  return out;
}

/** FNV-1a over the UTF-16 units, folded to 24 bits: how the file of weights names a piece. */
export function hashOf(piece: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < piece.length; at++) {
    hash ^= piece.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return ((hash >>> 24) ^ hash) & 0xffffff;
}
