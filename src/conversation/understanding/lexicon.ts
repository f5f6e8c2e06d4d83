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
  /** Where the next word leads, by the ways it may be written. Most nodes have one child, so maps come late. */
  words?: Map<string, Node>;
  stems?: Map<string, Node>;
  folded?: Map<string, Node>;
  foldedStems?: Map<string, Node>;
  /** What the phrase that ends here means, by the kind of question. */
  tags?: Map<string, Tag>;
}

interface Options<K extends string> {
  readonly dictionary: Dictionary;
  readonly numerals: Numerals;
  /** By the kind of question: phrase → tag. A later entry for the same phrase takes the place of an earlier one. */
  readonly entries: ReadonlyMap<K, Iterable<readonly [string, Tag]>>;
  /** Words that may stand in the middle of any phrase. */
  readonly little: readonly string[];
  /** Words a command may be about: "mitä [ekosysteemi] tarkoittaa". */
  readonly topics: readonly string[];
}

/** A lexicon for each kind of question, over one tree of phrases. */
export function createLexicons<K extends string>(options: Options<K>): Map<K, Lexicon> {
  const { dictionary, numerals } = options;
  const root = treeOf(options);
  const isLittle = oneOf(options.little);
  const isTopic = oneOf(options.topics);
  const lexiconFor = (kind: K): Lexicon => ({
    dictionary,
    numerals,
    matches(words, at) {
      const search: Search = { kind, words, isLittle, isTopic, found: new Map(), visited: new Set() };
      collect(search, root, { at, length: 0, words: 0, cost: 0, skipped: 0, inRow: 0, about: false });
      return [...search.found.values()];
    },
  });
  return new Map([...options.entries.keys()].map(kind => [kind, lexiconFor(kind)]));
}

function treeOf<K extends string>({ dictionary, entries }: Options<K>): Node {
  const root: Node = { id: 0 };
  let nodes = 1;
  for (const [kind, phrases] of entries) {
    for (const [phrase, tag] of phrases) {
      let node = root;
      for (const word of phrase.split(' ').flatMap(one => plainly(one, dictionary)))
        node = childOf(node, word) ?? grow(node, word, nodes++);
      node.tags ??= new Map();
      node.tags.set(kind, tag);
    }
  }
  return root;
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
  readonly kind: string;
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
  const tag = node.tags?.get(search.kind);
  if (tag && walk.inRow === 0 && mayEnd(tag, walk)) keepBetter(search.found, matchOf(tag, walk));
  const word = search.words[walk.at];
  if (!word || !(node.words || node.stems)) return;
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
    add(words?.get(text), cost);
    add(stems?.get(stemOf(text, stems) ?? text), cost < CORRECTED ? cost + RESHAPED : cost);
  }
  return found;
}

/** A phrase is opened like the messages it has to meet; stems, figures and marks stay as they are. */
function plainly(word: string, dictionary: Dictionary): readonly string[] {
  return /^\p{L}/u.test(word) && !word.endsWith('*') ? dictionary.plain(word) : [word];
}

function childOf(node: Node, word: string): Node | undefined {
  return word.endsWith('*') ? node.stems?.get(word.slice(0, -1)) : node.words?.get(word);
}

function grow(node: Node, word: string, id: number): Node {
  const child: Node = { id };
  const stem = word.endsWith('*');
  const text = stem ? word.slice(0, -1) : word;
  node[stem ? 'stems' : 'words'] ??= new Map();
  node[stem ? 'foldedStems' : 'folded'] ??= new Map();
  node[stem ? 'stems' : 'words']?.set(text, child);
  const folded = node[stem ? 'foldedStems' : 'folded'];
  if (!folded?.has(fold(text))) folded?.set(fold(text), child);
  return child;
}
