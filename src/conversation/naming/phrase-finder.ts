/** Finds known phrases in free text, by the beginnings of words: Finnish endings vary, beginnings seldom do. */
import { fold, slipsAllowed, slipsBetween } from '../understanding/spelling.ts';

/** A word of a text and where it stands in it. */
interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface Found<Id> {
  readonly id: Id;
  /** Where in the text the phrase stands. */
  readonly from: number;
  readonly to: number;
  /** Letters of the phrase: the longer, the surer. */
  readonly worth: number;
}

export interface PhraseFinder<Id> {
  /** Every phrase in the text, the longest first where they overlap, in the order of the text. */
  find(text: string): Found<Id>[];
  /** The phrase that a word of the text probably is, misspelt. */
  guess(text: string): Found<Id> | undefined;
}

interface Phrase<Id> {
  readonly id: Id;
  readonly patterns: readonly { readonly text: string; readonly open: boolean }[];
}

/** Shorter words are too easily mistaken for each other. */
const SHORTEST_GUESSED = 6;

export function createPhraseFinder<Id>(
  entries: readonly (readonly [Id, readonly string[]])[],
): PhraseFinder<Id> {
  const phrases = entries.flatMap(([id, texts]) => texts.map(text => ({ id, patterns: patternsOf(text) })));
  return {
    find: text => longestFirst(allIn(wordsOf(text), phrases)),
    guess: text => nearest(wordsOf(text), phrases),
  };
}

/** The words of a text, folded, with their places. */
function wordsOf(text: string): Word[] {
  return Array.from(text.normalize('NFC').matchAll(/[\p{L}\p{N}]+/gu), ({ 0: found, index }) => ({
    text: fold(found.toLowerCase()),
    from: index,
    to: index + found.length,
  }));
}

function patternsOf(phrase: string): Phrase<unknown>['patterns'] {
  return Array.from(phrase.matchAll(/([\p{L}\p{N}]+)(\*?)/gu), ([, word = '', star]) => ({
    text: fold(word.toLowerCase()),
    open: star === '*',
  }));
}

function allIn<Id>(words: readonly Word[], phrases: readonly Phrase<Id>[]): Found<Id>[] {
  return phrases.flatMap(phrase =>
    words.flatMap((_, at) => {
      const found = matchAt(words, at, phrase);
      return found ? [found] : [];
    }),
  );
}

function matchAt<Id>(
  words: readonly Word[],
  at: number,
  { id, patterns }: Phrase<Id>,
): Found<Id> | undefined {
  const taken = words.slice(at, at + patterns.length);
  const [first, last] = [taken[0], taken.at(-1)];
  const fits = patterns.every(({ text, open }, index) => {
    const word = taken[index]?.text;
    return word !== undefined && (open ? word.startsWith(text) : word === text);
  });
  if (!fits || !first || !last) return undefined;
  const worth = patterns.reduce((sum, { text }) => sum + text.length, 0);
  return { id, from: first.from, to: last.to, worth };
}

function longestFirst<Id>(found: readonly Found<Id>[]): Found<Id>[] {
  const kept: Found<Id>[] = [];
  for (const one of [...found].sort((a, b) => b.worth - a.worth)) {
    const same = kept.some(other => other.from < one.to && one.from < other.to);
    if (!same) kept.push(one);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** Phrases of one word only; a tie between different things is no guess. */
function nearest<Id>(words: readonly Word[], phrases: readonly Phrase<Id>[]): Found<Id> | undefined {
  const guesses = words.flatMap(word =>
    word.text.length < SHORTEST_GUESSED
      ? []
      : phrases.flatMap(({ id, patterns: [pattern, ...more] }) => {
          const slips = pattern && more.length === 0 ? slipsTo(word.text, pattern) : undefined;
          return slips === undefined ? [] : [{ id, from: word.from, to: word.to, worth: -slips }];
        }),
  );
  const best = Math.max(...guesses.map(({ worth }) => worth));
  const likeliest = guesses.filter(({ worth }) => worth === best);
  return new Set(likeliest.map(({ id }) => id)).size === 1 ? likeliest[0] : undefined;
}

function slipsTo(word: string, { text, open }: { text: string; open: boolean }): number | undefined {
  if (text.length < SHORTEST_GUESSED) return undefined;
  const limit = slipsAllowed(text.length);
  const lengths = open ? [text.length - 1, text.length, text.length + 1] : [word.length];
  const slips = Math.min(...lengths.map(length => slipsBetween(word.slice(0, length), text, limit)));
  return slips > limit ? undefined : slips;
}
