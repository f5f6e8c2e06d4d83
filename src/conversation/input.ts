import type { AnswerKey, Entry, Value } from '../assessment/answers.ts';
import type { Opened } from './kept.ts';
import type { Locale } from './locale.ts';
import type { Press } from './press.ts';
import type { SharedResult } from './shared-result.ts';

/** What came in, freed of its channel. */
export type Input =
  | { kind: 'joined'; locale?: Locale }
  | { kind: 'text'; text: string }
  | { kind: 'press'; press: Press }
  /** The bot was called by its name and nothing was said. */
  | { kind: 'called' }
  /** The code of a result somebody wants to show here; `found` is what is kept under it, if anything still is. */
  | { kind: 'share-code'; code: string; found?: SharedResult }
  /** The code of kept results; `opened` is what came of it. */
  | { kind: 'resume-code'; code: string; opened?: Opened }
  /** A filled file of a dialog, read and checked: it takes the place of all that was answered. */
  | { kind: 'file'; dialog: string; entries: readonly Entry[] }
  /** What was put into a page of many fields beside the conversation, in this language: all of it is taken, or nothing. */
  | { kind: 'entries'; dialog: string; locale: Locale; cells: readonly WrittenCell[] }
  /** The register of services has answered, or given up. */
  | { kind: 'looked-up' }
  /** A page of many fields asks what the register of services tells, in this language: it proposes, and writes nothing. */
  | { kind: 'look-beside'; dialog: string; locale: Locale }
  /** Something the channel sent that no button of ours sends. */
  | { kind: 'unreadable' };

/** A field as somebody wrote it. `was`: the answer that stood there when they did; left out where there was none. */
export interface WrittenCell {
  readonly key: AnswerKey;
  /** Empty to take the answer away. */
  readonly text: string;
  readonly was?: Value;
  /** Set where a proposal of the register of services was accepted as it stood. */
  readonly told?: 'register';
}

/** What a person says or presses in the dialog in hand. */
export type Conversed =
  | Exclude<
      Input,
      { kind: 'file' | 'entries' | 'called' | 'share-code' | 'resume-code' | 'looked-up' | 'look-beside' }
    >
  /** Neither yes nor no where that was asked: nothing is done. */
  | { kind: 'let-go' }
  /** A label that several buttons bear. */
  | { kind: 'which' };
