/**
 * Finds a name of a register as people write it: in any language, inflected, with "kaupunki" or "kommun" beside it. A
 * slip of the pen makes a guess, to be asked back.
 */
import { memo } from '../../assessment/memo.ts';
import type { Register } from '../../assessment/register.ts';
import { slipsBetween } from '../../assessment/shape/slips-between.ts';
import { fold } from '../understanding/spelling.ts';

export interface NameFound {
  readonly code: string;
  readonly sure: boolean;
}

/** Undefined when it is no name there is, or might as well be one as another. */
export function findName(register: Register, text: string): NameFound | undefined {
  const words = wordsOf(text).filter(word => !isBeside(word));
  if (words.length === 0) return undefined;
  const { exact, inflected } = formsOf(register);
  const said = words.join(' ');
  const named = exact.get(said) ?? exact.get(wordsOf(text).join(' ')) ?? inflectedAs(inflected, said);
  if (named !== undefined) return { code: named, sure: true };
  const among = new Set(words.flatMap(word => exact.get(word) ?? inflectedAs(inflected, word) ?? []));
  const [only] = among;
  if (only !== undefined && among.size === 1) return { code: only, sure: false };
  const [guess, ...more] = nearTo(register, said);
  return guess === undefined || more.length > 0 ? undefined : { code: guess, sure: false };
}

/** Most names to choose from: Teams shows six buttons. */
const MOST_NEAR = 5;

/** The names that may be meant where it is none there is: those that begin so, else those a slip of the pen away. */
export function namesNear(register: Register, text: string): readonly string[] {
  const words = wordsOf(text).filter(word => !isBeside(word));
  return nearTo(register, words.join(' ')).slice(0, MOST_NEAR);
}

/** The fewest letters that a name can be told to begin with. */
const SHORTEST_BEGINNING = 2;

function nearTo(register: Register, said: string): readonly string[] {
  const { exact, inflected } = formsOf(register);
  const begun =
    said.length < SHORTEST_BEGINNING ? [] : [...exact].filter(([name]) => name.startsWith(said)).sort(byName);
  return begun.length > 0 ? [...new Set(begun.map(([, code]) => code))] : nearest(inflected, said);
}

function byName([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one.localeCompare(other, 'fi');
}

/** What a municipality is called beside its name, and what people say around it. */
const BESIDE = new Set([
  ...['stad', 'staden', 'stadens', 'stads', 'city', 'town', 'municipality', 'oy'],
  ...[
    'minun',
    'meidan',
    'olen',
    'oon',
    'olemme',
    'ollaan',
    'mina',
    'ma',
    'mie',
    'me',
    'on',
    'asun',
    'tyoskentelen',
  ],
  ...['jag', 'ar', 'fran', 'bor', 'vi', 'arbetar', 'i'],
  ...['of', 'the', 'from', 'in', 'am', 'm', 'a', 'work', 'for'],
]);
const BESIDE_INFLECTED = /^(?:kaupun[kg]|kunta|kunna|kotikun|kommun)\w*$/;

/** Whether a text says nothing but what stands around a name: "I am from". */
export function isBesideName(text: string): boolean {
  return wordsOf(text).every(isBeside);
}

function isBeside(word: string): boolean {
  return BESIDE.has(word) || BESIDE_INFLECTED.test(word);
}

interface Forms {
  /** A name as it is written → its code. */
  readonly exact: ReadonlyMap<string, string>;
  readonly inflected: readonly Stem[];
}

interface Stem {
  readonly stem: string;
  readonly code: string;
}

const formsOf = memo((register: Register): Forms => {
  const exact = new Map<string, string>();
  const inflected: Stem[] = [];
  for (const [code, { fi, sv, en, also }] of Object.entries(register.entries)) {
    for (const name of [fi, sv, ...(en === undefined ? [] : [en]), ...also]) {
      const said = wordsOf(name).join(' ');
      // Of two that are called alike, the one that is in Finnish first is meant.
      if (!exact.has(said) || name === fi) exact.set(said, code);
      inflected.push(...stemsOf(said).map(stem => ({ stem, code })));
    }
  }
  return { exact, inflected: inflected.toSorted((one, other) => other.stem.length - one.stem.length) };
});

/** Words in lower case and without dots, with hyphens as spaces: "Mänttä-Vilppula" is written both ways. */
function wordsOf(text: string): string[] {
  return fold(text.normalize('NFC').toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What Finnish and Swedish endings are put to: "Lahti" is "Lahde-n" and "Lahte-en", "Kauniainen" "Kauniais-ten". */
function stemsOf(name: string): string[] {
  const weak = WEAK.reduce<string | undefined>(
    (found, [strong, made]) => found ?? (strong.test(name) ? name.replace(strong, made) : undefined),
    undefined,
  );
  const grades = weak === undefined ? [name] : [name, weak];
  const vowels = grades.flatMap(stem => [stem, ...(stem.endsWith('i') ? [`${stem.slice(0, -1)}e`] : [])]);
  return [
    ...new Set([
      ...vowels,
      ...vowels.map(stem => stem.replace(/nen$/, 'se')),
      ...vowels.map(stem => stem.replace(/nen$/, 'si')),
      ...vowels.map(stem => stem.replace(/nen$/, 's')),
      ...(/[aeiouy]s$/.test(name) ? [name.replace(/s$/, 'kse')] : []),
      ...(name.endsWith('si') ? [name.replace(/si$/, 'de'), name.replace(/si$/, 'te')] : []),
      ...(name.endsWith('rrat') ? [name.replace(/t$/, ''), name.replace(/at$/, 'oi')] : []),
    ]),
  ];
}

/** Consonants before the last vowel as they are in most forms: Turku – Turun, Helsinki – Helsingin, Lahti – Lahden. */
const WEAK: readonly (readonly [RegExp, string])[] = [
  [/kk([aeiouy])$/, 'k$1'],
  [/pp([aeiouy])$/, 'p$1'],
  [/tt([aeiouy])$/, 't$1'],
  [/nk([aeiouy])$/, 'ng$1'],
  [/nt([aeiouy])$/, 'nn$1'],
  [/lt([aeiouy])$/, 'll$1'],
  [/rt([aeiouy])$/, 'rr$1'],
  [/mp([aeiouy])$/, 'mm$1'],
  [/(?<!s)t([aeiouy])$/, 'd$1'],
  [/(?<!s)k([aeiouy])$/, '$1'],
  [/p([aeiouy])$/, 'v$1'],
];

/** With the vowel that some of them lengthen before them. */
const ENDINGS =
  /^(e?n|a|ta|[ei]?ssa|[ei]?sta|[ei]?lla|[ei]?lle|[ei]?lta|[ei]?ksi|[ei]?na|[aeiouy]n|h[aeiouy]n|seen|iin|isiin|ten|ien|den|jen|ja|ia|t|s)?(kin|ko|han)?$/;

function inflectedAs(stems: readonly Stem[], said: string): string | undefined {
  const fits = stems.filter(({ stem }) => said.startsWith(stem) && ENDINGS.test(said.slice(stem.length)));
  return fits[0]?.code;
}

/** Names shorter than this are too easily mistaken for each other. */
const SHORTEST_GUESSED = 4;

/** The names that are a slip away, the fewer the better; a mistaken letter in a short word is counted twice. */
function nearest(stems: readonly Stem[], said: string): readonly string[] {
  if (said.length < SHORTEST_GUESSED) return [];
  let limit = 2;
  let best = new Set<string>();
  for (const { stem, code } of stems) {
    if (stem.length < SHORTEST_GUESSED || Math.abs(stem.length - said.length) > 6) continue;
    const slips = slipsWithEnding(said, stem, limit);
    if (slips > limit) continue;
    if (slips < limit) best = new Set();
    limit = slips;
    best.add(code);
  }
  return [...best];
}

function slipsWithEnding(said: string, stem: string, limit: number): number {
  const lengths = [stem.length - 1, stem.length, stem.length + 1].filter(length => length <= said.length);
  const tried = lengths
    .filter(length => length === said.length || ENDINGS.test(said.slice(length)))
    .map(length => slipsBetween(said.slice(0, length), stem, limit));
  return Math.min(limit + 1, ...tried);
}
