/** What one name of a service says of which item it is. */

import type { MatchWords } from './match-words.ts';
import { createNameFinder, type NameFinder, wordsOf, writtenWords } from './name-finder.ts';

/** Stands in the place of an item: something that a municipality provides and the instrument does not ask of. */
export const BESIDE = 'beside';

/** What a name says. `share`: how much of what it says is said by the phrases of `item`, 0–1. */
export interface NameSays {
  readonly item: string;
  readonly share: number;
  /** How strong the next reading is beside this one: above 1 where something beside the items is stronger. */
  readonly rival: number;
  /** The words that said it. */
  readonly words: string;
  /**
   * How much of the letters of what it says are letters of a phrase, 0–1: less than `share` where a compound goes on
   * after the phrase, as "kirjasto" in "kirjastoauto", for its last part says what it is.
   */
  readonly literal: number;
}

/** Undefined when nothing in the name is known. */
export type ReadName = (name: string) => NameSays | undefined;

type LocaleWords = MatchWords['words']['fi'];

/** `places`: names that stand before services' names and tell nothing, such as the municipality's own. */
export function createNameReader(
  { named, beside, generic }: LocaleWords,
  places: readonly string[],
): ReadName {
  const finder = createNameFinder<string>([...named, [BESIDE, beside]]);
  const plain = createNameFinder<'plain'>([['plain', [...generic, ...places.map(place => `${place}*`)]]]);
  return name => readName({ finder, plain }, { words: wordsOf(name), written: writtenWords(name) });
}

interface Finders {
  readonly finder: NameFinder<string>;
  readonly plain: NameFinder<'plain'>;
}

interface Words {
  /** Folded, to be compared. */
  readonly words: readonly string[];
  /** The same as they stand in the name. */
  readonly written: readonly string[];
}

function readName({ finder, plain }: Finders, { words, written }: Words): NameSays | undefined {
  const found = finder.find(words).map(one => ({ ...one, letters: one.worth, worth: worthIn(words, one) }));
  const worths = new Map<string, number>();
  for (const { id, worth } of found) worths.set(id, (worths.get(id) ?? 0) + worth);
  const [best, next] = itemFirst([...worths].sort(([, a], [, b]) => b - a));
  if (!best) return undefined;
  const [item, worth] = best;
  const empty = new Set(plain.find(words).flatMap(({ from, to }) => range(from, to)));
  const covered = new Set(found.flatMap(one => (one.id === item ? range(one.from, one.to) : [])));
  const telling = words.flatMap((word, at) => (empty.has(at) && !covered.has(at) ? [] : [{ word, at }]));
  const letters = (among: typeof telling) => among.reduce((sum, { word }) => sum + word.length, 0);
  const said = telling.filter(({ at }) => covered.has(at));
  return {
    item,
    share: letters(said) / letters(telling),
    rival: (next?.[1] ?? 0) / worth,
    literal: Math.min(
      1,
      literal(
        words,
        found.filter(one => one.id === item),
      ) / letters(telling),
    ),
    words: said.map(({ at }) => written[at] ?? '').join(' '),
  };
}

type Weighed = readonly [item: string, worth: number];

/** What is beside the items hides none that is named with it ("skating in the harbour park"): that one has a strong rival. */
function itemFirst([best, next, ...rest]: readonly Weighed[]): readonly (Weighed | undefined)[] {
  return best?.[0] === BESIDE && next ? [next, best, ...rest] : [best, next, ...rest];
}

type Lettered = Readonly<Record<'from' | 'to' | 'letters', number>>;

/** Letters after a phrase that are still an ending of the same word. */
const ENDING = 3;

function literal(words: readonly string[], found: readonly Lettered[]): number {
  return found.reduce((sum, { from, to, letters }) => {
    const whole = words.slice(from, to).reduce((all, word) => all + word.length, 0);
    return sum + Math.min(whole, letters + ENDING * (to - from));
  }, 0);
}

/** "In the library", "at schools": where something is done, not what. */
const WHERE = /(?:ss[aä]|ll[aä]|lle|st[aä]|lt[aä])$/;
const WHERE_WORTH = 0.4;

function worthIn(words: readonly string[], { from, to, worth }: { from: number; to: number; worth: number }) {
  return to === from + 1 && WHERE.test(words[from] ?? '') ? worth * WHERE_WORTH : worth;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
