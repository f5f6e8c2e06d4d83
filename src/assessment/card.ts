import type { AnswerKey } from './answers.ts';
import type { CardStep, Input } from './instrument.ts';
import type { Place } from './places.ts';

/** What is asked at once. Its key is the items on the way and the step's id: `work.job-matching.details`. */
export interface Card {
  readonly key: CardKey;
  readonly step: CardStep;
  readonly at: readonly Place[];
  /** Of a table: which part of its rows, from 1, or a row of one's own. Of a ladder: the rung. */
  readonly part?: number | 'own';
}

export type CardKey = string;

/** A field on a card; in a table `item` is its row, but for a row that is being added. */
export interface CardField {
  readonly key: AnswerKey;
  readonly input: Input;
  readonly item?: string;
}

/** The part of a table's key that stands for a row of one's own. */
export const OWN = 'own';
