/**
 * What one message shows, before any screen draws it. A reply becomes views once; a view is drawn as a card or as
 * plain text, so that neither can say more than the other.
 */
import type { Press } from '../conversation/press.ts';

export interface View {
  /** The activity's id, where a later activity has to find it. */
  readonly id?: string;
  /** The gist in a sentence or two: the card's name for screen readers. */
  readonly gist: string;
  readonly blocks: readonly Block[];
  readonly expects: 'answer' | 'nothing';
}

export type Block =
  | { block: 'heading'; text: string; opens?: 'section' }
  | { block: 'text'; text: string; tone?: 'quiet' | 'strong' }
  | { block: 'list'; items: readonly string[]; numbered?: true }
  /** One recommendation: what to do, in a sentence or two, and the facts about it. */
  | { block: 'item'; title: string; text: string; facts: string }
  /** Somebody's own words: shown letter by letter, never read as markup. */
  | { block: 'words'; label: string; words: string }
  /** `done` and `total` are whole numbers; `text` says the same in words. */
  | { block: 'progress'; text: string; done: number; total: number; chart?: 'gauge' }
  | { block: 'picture'; url: string; alt: string }
  | { block: 'links'; links: readonly Link[] }
  | { block: 'rows'; title: string; rows: readonly Row[] }
  /** The answers to a question; plain text numbers them in this order. */
  | { block: 'choices'; choices: readonly Button[] }
  /** `guidance` says how to fill it in, which only a drawn form needs. */
  | {
      block: 'form';
      guidance?: string;
      inputs: readonly FormInput[];
      submit: Submit;
      /** Other ways to send the same inputs. */
      also?: readonly Submit[];
      /** Plain text numbers the rows, of so many inputs each, so that they can be answered by number. */
      numbered?: number;
    }
  /** `title` says what the buttons are about. Plain text draws neither: each can be typed as a command. */
  | { block: 'buttons'; title?: string; buttons: readonly Button[] }
  /** Commands kept in the background, below everything else; at most one such block a view. */
  | { block: 'quiet'; buttons: readonly Button[] }
  /** What is shown on the card itself once its question "why" is pressed; plain text has it asked for instead. */
  | { block: 'aside'; blocks: readonly Block[] }
  /** How to answer by typing: said only where no card is drawn. */
  | { block: 'typing'; text: string };

export interface Button {
  readonly label: string;
  readonly press: Press;
  /** The one to press next, or one that destroys something. */
  readonly tone?: 'main' | 'danger';
  /** The accessible name, where the label alone would be one of many alike. */
  readonly name?: string;
}

/** A button that sends the inputs of its card along with its own fields. */
export interface Submit {
  readonly label: string;
  readonly fields: Readonly<Record<string, string>>;
  /** `plain` where another button is the one to press next. */
  readonly tone?: 'main' | 'plain';
}

export type FormInput =
  | (Options & { input: 'select' })
  /** Any number of the options; the value is theirs with commas between. */
  | (Options & { input: 'several' })
  | {
      input: 'line' | 'words';
      id: string;
      label: string;
      placeholder: string;
      maxLength: number;
      value?: string;
      missing?: string;
      /** What the text has to look like. */
      pattern?: string;
    };

interface Options {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly options: readonly { value: string; label: string }[];
  readonly value?: string;
  /** The value is no answer yet: what is written as text does not tell it. */
  readonly proposed?: true;
  /** Set when it must be filled in: what to say when it is not. */
  readonly missing?: string;
}

export interface Link {
  readonly label: string;
  readonly text: string;
  readonly url?: string;
}

/** A line of the summary: a step with its answers, and what goes with them. */
export interface Row {
  readonly title: string;
  readonly answers: readonly RowAnswer[];
  readonly remarks: readonly string[];
  readonly words: readonly { label: string; words: string }[];
  readonly change?: Button;
}

export interface RowAnswer {
  /** Left out when the row's title says it. */
  readonly label?: string;
  readonly value: string;
  readonly state: 'given' | 'open';
}
