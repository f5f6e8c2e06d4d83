/**
 * What the bot answers, by meaning: ids and values, no texts. The presentation turns a reply into a channel's
 * activities in the person's language; the store keeps replies as they stand here.
 */

import type { Answers } from '../assessment/answers.ts';
import type { AssessmentResult } from '../assessment/assess.ts';
import type { StairInterval } from '../assessment/score.ts';
import type { Command } from './command.ts';
import type { Locale } from './locale.ts';
import type { WorkbookReply } from './workbook/workbook-reply.ts';

/** A definition as it was used: replies stay readable after a new version ships. */
export interface DialogRef {
  readonly dialog: string;
  readonly version: string;
}

export interface Progress {
  /** Steps answered or skipped, and steps in all, on the path these answers lead through. */
  readonly answered: number;
  readonly total: number;
  /** The step's place on the path, from 1. */
  readonly position: number;
}

/** A result that was shown before. */
export interface LastResult extends DialogRef {
  readonly stair: StairInterval;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What of a dialog has no answer yet: step ids, each in one list. */
export interface OpenQuestions extends DialogRef {
  readonly progress: Progress;
  /** Marked for a colleague, and not known since. */
  readonly colleague: readonly string[];
  readonly skipped: readonly string[];
  /** Passed over otherwise; empty while the questions are still being asked. */
  readonly unanswered: readonly string[];
}

/** A result as others may see it: no answers, no reasons, no notes, nobody's name. */
export interface SharedResult extends DialogRef {
  readonly result: AssessmentResult;
}

/** Something short to say, with nothing asked. */
export type Notice =
  | 'stale' // a press on a question that is no longer open
  | 'unreadable' // something no button of ours sends
  | 'unavailable-here' // the command does nothing at this point
  | 'about-summary' // what can be done with the summary
  | 'about-result' // what the result is, and what can be done with it
  | 'which' // a label typed that several things bear
  | 'nothing-to-go-back-to'
  | 'nothing-started'
  | 'paused'
  | 'kept-as-is' // a question was answered with no, nothing changed
  | 'erased'
  | 'language-changed'
  | 'thanks'
  | 'feedback-thanks'
  | 'colleague-marked'
  | 'note-saved'
  | 'version-moved' // the definition changed; the answers were carried over
  | 'reminders-on'
  | 'reminders-off'
  | 'reminders-not-here' // this channel cannot be written to unasked
  | 'nothing-to-share'
  | 'share-in-personal' // sharing begins in a chat of one's own
  | 'asker-confirms' // in a group: whoever asked for it, by the button
  | 'edited' // a message that was written anew changes nothing by itself
  | 'share-unknown' // no result is kept under this code (any more)
  | 'started-over'; // an old session could not be read

/** Why an answer was not taken. */
export type Rejection =
  | { problem: 'not-understood'; misses: number }
  | { problem: 'not-an-option' }
  | { problem: 'not-a-number'; min: number; max: number }
  | { problem: 'out-of-range'; min: number; max: number }
  | { problem: 'too-long'; max: number };

export type Reply =
  /**
   * `workbook`: one has been begun and can be gone on with. `last` and `open`: what someone who comes back had
   * reached, and what is still open. `shared`: several people have this conversation in common.
   */
  | {
      kind: 'greeting';
      returning: boolean;
      workbook?: 'begun';
      shared?: true;
      last?: LastResult;
      open?: OpenQuestions;
    }
  /** Said unasked, to someone who wished for it. */
  | {
      kind: 'reminder';
      about: 'unfinished' | 'follow-up';
      workbook?: 'begun';
      last?: LastResult;
      open?: OpenQuestions;
    }
  /** A result can be shown elsewhere by saying this code there, for so many minutes. */
  | { kind: 'share-offered'; code: string; minutes: number }
  /** Somebody's result, shown to others. */
  | ({ kind: 'result-shared' } & SharedResult)
  | { kind: 'about' }
  | { kind: 'help'; commands: readonly Command[] }
  | { kind: 'notice'; notice: Notice }
  | { kind: 'rejected'; rejection: Rejection }
  | ({ kind: 'question'; step: string; nonce: string; progress: Progress; values: Answers } & DialogRef)
  /** The line that is left of a question once it has been answered. */
  | ({
      kind: 'answered';
      step: string;
      /** The nonce of the card whose place it takes. */
      replaces: string;
      progress: Progress;
      values: Answers;
      skipped: boolean;
      /** Answered in words: how they were read is told where they stand, too. */
      heard?: 'words';
      /** Who answered, where several people share the assessment: put in by the channel, never saved by a turn. */
      by?: string;
    } & DialogRef)
  /** A spreadsheet was sent in that gave no answers; `problems` in words, as they stood in the file. */
  | {
      kind: 'file-refused';
      why: 'not-here' | 'not-fetched' | 'too-large' | 'rejected';
      problems: readonly string[];
    }
  /** A card that was sent in and could not be taken, in its own place, with what was typed into it. */
  | { kind: 'redrawn'; card: Card; replaces: string; sent: Readonly<Record<string, string>> }
  | ({ kind: 'explanation'; step: string } & DialogRef)
  | ({ kind: 'reason'; step: string; nonce: string } & DialogRef)
  | ({ kind: 'note-asked'; step: string; nonce: string } & DialogRef)
  /** The next input of a form that is being answered by text. */
  | ({
      kind: 'input-asked';
      step: string;
      input: string;
      nonce: string;
      /** How the one before was read. */
      noted?: { input: string; value: string | number };
    } & DialogRef)
  /** "Did you mean …?": the most likely reading as a button (`confirm` yes/no). */
  | ({ kind: 'did-you-mean'; step: string; input: string; nonce: string; value: string | number } & DialogRef)
  /** "Did you mean this command?" (`confirm` yes/no). */
  | { kind: 'command-suggested'; name: Command; nonce: string }
  /** "Shall I keep this as a note?" (`confirm` yes/no). */
  | ({ kind: 'note-offered'; step: string; nonce: string; note: string } & DialogRef)
  | ({
      kind: 'summary';
      progress: Progress;
      answers: Answers;
      skipped: readonly string[];
      reasons: Readonly<Record<string, string>>;
      notes: Readonly<Record<string, string>>;
      colleague: readonly string[];
    } & DialogRef)
  | ({
      kind: 'result';
      result: AssessmentResult;
      answers: Answers;
      reasons: Readonly<Record<string, string>>;
    } & DialogRef)
  | ({ kind: 'status'; progress: Progress } & DialogRef)
  | { kind: 'language' }
  | { kind: 'contact' }
  | { kind: 'human' }
  | { kind: 'confirm'; what: 'restart' | 'erase'; nonce: string }
  | { kind: 'files'; what: 'transcript' | 'result' | 'workbook' }
  | WorkbookReply;

/** A reply that asks, under a nonce. */
export type Card = Exclude<Extract<Reply, { nonce: string }>, { kind: 'redrawn' }>;

/** The nonce of the card whose place a reply takes; undefined for one that stands for itself. */
export function replacedBy(reply: Reply): string | undefined {
  const kept: { readonly kind: string; readonly replaces?: string; readonly nonce?: string } = reply;
  if (kept.replaces !== undefined) return kept.replaces;
  // Logs live for months, and held it under the name `nonce` at first.
  return kept.kind === 'answered' || kept.kind === 'workbook-noted' ? kept.nonce : undefined;
}

/** A reply in the language it was given in. */
export interface Said {
  readonly locale: Locale;
  readonly reply: Reply;
}

/** What has to happen beside replying. */
export type Effect =
  | { kind: 'erase-everything' }
  /** Keeps a result for a while, to be found by its code. */
  | { kind: 'share'; code: string; shared: SharedResult }
  | { kind: 'count'; counter: string; step?: string };
