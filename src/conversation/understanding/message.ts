import type { Form } from './dictionary.ts';
import { CORRECTED, EXACT, GUESSED } from './dictionary.ts';
import { figureOf } from './figures.ts';
import type { Lexicon, Match, Word } from './lexicon.ts';
import type { Item, Tag } from './tag.ts';
import { type Cut, cut, type Token } from './tokens.ts';

/** A message cut into tagged stretches by one lexicon. */
export interface Message extends Pick<Cut, 'text' | 'whole'> {
  readonly items: readonly Item[];
  /** 0–1: how much of the text the lexicon knows, less where it had to guess. */
  readonly coverage: number;
}

const BREAKS = new Set([',', '.', ';', ':', '!', '?', '(', ')', '…', '–', '—', '\n']);

export function readMessage(source: string, lexicon: Lexicon): Message {
  const { text, whole, tokens } = cut(source);
  const words = tokens.flatMap(token => wordsOf(token, text, lexicon));
  const items = bestItems(words, lexicon);
  return { text, whole, items, coverage: coverageOf(items) };
}

interface Read extends Word {
  readonly token: Token;
}

function wordsOf(token: Token, text: string, { dictionary }: Lexicon): Read[] {
  const { from, to } = token;
  if (token.kind !== 'word') return [{ forms: [exactly(standing(token, text))], from, to, token }];
  return dictionary.plain(token.text).map(word => ({ forms: dictionary.forms(word), from, to, token }));
}

/** A hyphen between spaces is a dash. */
function standing({ text, from, to }: Token, source: string): string {
  const loose =
    text === '-' && /^\s?$/.test(source.slice(to, to + 1)) && /^\s$/.test(source.slice(from - 1, from));
  return loose ? '–' : text;
}

function exactly(text: string): Form {
  return { text, cost: EXACT };
}

interface Path {
  readonly worth: number;
  readonly item: Item;
}

/** Cuts the words into the phrases that together say most: from the end, the best continuation of every place. */
function bestItems(words: readonly Read[], lexicon: Lexicon): Item[] {
  const paths: Path[] = [];
  for (let at = words.length - 1; at >= 0; at--) {
    const worths = itemsAt(words, at, lexicon).map(({ item, worth }) => ({
      item,
      worth: worth + (paths[at + item.words]?.worth ?? 0),
    }));
    paths[at] = worths.reduce((best, path) => (path.worth > best.worth ? path : best));
  }
  const items: Item[] = [];
  for (let at = 0; at < words.length; at += items.at(-1)?.words ?? 1) {
    const item = paths[at]?.item;
    if (item) items.push(item);
  }
  return items;
}

/** What may stand at this place: a phrase of each length, or the word by itself. */
function itemsAt(words: readonly Read[], at: number, lexicon: Lexicon): [Path, ...Path[]] {
  const first = words[at];
  if (!first) throw new RangeError('no word at this place');
  const parts = lexicon.numerals.partsOf(first.forms[0]?.text ?? '');
  const matches = lexicon
    .matches(words, at)
    .filter(match => !parts || match.length > 1 || isSafe(match, parts));
  const tag = isSlip(words, at, lexicon) ? ({ is: 'unknown' } as const) : bareTag(first, lexicon);
  const bare = single(first, parts ? { is: 'numeral', parts } : tag);
  const alone = { item: bare, worth: bare.tag.is === 'unknown' ? 0 : 0.9 };
  return [alone, ...matches.map(match => ({ item: itemOf(match, words, at), worth: worthOf(match) }))];
}

/**
 * A numeral is not taken for a slip of another word, nor "neljännesmiljoona" for a quarter with some ending; nor is it
 * swallowed as a word of some phrase that is not said here.
 */
function isSafe({ tag, cost }: Match, parts: readonly unknown[]): boolean {
  if (tag.is === 'elsewhere') return false;
  return tag.is === 'fraction' && parts.length > 1 ? cost === EXACT : cost < CORRECTED;
}

function itemOf(match: Match, words: readonly Read[], at: number): Item {
  const { length, cost } = match;
  const tag = cost < CORRECTED ? match.tag : softened(match.tag, cost);
  return { tag, words: length, cost, from: words[at]?.from ?? 0, to: words[at + length - 1]?.to ?? 0 };
}

/** What is read out of a slip of the pen may be another word altogether: then it is only offered. */
function softened(tag: Tag, cost: number): Tag {
  const offered = cost >= GUESSED || (tag.is === 'value' && tag.strength === 'stated');
  if (tag.is === 'command') return offered ? { ...tag, sure: false } : tag;
  if (tag.is === 'value') return offered ? { ...tag, strength: 'likely' } : tag;
  return tag.is === 'topic' || tag.is === 'particle' ? { is: 'elsewhere' } : tag;
}

/** Long phrases say more than their words apart; a word passed over is worth no more than it would be alone. */
function worthOf({ words, skipped, cost }: Match): number {
  const said = cost < GUESSED ? words * words : words * words * GUESS_WORTH;
  return said + 0.98 * skipped - 0.01 * cost;
}

/** A phrase that rests on a guess beats its words apart, but not a shorter phrase that needs none. */
const GUESS_WORTH = 0.4;

function single({ from, to }: Read, tag: Item['tag']): Item {
  return { tag, words: 1, cost: 0, from, to };
}

/** "8O" and "80x" are no eight and eighty: letters that touch a figure are its unit, or it is none. */
function isSlip(words: readonly Read[], at: number, lexicon: Lexicon): boolean {
  const [figure, next] = [words[at]?.token, words[at + 1]?.token];
  if (figure?.kind !== 'number' || next?.kind !== 'word' || next.from !== figure.to) return false;
  if (lexicon.numerals.partsOf(next.text)) return false;
  // "8o" is not "8 on", though "o" is "on" in speech.
  const units = lexicon.matches(words, at + 1).filter(({ cost }) => cost < CORRECTED);
  const spelt = next.text.length > 1 || /^[eh]$/.test(next.text);
  return !spelt || !units.some(({ tag }) => JOINED.has(tag.is));
}

const JOINED = new Set<Tag['is']>(['unit', 'percent', 'fraction']);

/** What a token is when no phrase covers it. */
function bareTag({ token, forms }: Read, { dictionary, numerals }: Lexicon): Item['tag'] {
  const text = forms[0]?.text ?? '';
  if (token.kind === 'mark') return { is: 'break', mark: text };
  if (token.kind === 'word') {
    const whole = numerals.wholeOf(text);
    if (whole) return { is: 'out-of', whole };
    return { is: dictionary.asks(token.text) ? 'doubt' : 'unknown' };
  }
  const figure = figureOf(token.text);
  if (!figure) return { is: 'topic' };
  const [, ending = ''] = token.text.split(':');
  return numerals.endsOutOf(ending) ? { is: 'out-of', whole: figure.value } : { is: 'figure', ...figure };
}

/** What recognising a phrase takes off its words' count: little for a stem, much for a guess. */
const DISCOUNT = { exact: 0, close: 0.05, corrected: 0.4 };

function coverageOf(items: readonly Item[]): number {
  let known = 0;
  let all = 0;
  for (const { tag, words, cost } of items) {
    if (tag.is === 'break') continue;
    all += words;
    if (tag.is !== 'unknown')
      known += words - (cost === 0 ? DISCOUNT.exact : cost < CORRECTED ? DISCOUNT.close : DISCOUNT.corrected);
  }
  return all === 0 ? 0 : known / all;
}

export function isSeparating(item: Item): boolean {
  return item.tag.is === 'break' && BREAKS.has(item.tag.mark);
}
