import type { Clause } from './clauses.ts';
import type { Item, Strength } from './tag.ts';

/** What one clause's words amount to. */
export interface Verdict {
  readonly value: string;
  readonly sure: boolean;
  /** Holds only among words we know: one strange word may turn its meaning. */
  readonly strict?: boolean;
  /** Rests on a statement of fact, which may belong to another matter. */
  readonly stated?: boolean;
}

/** What one clause says, and how it is joined to the one before. */
export interface ClauseReading {
  readonly value: string;
  readonly sure: boolean;
  readonly stated: boolean;
  readonly joint: Clause['joint'];
}

export type Settled = Pick<Verdict, 'value' | 'sure'> | undefined;

/** How the words of one kind of question add up. */
export interface Scale {
  /** The value that a "but" we cannot read leaves in doubt. */
  readonly best: string;
  /** Within a clause. */
  judge(items: readonly Item[]): Verdict | undefined;
  /** Over all clauses that say something. */
  settle(said: readonly ClauseReading[]): Settled;
}

/** The words of a clause that bear on the answer. */
export class Signals {
  private readonly items: readonly Item[];

  constructor(items: readonly Item[]) {
    this.items = items;
  }

  has(is: 'no' | 'part' | 'whole' | 'doubt'): boolean {
    return this.items.some(({ tag }) => tag.is === is);
  }

  /** Whether a value is said with one of these strengths, any of them when none is named. */
  says(value: string, ...strengths: readonly Strength[]): boolean {
    return this.at(value, ...strengths) >= 0;
  }

  at(value: string, ...strengths: readonly Strength[]): number {
    return this.items.findIndex(
      ({ tag }) =>
        tag.is === 'value' &&
        tag.value === value &&
        (strengths.length === 0 || strengths.includes(tag.strength)),
    );
  }
}

export const sure = (value: string): Verdict => ({ value, sure: true });
export const strict = (value: string): Verdict => ({ value, sure: true, strict: true });
export const stated = (value: string): Verdict => ({ value, sure: true, strict: true, stated: true });
export const likely = (value: string): Verdict => ({ value, sure: false });

/** What fits every question: not known, does not apply. */
export function judgeOut(signals: Signals): Verdict | undefined {
  if (signals.says('unknown', 'sure')) return sure('unknown');
  return signals.says('na', 'sure') ? sure('na') : undefined;
}

/** Hints of not knowing or not applying, for when nothing better is said. */
export function hintOfOut(signals: Signals): Verdict | undefined {
  if (signals.says('unknown', 'likely')) return likely('unknown');
  return signals.says('na', 'likely') ? likely('na') : undefined;
}

/** The reading all clauses share, or undefined when they differ. */
export function agreed(said: readonly ClauseReading[]): Settled {
  const [first] = said;
  if (!first || said.some(({ value }) => value !== first.value)) return undefined;
  return { value: first.value, sure: said.some(reading => reading.sure) };
}

/** The value, as sure as some clause says it. */
export function asSureAs(said: readonly ClauseReading[], value: string): Settled {
  return { value, sure: isSure(said, value) };
}

export function isSure(said: readonly ClauseReading[], value: string): boolean {
  return said.some(reading => reading.value === value && reading.sure);
}

/** The one value that stands beside "don't know", to be confirmed. */
export function besideUnknown(said: readonly ClauseReading[]): Settled {
  const others = new Set(said.map(({ value }) => value).filter(value => value !== 'unknown'));
  const [only] = others;
  return others.size === 1 && only ? likely(only) : undefined;
}
