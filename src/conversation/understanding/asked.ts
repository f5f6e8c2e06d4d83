/** What is open when a message comes. */
import type { Locale } from '../locale.ts';
import type { CalledDialog } from './vocabulary.ts';

export const ASKED = [
  'yesno',
  'percent',
  'euros',
  'count',
  'minutes',
  'number',
  'phase',
  'status',
  'ordinal',
  'any',
] as const;

/** The kind of question that is open; `any` when none is. */
export type Asked = (typeof ASKED)[number];

export interface Context {
  /** The session's language: the other two are understood as well, this one settles ties. */
  readonly locale: Locale;
  readonly asked: Asked;
  /** The options as they are shown, for answers by position. */
  readonly options?: readonly string[];
  /** The text is all that somebody wrote in answer: then both readers read it. Else the rules alone do. */
  readonly whole?: true;
}

/** What each language calls the dialogs that can be started. */
export type Called = (locale: Locale) => readonly CalledDialog[];
