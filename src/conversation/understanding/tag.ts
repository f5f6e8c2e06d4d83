import type { Command } from '../command.ts';
import type { Locale } from '../locale.ts';
import type { Figure } from './figures.ts';
import type { Measure } from './number-field.ts';
import type { Part } from './numerals.ts';

export type Strength = 'sure' | 'stated' | 'likely';

/** What a phrase of the vocabulary is to a reader of one kind of question. */
export type Tag =
  /** An answer's value. Stress: the word may also merely stress what stands beside it ("ei kyllä ole"). */
  | { is: 'value'; value: string; strength: Strength; stress?: true }
  | { is: 'command'; name: Command; sure: boolean; locale?: Locale; dialog?: string }
  | { is: 'no'; strength: 'sure' | 'stated' }
  | { is: 'part' | 'whole' | 'doubt' | 'question' | 'aside' | 'particle' | 'topic' | 'around' }
  /** A word of ours that means nothing to this kind of question. */
  | { is: 'elsewhere' }
  | { is: 'reason' | 'but' | 'and' | 'or' | 'instead' }
  /** What follows is the conclusion: "eli", "so". */
  | { is: 'so' }
  | { is: 'position'; nth: number | 'last' }
  | { is: 'percent' | 'about' | 'bound' | 'minus' }
  /** A stroke may also part two halves of a hundred: "80/20". */
  | { is: 'of'; stroke: boolean }
  /** With `counts`, the number before it is a number of this. */
  | { is: 'unit'; counts?: Measure; minutes?: number }
  /** A dash may also be a minus. */
  | { is: 'range'; dash: boolean }
  | { is: 'fraction'; parts: number }
  | { is: 'out-of'; whole: number }
  /** An amount in words. Worded: it is that number, and no guess at one ("not a single one"). */
  | { is: 'vague'; number: number; worded: boolean }
  /** "One", "a couple": a number only where what it counts stands beside it. One: it may also end a numeral. */
  | { is: 'small'; number: number; one: boolean }
  /** What stands behind it is what is meant: "eli", "let me say"; how things are now; what the number is near to. */
  | { is: 'settles'; what: 'meant' | 'now' | 'near' }
  /** How things were before. */
  | { is: 'before' }
  | { is: 'between' | 'plus' }
  /** "All but": the number is of those left out. */
  | { is: 'except' }
  /** "All year round": also at weekends, or month by month for a year. */
  | { is: 'year-round' }
  /** "Eighty point five". */
  | { is: 'point' }
  /** "And a half". */
  | { is: 'and-half' }
  /** "Half an hour". */
  | { is: 'duration'; minutes: number }
  /** How many times a year. */
  | { is: 'per'; times: number }
  /** What is done by the net, what is not, and what is left over. */
  | { is: 'by-net' | 'not-by-net' | 'rest' };

/** A tagged stretch of the text, or what no phrase covers. */
export interface Item {
  readonly tag:
    | Tag
    | { is: 'unknown' }
    | { is: 'break'; mark: string }
    | ({ is: 'figure' } & Figure)
    | { is: 'numeral'; parts: readonly Part[] };
  readonly words: number;
  /** Slips and reshapings it took to read these words. */
  readonly cost: number;
  readonly from: number;
  readonly to: number;
}
