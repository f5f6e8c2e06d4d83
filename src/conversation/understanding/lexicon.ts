import { CORRECTED, type Dictionary, FOLDED, type Form, RESHAPED, stemOf } from './dictionary.ts';
import type { Numerals } from './numerals.ts';
import { fold } from './spelling.ts';
import type { Tag } from './tag.ts';

/** A word of a message as phrases see it. */
export interface Word {
  readonly forms: readonly Form[];
  readonly from: number;
  readonly to: number;
}

export interface Match {
  readonly tag: Tag;
  /** Words of the message covered, those skipped in the middle included. */
  readonly length: number;
  /** Words of the phrase itself. */
  readonly words: number;
  readonly cost: number;
  /** Words passed over inside the phrase. */
  readonly skipped: number;
}

/** The phrases of one language for one kind of question. */
export interface Lexicon {
  readonly dictionary: Dictionary;
  readonly numerals: Numerals;
  /** The phrases that begin at this word, the best for each length. */
  matches(words: readonly Word[], at: number): readonly Match[];
}

/** Words that may be skipped in a row inside a phrase: more of them would tie together what does not belong together. */
const MOST_SKIPPED = 3;

interface Node {
  readonly words: Map<string, Node>;
  readonly stems: Map<string, Node>;
  readonly folded: Map<string, Node>;
  readonly foldedStems: Map<string, Node>;
  tag?: Tag;
}

interface Options {
  readonly dictionary: Dictionary;
  readonly numerals: Numerals;
  /** Phrase → tag; a later entry for the same phrase takes the place of an earlier one. */
  readonly entries: Iterable<readonly [string, Tag]>;
  readonly skippable: ReadonlySet<string>;
}

export function createLexicon({ dictionary, numerals, entries, skippable }: Options): Lexicon {
  const root = newNode();
  for (const [phrase, tag] of entries) {
    let node = root;
    for (const word of phrase.split(' ').flatMap(word => plainly(word, dictionary))) node = childFor(node, word);
    node.tag = tag;
  }
  const stems = new Set([...skippable].filter(word => word.endsWith('*')).map(word => word.slice(0, -1)));
  const mayBeSkipped = ({ text }: Form) => skippable.has(text) || stemOf(text, stems) !== undefined;
  const skips = (word: Word) => word.forms.some(mayBeSkipped);
  return {
    dictionary,
    numerals,
    matches(words, at) {
      const found = new Map<number, Match>();
      const start = { at, length: 0, words: 0, cost: 0, skipped: 0, inRow: 0 };
      collect({ words, skips, found }, root, start);
      return [...found.values()];
    },
  };
}

interface Walk {
  readonly at: number;
  readonly length: number;
  readonly words: number;
  readonly cost: number;
  readonly skipped: number;
  /** Words skipped since the last word of the phrase. */
  readonly inRow: number;
}

interface Search {
  readonly words: readonly Word[];
  readonly skips: (word: Word) => boolean;
  readonly found: Map<number, Match>;
}

/** Phrases are a handful of words long and each word has a handful of forms, so the depth bounds the search. */
function collect(search: Search, node: Node, walk: Walk): void {
  if (node.tag && walk.inRow === 0) keepBetter(search.found, matchOf(node.tag, walk));
  const word = search.words[walk.at];
  if (!word || (node.words.size === 0 && node.stems.size === 0)) return;
  const step = { at: walk.at + 1, length: walk.length + 1 };
  for (const { child, cost } of children(node, word)) {
    const { words, skipped } = walk;
    collect(search, child, { ...step, words: words + 1, cost: walk.cost + cost, skipped, inRow: 0 });
  }
  if (walk.words > 0 && walk.inRow < MOST_SKIPPED && search.skips(word))
    collect(search, node, { ...walk, ...step, skipped: walk.skipped + 1, inRow: walk.inRow + 1 });
}

function matchOf(tag: Tag, { length, words, cost, skipped }: Walk): Match {
  return { tag, length, words, cost, skipped };
}

/** Over the same stretch: more words of the phrase, then what means something here, then what was written. */
function keepBetter(found: Map<number, Match>, match: Match): void {
  const known = found.get(match.length);
  const order = known && (match.words - known.words || speaks(match) - speaks(known) || known.cost - match.cost);
  if (order === undefined || order > 0) found.set(match.length, match);
}

function speaks({ tag, cost }: Match): number {
  return tag.is === 'topic' || cost >= CORRECTED ? 0 : 1;
}

/** Where a word leads on from here: as written, as a stem, without dots, corrected. */
function children(node: Node, { forms }: Word): { child: Node; cost: number }[] {
  const found: { child: Node; cost: number }[] = [];
  const add = (child: Node | undefined, cost: number) => {
    if (child && !found.some(known => known.child === child)) found.push({ child, cost });
  };
  for (const { text, cost } of forms) {
    add(node.words.get(text), cost);
    add(node.stems.get(stemOf(text, node.stems) ?? text), cost + (cost < CORRECTED ? RESHAPED : 0));
    const bare = fold(text);
    add(node.folded.get(bare), cost + FOLDED);
    add(node.foldedStems.get(stemOf(bare, node.foldedStems) ?? bare), cost + FOLDED + RESHAPED);
  }
  return found;
}

/** A phrase is opened like the messages it has to meet; stems, figures and marks stay as they are. */
function plainly(word: string, dictionary: Dictionary): readonly string[] {
  return /^\p{L}/u.test(word) && !word.endsWith('*') ? dictionary.plain(word) : [word];
}

function newNode(): Node {
  return { words: new Map(), stems: new Map(), folded: new Map(), foldedStems: new Map() };
}

function childFor(node: Node, word: string): Node {
  const stem = word.endsWith('*');
  const text = stem ? word.slice(0, -1) : word;
  const exact = stem ? node.stems : node.words;
  const known = exact.get(text);
  if (known) return known;
  const child = newNode();
  exact.set(text, child);
  const folded = stem ? node.foldedStems : node.folded;
  if (!folded.has(fold(text))) folded.set(fold(text), child);
  return child;
}
