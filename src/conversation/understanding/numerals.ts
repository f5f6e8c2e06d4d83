import { fold } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A piece of a numeral: a number, or what it does to the number before it. */
export interface Part {
  readonly plain?: number;
  readonly times?: number;
  readonly plus?: number;
}

export interface Numerals {
  /** The parts of a numeral written in one word, or undefined when it is none. */
  partsOf(word: string): readonly Part[] | undefined;
  /** What "of twenty" in one word is out of; undefined for any other word. */
  wholeOf(word: string): number | undefined;
  /** Whether the ending behind a colon says "out of": "120:stä". */
  endsOutOf(ending: string): boolean;
}

const LONGEST_NUMERAL = 60;

export function createNumerals({ parts, times, plus, outOf, outOfEndings }: Vocabulary['numbers']): Numerals {
  const partsOf = splitter({ parts, times, plus });
  const rounds = [...outOf].filter(([, whole]) => /^10+$/.test(String(whole)));
  const wholes = splitter({ parts: outOf, times: new Map(rounds), plus });
  return {
    partsOf,
    wholeOf(word) {
      const [whole, more] = numbersOf(wholes(word) ?? []);
      return more === undefined ? whole : undefined;
    },
    endsOutOf: ending => outOfEndings.includes(ending),
  };
}

/** Cuts words into the parts given, as they are written or without their dots. */
function splitter({
  parts,
  times,
  plus,
}: Pick<Vocabulary['numbers'], 'parts' | 'times' | 'plus'>): Numerals['partsOf'] {
  const known = new Map<string, Part>();
  const add = (word: string, part: Part) => known.set(word, { ...known.get(word), ...part });
  for (const spelling of [fold, (word: string) => word]) {
    for (const [word, plain] of parts) add(spelling(word), { plain });
    for (const [word, by] of times) add(spelling(word), { times: by });
    for (const [word, more] of plus) add(spelling(word), { plus: more });
  }
  const longest = Math.max(0, ...[...known.keys()].map(word => word.length));
  return word => (word.length > LONGEST_NUMERAL ? undefined : split(word, known, longest));
}

/** The fewest known parts that make up the word. */
function split(word: string, known: ReadonlyMap<string, Part>, longest: number): readonly Part[] | undefined {
  const best: (readonly Part[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = best[start];
      const part = before && known.get(word.slice(start, end));
      if (before && part && before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY))
        best[end] = [...before, part];
    }
  }
  return best[word.length];
}

/** The numbers a row of parts makes: "two hundred · five" is one, "five · six" are two. */
export function numbersOf(parts: readonly Part[]): number[] {
  const numbers: number[] = [];
  let sum: Sum | undefined;
  for (const part of parts) {
    const next = grow(sum ?? EMPTY, part);
    if (!next && sum) numbers.push(total(sum));
    sum = next ?? grow(EMPTY, part);
  }
  return sum ? [...numbers, total(sum)] : numbers;
}

interface Sum {
  readonly thousands: number;
  readonly hundreds: number;
  readonly tens: number;
  readonly units: number | undefined;
}

const EMPTY: Sum = { thousands: 0, hundreds: 0, tens: 0, units: undefined };

function total({ thousands, hundreds, tens, units }: Sum): number {
  return thousands + hundreds + tens + (units ?? 0);
}

/** The sum with the part added, or undefined when the part begins a number of its own. */
function grow(sum: Sum, { plain, times, plus }: Part): Sum | undefined {
  const below = sum.hundreds + sum.tens + (sum.units ?? 0);
  const started = sum.units !== undefined || below > 0;
  if (times !== undefined && (started || plain === undefined)) return multiply(sum, times, below || 1);
  if (plus !== undefined) return sum.units === undefined ? undefined : { ...sum, units: sum.units + plus };
  return plain === undefined || sum.units !== undefined ? undefined : place(sum, plain);
}

/** Tens before units: "eighty · five" is one number, "five · eighty" and "eighty · eleven" are two. */
function place(sum: Sum, plain: number): Sum | undefined {
  // "Etthundra" and "kymppitonni" are one part each.
  if (plain >= 100) {
    const group = plain >= 1000 ? 'thousands' : 'hundreds';
    return sum === EMPTY ? { ...EMPTY, [group]: plain } : undefined;
  }
  const isTens = plain >= 20 && Number.isInteger(plain);
  if (sum.tens > 0 && plain >= 10) return undefined;
  return isTens ? { ...sum, tens: plain } : { ...sum, units: plain };
}

function multiply(sum: Sum, by: number, below: number): Sum | undefined {
  if (by >= 1000) return { ...EMPTY, thousands: sum.thousands + below * by };
  if (by === 100)
    return sum.hundreds > 0 ? undefined : { ...sum, hundreds: below * by, tens: 0, units: undefined };
  if (sum.tens > 0) return undefined;
  return { ...sum, tens: (sum.units ?? 1) * by, units: undefined };
}
