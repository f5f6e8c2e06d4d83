import type { Command } from '../command.ts';
import type { Locale } from '../locale.ts';

/** What a message says in answer to a question. */
export interface AnswerReading {
  readonly kind: 'answer';
  readonly value: string | number;
  /** Only a sure reading is taken as the answer; the rest is offered for confirmation. */
  readonly sure: boolean;
  /** Rests only on words that might as well belong to another matter. */
  readonly weak?: boolean;
  /** Said with a doubt, or in a way that two answers fit: never taken, only offered. */
  readonly open?: boolean;
  /** All that was said agrees to what was put before the person: "ok", or no more than 🙂. */
  readonly agrees?: Agreeing;
  /** A reason or remark given along, in the person's own words. */
  readonly note?: string;
}

export type Agreeing = 'nod' | 'smile';

export interface CommandReading {
  readonly kind: 'command';
  readonly name: Command;
  readonly sure: boolean;
  readonly locale?: Locale;
  /** With `start`: what is to be started, if it was named. */
  readonly dialog?: string;
}

export type Reading = AnswerReading | CommandReading;
