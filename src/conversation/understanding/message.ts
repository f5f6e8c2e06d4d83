import type { Form } from './dictionary.ts';
import { CORRECTED, EXACT } from './dictionary.ts';
import type { Lexicon, Word } from './lexicon.ts';
import { figureOf } from './figures.ts';
import type { Item } from './tag.ts';
import { type Token, tidy, tokenise, wholeOf } from './tokens.ts';

/** A message cut into tagged stretches by one lexicon. */
export interface Message {
  /** The tidied text the items' offsets refer to. */
  readonly text: string;
  /** In lower case and without closing marks, for what counts only when it stands alone. */
  readonly whole: string;
  readonly items: readonly Item[];
  /** 0–1: how much of the text the lexicon knows, less where it had to guess. */
  readonly coverage: number;
}

const BREAKS = new Set([',', '.', ';', ':', '!', '?', '(', ')', '…', '–', '—', '\n']);

export function readMessage(source: string, lexicon: Lexicon): Message {
  const text = tidy(source);
  const words = tokenise(text).flatMap(token => wordsOf(token, text, lexicon));
  const items: Item[] = [];
  for (let at = 0; at < words.length; ) {
    const item = itemAt(words, at, lexicon);
    items.push(item);
    at += item.words;
  }
  return { text, whole: wholeOf(text), items, coverage: coverageOf(items) };
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
  const loose = text === '-' && /^\s?$/.test(source.slice(to, to + 1)) && /^\s$/.test(source.slice(from - 1, from));
  return loose ? '–' : text;
}

function exactly(text: string): Form {
  return { text, cost: EXACT };
}

function itemAt(words: readonly Read[], at: number, lexicon: Lexicon): Item {
  const first = words[at];
  if (!first) throw new RangeError('no word at this place');
  const match = lexicon.match(words, at);
  const parts = lexicon.numerals.partsOf(first.forms[0]?.text ?? '');
  if (parts && (!match || match.cost >= CORRECTED)) return single(first, { is: 'numeral', parts });
  if (!match) return single(first, bareTag(first));
  const to = words[at + match.length - 1]?.to ?? first.to;
  return { tag: match.tag, words: match.length, cost: match.cost, from: first.from, to };
}

function single({ from, to }: Read, tag: Item['tag']): Item {
  return { tag, words: 1, cost: 0, from, to };
}

/** What a token is when no phrase covers it. */
function bareTag({ token, forms }: Read): Item['tag'] {
  if (token.kind === 'word') return { is: 'unknown' };
  if (token.kind === 'mark') return { is: 'break', mark: forms[0]?.text ?? '' };
  const figure = figureOf(token.text);
  return figure ? { is: 'figure', ...figure } : { is: 'topic' };
}

/** What a word counts for, by what it took to recognise it. */
const WORTH = { exact: 1, close: 0.95, corrected: 0.6 };

function coverageOf(items: readonly Item[]): number {
  let known = 0;
  let all = 0;
  for (const { tag, words, cost } of items) {
    if (tag.is === 'break') continue;
    all += words;
    if (tag.is !== 'unknown') known += words * (cost === 0 ? WORTH.exact : cost < CORRECTED ? WORTH.close : WORTH.corrected);
  }
  return all === 0 ? 0 : known / all;
}

export function isSeparating(item: Item): boolean {
  return item.tag.is === 'break' && BREAKS.has(item.tag.mark);
}
