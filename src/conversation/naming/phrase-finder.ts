/** Finds known phrases in free text, by the beginnings of words: Finnish endings vary, beginnings seldom do. */
import { slipsBetween } from '../../assessment/shape/slips-between.ts';
import { inPassing } from '../understanding/remember.ts';
import { fold, type Letters, lacks, lettersOf, slipsAllowed } from '../understanding/spelling.ts';

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
  /** Letters of the phrase: the longer, the surer. Of a guess, the slips in it, below zero. */
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
  readonly patterns: readonly Pattern[];
  /** Letters of all its words. */
  readonly worth: number;
  /** Its place among the phrases: of two as long, the earlier one counts. */
  readonly order: number;
}

interface Pattern {
  readonly text: string;
  readonly open: boolean;
  readonly letters: Letters;
}

/** Shorter words are too easily mistaken for each other. */
const SHORTEST_GUESSED = 6;

export function createPhraseFinder<Id>(
  entries: readonly (readonly [Id, readonly string[]])[],
): PhraseFinder<Id> {
  const phrases = entries
    .flatMap(([id, texts]) => texts.map(text => ({ id, patterns: patternsOf(text) })))
    .map((phrase, order) => ({ order, worth: lettersIn(phrase.patterns), ...phrase }));
  const byBeginning = new Map<string, Phrase<Id>[]>();
  for (const phrase of phrases) {
    const beginning = phrase.patterns[0]?.text ?? '';
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), phrase]);
  }
  const guessable = phrases.filter(
    ({ patterns: [first, ...more] }) => more.length === 0 && (first?.text.length ?? 0) >= SHORTEST_GUESSED,
  );
  return {
    find: text => longestFirst(allIn(wordsOf(text), byBeginning)),
    guess: text => nearest(wordsOf(text), guessable),
  };
}

function lettersIn(patterns: readonly Pattern[]): number {
  return patterns.reduce((sum, { text }) => sum + text.length, 0);
}

/** The words of a text, folded, with their places. A message is looked through for items, fields and marks in turn. */
const wordsOf = inPassing((text): readonly Word[] =>
  Array.from(text.normalize('NFC').matchAll(/[\p{L}\p{N}]+/gu), ({ 0: found, index }) => ({
    text: fold(found.toLowerCase()),
    from: index,
    to: index + found.length,
  })),
);

function patternsOf(phrase: string): Pattern[] {
  return Array.from(phrase.matchAll(/([\p{L}\p{N}]+)(\*?)/gu), ([, word = '', star]) => {
    const text = fold(word.toLowerCase());
    return { text, open: star === '*', letters: lettersOf(text) };
  });
}

type Match<Id> = Found<Id> & { readonly order: number };

/** Only phrases that begin as the word does are looked at: there are thousands of them, and a handful of these. */
function allIn<Id>(
  words: readonly Word[],
  byBeginning: ReadonlyMap<string, readonly Phrase<Id>[]>,
): Match<Id>[] {
  return words.flatMap(({ text }, at) => {
    const matches: Match<Id>[] = [];
    for (let end = 1; end <= text.length; end++) {
      for (const phrase of byBeginning.get(text.slice(0, end)) ?? []) {
        const found = matchAt(words, at, phrase);
        if (found) matches.push(found);
      }
    }
    return matches;
  });
}

function matchAt<Id>(
  words: readonly Word[],
  at: number,
  { id, patterns, worth, order }: Phrase<Id>,
): Match<Id> | undefined {
  const [first, last] = [words[at], words[at + patterns.length - 1]];
  const fits = patterns.every(({ text, open }, index) => {
    const word = words[at + index]?.text;
    return word !== undefined && (open ? word.startsWith(text) : word === text);
  });
  return fits && first && last ? { id, from: first.from, to: last.to, worth, order } : undefined;
}

function longestFirst<Id>(found: readonly Match<Id>[]): Found<Id>[] {
  const kept: Found<Id>[] = [];
  const sorted = found.toSorted((a, b) => b.worth - a.worth || a.order - b.order);
  for (const one of sorted) {
    const same = kept.some(other => other.from < one.to && one.from < other.to);
    if (!same) kept.push(one);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** Phrases of one word only; a tie between different things is no guess. */
function nearest<Id>(words: readonly Word[], phrases: readonly Phrase<Id>[]): Found<Id> | undefined {
  const guesses: Found<Id>[] = [];
  for (const { text, from, to } of words) {
    if (text.length < SHORTEST_GUESSED) continue;
    const letters = lettersOf(text);
    for (const { id, patterns } of phrases) {
      const slips = patterns[0] && slipsTo({ text, letters }, patterns[0]);
      if (slips !== undefined) guesses.push({ id, from, to, worth: -slips });
    }
  }
  const best = Math.max(...guesses.map(({ worth }) => worth));
  const likeliest = guesses.filter(({ worth }) => worth === best);
  return new Set(likeliest.map(({ id }) => id)).size === 1 ? likeliest[0] : undefined;
}

/** Every letter that a word lacks is a slip, so that most words need not be gone through letter by letter. */
function slipsTo(
  { text: word, letters: has }: Pick<Pattern, 'text' | 'letters'>,
  { text, open, letters }: Pattern,
): number | undefined {
  const limit = slipsAllowed(text.length);
  if (lacks(has, letters) > limit) return undefined;
  const lengths = open ? [text.length - 1, text.length, text.length + 1] : [word.length];
  const slips = Math.min(...lengths.map(length => slipsBetween(word.slice(0, length), text, limit)));
  return slips > limit ? undefined : slips;
}
