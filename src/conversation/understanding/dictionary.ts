import { slipsBetween } from '../../assessment/shape/slips-between.ts';
import { remember } from './remember.ts';
import { fold, slipsAllowed, unstretched } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Everything one language's vocabulary knows of single words, whatever they mean. */
export interface Dictionary {
  /** The plain words a token stands for: spoken forms opened, compounds split. */
  plain(word: string): readonly string[];
  /** The forms under which the word may stand in a phrase, likeliest first, with their cost. */
  forms(word: string): readonly Form[];
  /** Whether a word nobody knows asks something by its ending ("olisiko"). */
  asks(word: string): boolean;
}

/** A way to read a word. The cost grows with the distance from what was written. */
export interface Form {
  readonly text: string;
  readonly cost: number;
}

/** What a reading costs: the word as it stands; with an ending cut or restored; without its dots; a slip mended. */
export const EXACT = 0;
export const RESHAPED = 1;
export const FOLDED = 2;
export const CORRECTED = 4;
/** One of several words that are equally near, or very short: counts only inside a phrase that bears it out. */
export const GUESSED = 8;

/** Beyond this a word is a string of letters, not a slip. */
const LONGEST_CORRECTED = 24;

const MOST_GUESSES = 4;

/** A dictionary over the words of all phrases (a stem keeps its `*`) and of what spoken forms stand for. */
export function createDictionary(vocabulary: Vocabulary, phrases: readonly string[]): Dictionary {
  const phraseWords = new Set(
    [...phrases, ...vocabulary.spoken.values()].flatMap(phrase => phrase.split(' ')),
  );
  const known = knownWords(vocabulary, phraseWords);
  const open = spokenForms(vocabulary, known);
  const listed = new Set([...phraseWords, ...vocabulary.spoken.keys()]);

  const plain = (word: string): readonly string[] => {
    const opened = open(word);
    if (opened) return opened;
    // "pdf:n" is an ending after an abbreviation, "sähköinen-paperinen" two words.
    const [stem = word] = word.split(':');
    return known.has(stem) ? [stem] : stem.split('-').flatMap(part => open(part) ?? [part]);
  };

  const forms = (word: string): readonly Form[] => {
    const shapes = reshaped(word, vocabulary);
    const exact = [{ text: word, cost: EXACT }];
    const reshapedForms = shapes.filter(known.has).map(text => ({ text, cost: RESHAPED }));
    if (reshapedForms.length > 0 || known.has(word)) return [...exact, ...reshapedForms];
    const bare = [word, ...shapes].filter(known.hasFolded).map(text => ({ text: fold(text), cost: FOLDED }));
    return [...exact, ...(bare.length > 0 ? bare : known.nearest(word))];
  };

  return {
    plain: remember(plain, listed),
    forms: remember(forms, listed),
    asks: word => vocabulary.questionEndings.some(end => word.length > end.length + 2 && word.endsWith(end)),
  };
}

/** What a spoken form stands for in plain words; undefined for a word that is none. */
function spokenForms(vocabulary: Vocabulary, known: Known): (word: string) => readonly string[] | undefined {
  const spoken = new Map([...vocabulary.spoken].map(([form, plain]) => [form, plain.split(' ')]));
  const folded = new Map([...spoken].map(([form, plain]) => [fold(form), plain]));
  return word => {
    if (known.has(word)) return spoken.get(word);
    const shapes = [word, ...reshaped(word, vocabulary)];
    const opened = shapes.find(shape => spoken.has(shape));
    if (opened) return spoken.get(opened);
    return shapes.some(shape => known.has(shape) || known.hasFolded(shape))
      ? undefined
      : folded.get(fold(word));
  };
}

/** The word without what speech adds to it: stretched letters, clitics, worn endings. */
function reshaped(word: string, { endings, spokenEndings }: Vocabulary): string[] {
  const cut = (text: string) =>
    endings
      .filter(end => text.endsWith(end) && text.length > end.length + 1)
      .map(end => text.slice(0, -end.length));
  const restore = (text: string) =>
    spokenEndings
      .filter(([worn]) => text.endsWith(worn) && text.length > worn.length + 1)
      .map(([worn, whole]) => text.slice(0, -worn.length) + whole);
  const bare = [word, ...unstretched(word)].flatMap(text => [text, ...cut(text)]);
  return [...new Set([...bare, ...bare.flatMap(restore)])].filter(text => text !== word);
}

type Known = ReturnType<typeof knownWords>;

function knownWords(vocabulary: Vocabulary, phraseWords: ReadonlySet<string>) {
  const words = new Set([...phraseWords].filter(word => !word.endsWith('*')));
  const stems = new Set([...phraseWords].filter(word => word.endsWith('*')).map(word => word.slice(0, -1)));
  const folded = new Set([...words].map(fold));
  const foldedStems = new Set([...stems].map(fold));
  const untouchable = new Set([...vocabulary.lookalikes, ...vocabulary.lookalikes.map(fold)]);
  const correctable = byFirstLetter([
    ...[...words].map(word => ({ word, folded: fold(word), stem: false })),
    ...[...stems].map(word => ({ word, folded: fold(word), stem: true })),
  ]);

  const has = (word: string) => words.has(word) || untouchable.has(word) || stemOf(word, stems) !== undefined;
  const hasFolded = (word: string) => folded.has(fold(word)) || stemOf(fold(word), foldedStems) !== undefined;
  return {
    has,
    hasFolded,
    nearest: (word: string) => nearestTo(fold(word), correctable.get(fold(word)[0] ?? '') ?? []),
  };
}

/** The longest known stem the word begins with. */
export function stemOf(word: string, stems: { has(stem: string): boolean }): string | undefined {
  for (let end = Math.min(word.length, LONGEST_CORRECTED); end > 1; end--) {
    if (stems.has(word.slice(0, end))) return word.slice(0, end);
  }
  return undefined;
}

interface Correctable {
  readonly word: string;
  readonly folded: string;
  readonly stem: boolean;
}

/** The first letter is rarely the wrong one, and looking only there keeps the search short. */
function byFirstLetter(words: readonly Correctable[]): Map<string, Correctable[]> {
  const shelves = new Map<string, Correctable[]>();
  for (const word of words.filter(({ folded }) => slipsLooked(folded.length) > 0)) {
    const letter = word.folded[0] ?? '';
    shelves.set(letter, [...(shelves.get(letter) ?? []), word]);
  }
  return shelves;
}

/** The nearest words within the slips allowed. */
function nearestTo(word: string, candidates: readonly Correctable[]): readonly Form[] {
  if (word.length > LONGEST_CORRECTED) return [];
  let best: string[] = [];
  let limit = slipsLooked(word.length);
  for (const candidate of candidates) {
    const allowed = Math.min(limit, slipsLooked(candidate.folded.length));
    const slips = slipsFrom(word, candidate, allowed);
    if (slips > allowed || (slips > 1 && !beginsAlike(word, candidate.folded))) continue;
    if (slips < limit) best = [];
    limit = slips;
    best.push(candidate.word);
  }
  const alike = best.every(other => best.every(one => one.startsWith(other) || other.startsWith(one)));
  const cost = alike && slipsAllowed(word.length) > 0 ? CORRECTED : GUESSED;
  return best.slice(0, MOST_GUESSES).map(text => ({ text, cost }));
}

/** With two slips the beginning must be right: "halvdigital" is not "heldigital". */
function beginsAlike(word: string, other: string): boolean {
  return word.slice(0, 3) === other.slice(0, 3);
}

/** A word of four letters may be mistyped too, but then only its phrase tells which was meant. */
function slipsLooked(length: number): number {
  return length === 4 ? 1 : slipsAllowed(length);
}

/** A stem is compared with as much of the word as it may stand for, up to the same last letter. */
function slipsFrom(word: string, { folded, stem }: Correctable, limit: number): number {
  if (!stem) return slipsBetween(word, folded, limit);
  const lengths = [folded.length - 1, folded.length, folded.length + 1].filter(
    length => length <= word.length && word[length - 1] === folded.at(-1),
  );
  return Math.min(limit + 1, ...lengths.map(length => slipsBetween(word.slice(0, length), folded, limit)));
}
