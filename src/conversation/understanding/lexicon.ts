import { CORRECTED, type Dictionary, FOLDED, type Form, GUESSED, RESHAPED, stemOf } from './dictionary.ts';
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
  readonly id: number;
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
  /** Words that may stand in the middle of any phrase. */
  readonly little: readonly string[];
  /** Words a command may be about: "mitä [ekosysteemi] tarkoittaa". */
  readonly topics: readonly string[];
}

export function createLexicon({ dictionary, numerals, entries, little, topics }: Options): Lexicon {
  const newNode = numberedNodes();
  const root = newNode();
  for (const [phrase, tag] of entries) {
    let node = root;
    for (const word of phrase.split(' ').flatMap(word => plainly(word, dictionary)))
      node = childFor(node, word, newNode);
    node.tag = tag;
  }
  const isLittle = oneOf(little);
  const isTopic = oneOf(topics);
  return {
    dictionary,
    numerals,
    matches(words, at) {
      const search: Search = { words, isLittle, isTopic, found: new Map(), visited: new Set() };
      collect(search, root, { at, length: 0, words: 0, cost: 0, skipped: 0, inRow: 0, about: false });
      return [...search.found.values()];
    },
  };
}

/** Whether a message's word is one of these words and stems. */
function oneOf(words: readonly string[]): (word: Word) => boolean {
  const whole = new Set(words);
  const stems = new Set(words.filter(word => word.endsWith('*')).map(word => word.slice(0, -1)));
  return ({ forms }) => forms.some(({ text }) => whole.has(text) || stemOf(text, stems) !== undefined);
}

interface Walk {
  readonly at: number;
  readonly length: number;
  readonly words: number;
  readonly cost: number;
  readonly skipped: number;
  /** Words skipped since the last word of the phrase. */
  readonly inRow: number;
  /** Whether a topic was skipped, which only a command may do. */
  readonly about: boolean;
}

interface Search {
  readonly words: readonly Word[];
  readonly isLittle: (word: Word) => boolean;
  readonly isTopic: (word: Word) => boolean;
  readonly found: Map<number, Match>;
  /** Places already looked at, which keeps the search as long as the phrases and not as their combinations. */
  readonly visited: Set<string>;
}

function collect(search: Search, node: Node, walk: Walk): void {
  const place = `${node.id} ${walk.at} ${walk.inRow} ${walk.about}`;
  if (search.visited.has(place)) return;
  search.visited.add(place);
  if (node.tag && walk.inRow === 0 && mayEnd(node.tag, walk))
    keepBetter(search.found, matchOf(node.tag, walk));
  const word = search.words[walk.at];
  if (!word || (node.words.size === 0 && node.stems.size === 0)) return;
  const step = { ...walk, at: walk.at + 1, length: walk.length + 1 };
  for (const { child, cost } of children(node, word))
    collect(search, child, { ...step, words: walk.words + 1, cost: walk.cost + cost, inRow: 0 });
  if (walk.words === 0 || walk.inRow === MOST_SKIPPED) return;
  const skip = { ...step, skipped: walk.skipped + 1, inRow: walk.inRow + 1 };
  if (search.isLittle(word)) collect(search, node, skip);
  else if (search.isTopic(word)) collect(search, node, { ...skip, about: true });
}

function mayEnd(tag: Tag, { about, words, cost }: Walk): boolean {
  return (!about || tag.is === 'command') && (words > 1 || cost < GUESSED);
}

function matchOf(tag: Tag, { length, words, cost, skipped }: Walk): Match {
  return { tag, length, words, cost, skipped };
}

/** Over the same stretch: more words of the phrase, then what means something here, then what was written. */
function keepBetter(found: Map<number, Match>, match: Match): void {
  const known = found.get(match.length);
  const order =
    known && (match.words - known.words || speaks(match) - speaks(known) || known.cost - match.cost);
  if (order === undefined || order > 0) found.set(match.length, match);
}

function speaks({ tag, cost }: Match): number {
  if (tag.is === 'elsewhere' || cost >= FOLDED) return 0;
  return tag.is === 'topic' ? 1 : 2;
}

/** Where a word leads on from here: as written, as a stem, without dots, corrected. */
function children(node: Node, { forms }: Word): { child: Node; cost: number }[] {
  const found: { child: Node; cost: number }[] = [];
  const add = (child: Node | undefined, cost: number) => {
    if (child && !found.some(known => known.child === child)) found.push({ child, cost });
  };
  for (const { text, cost } of forms) {
    const [words, stems] = cost === FOLDED ? [node.folded, node.foldedStems] : [node.words, node.stems];
    add(words.get(text), cost);
    add(stems.get(stemOf(text, stems) ?? text), cost < CORRECTED ? cost + RESHAPED : cost);
  }
  return found;
}

/** A phrase is opened like the messages it has to meet; stems, figures and marks stay as they are. */
function plainly(word: string, dictionary: Dictionary): readonly string[] {
  return /^\p{L}/u.test(word) && !word.endsWith('*') ? dictionary.plain(word) : [word];
}

function numberedNodes(): () => Node {
  let id = 0;
  return () => ({ id: id++, words: new Map(), stems: new Map(), folded: new Map(), foldedStems: new Map() });
}

function childFor(node: Node, word: string, newNode: () => Node): Node {
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
