/** Finds known phrases in the name of a service. A star at either end of a word stands for anything. */
import { fold } from '../conversation/understanding/spelling.ts';

export interface NamedAt<Id> {
  readonly id: Id;
  /** Places of the first word and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Letters of the phrase: the longer, the surer. */
  readonly worth: number;
}

export interface NameFinder<Id> {
  /** The longest phrases in the words of a name, none of which lies over another. */
  find(words: readonly string[]): NamedAt<Id>[];
}

interface Pattern {
  readonly text: string;
  readonly begins: 'anywhere' | 'here';
  readonly ends: 'anywhere' | 'here';
}

interface Phrase<Id> {
  readonly id: Id;
  readonly patterns: readonly Pattern[];
  readonly worth: number;
}

/** Words of a text, folded: lower case, without dots and rings. */
export function wordsOf(text: string): string[] {
  return writtenWords(text).map(fold);
}

/** The same in lower case alone. */
export function writtenWords(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Beginnings by which phrases are looked up. */
const LOOKED_UP = 2;

export function createNameFinder<Id>(entries: readonly (readonly [Id, readonly string[]])[]): NameFinder<Id> {
  const phrases = entries.flatMap(([id, texts]) => texts.map(text => phraseOf(id, text)));
  const anywhere = phrases.filter(({ patterns: [first] }) => first?.begins === 'anywhere');
  const byBeginning = new Map<string, Phrase<Id>[]>();
  for (const phrase of phrases) {
    const [first] = phrase.patterns;
    if (!first || first.begins === 'anywhere') continue;
    const beginning = first.text.slice(0, LOOKED_UP);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), phrase]);
  }
  return {
    find: words =>
      longestFirst(
        words.flatMap((word, at) =>
          [...(byBeginning.get(word.slice(0, LOOKED_UP)) ?? []), ...anywhere].flatMap(phrase =>
            standsAt(words, at, phrase) ? [found(phrase, at)] : [],
          ),
        ),
      ),
  };
}

function phraseOf<Id>(id: Id, text: string): Phrase<Id> {
  const patterns = Array.from(
    text
      .normalize('NFC')
      .toLowerCase()
      .matchAll(/(\*?)([\p{L}\p{N}]+)(\*?)/gu),
    ([, before, word = '', after]): Pattern => ({
      text: fold(word),
      begins: before === '*' ? 'anywhere' : 'here',
      ends: after === '*' ? 'anywhere' : 'here',
    }),
  );
  return { id, patterns, worth: patterns.reduce((sum, one) => sum + one.text.length, 0) };
}

function standsAt<Id>(words: readonly string[], at: number, { patterns }: Phrase<Id>): boolean {
  return patterns.every((pattern, index) => {
    const word = words[at + index];
    return word !== undefined && fits(word, pattern);
  });
}

function fits(word: string, { text, begins, ends }: Pattern): boolean {
  if (begins === 'here') return ends === 'here' ? word === text : word.startsWith(text);
  return ends === 'here' ? word.endsWith(text) : word.includes(text);
}

function found<Id>({ id, patterns, worth }: Phrase<Id>, from: number): NamedAt<Id> {
  return { id, from, to: from + patterns.length, worth };
}

function longestFirst<Id>(all: readonly NamedAt<Id>[]): NamedAt<Id>[] {
  const kept: NamedAt<Id>[] = [];
  for (const one of all.toSorted((a, b) => b.worth - a.worth || a.from - b.from))
    if (!kept.some(other => other.from < one.to && one.from < other.to)) kept.push(one);
  return kept;
}
