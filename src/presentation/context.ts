import type { Action } from '../assessment/actions.ts';
import type { Instrument } from '../assessment/instrument.ts';
import type { ResumeKey } from '../conversation/kept.ts';
import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import type { Approvable } from './approvable.ts';

/** The authority's natural person to turn to (digipalvelulaki 306/2019, 6 a §). Empty fields are left out. */
export interface Contact {
  readonly unit: string;
  readonly phone?: string;
  readonly email?: string;
  readonly form?: string;
  readonly hours?: string;
}

/** What rendering needs beside the reply itself. */
export interface RenderContext {
  readonly translate: (locale: Locale) => Translate;
  readonly instrument: (dialog: string, version: string) => Instrument | undefined;
  readonly actions: readonly Action[];
  /** Which version of their catalogue is in force, and who has approved it. */
  readonly actionsVersion: Approvable;
  /** Set where all content in force has been approved by somebody. */
  readonly approval?: 'all';
  /** The dialogs that can be begun, in the order they are offered. */
  readonly offered: readonly string[];
  /** Those of them that residents answer: offered on the web page alone, where residents are. */
  readonly forResidents?: readonly string[];
  /** Dialog → the dialogs that are offered after its result, beside the one that it offers itself. */
  readonly followers?: Readonly<Record<string, readonly string[]>>;
  /** Absolute address of this server, without a trailing slash: pictures and files are linked under it. */
  readonly publicUrl: string;
  readonly contact: Contact;
  /** How long a conversation is kept after its last message. */
  readonly retentionDays: number;
  /** How long results are kept that are to be compared with later ones; left out where none can be. */
  readonly keptDays?: number;
  /** The code that opens kept results; undefined where it cannot be told any more. */
  readonly resumeCode?: (kept: ResumeKey) => string | undefined;
  /** Absolute address of the page that a link to a result opens; undefined where it cannot be told any more. */
  readonly shareLink?: (shared: ResumeKey) => string | undefined;
  /** Absolute address by which a colleague answers; undefined where it cannot be told any more. */
  readonly partLink?: (part: ResumeKey) => string | undefined;
  /** Told of a defect of ours in drawing a reply; gives the reference that the person is told. Without it, it is thrown. */
  readonly onDefect?: (error: unknown) => string;
  /** Absolute address to save this conversation or its result from; without it people are told how to do it by hand. */
  readonly fileLink?: (
    what: 'transcript' | 'result' | 'report' | 'workbook' | 'roadmap' | 'kept',
    format: 'html' | 'pdf' | 'docx' | 'txt' | 'csv' | 'json' | 'xlsx',
  ) => string | undefined;
  /** Absolute address of the page of many fields behind a card; without it the card is filled in where it is. */
  readonly gridLink?: (dialog: string, card: string) => string;
  /** The name of a municipality by its official code; without it the code is told. */
  readonly municipality?: (code: string, locale: Locale) => string;
  /** The instruments that can be filled from a register of services; none where that is off. */
  readonly prefilled?: readonly string[];
  /** Absolute address that opens this conversation's result in a tab of Teams; without it there is no such tab. */
  readonly tabLink?: () => string | undefined;
}

/** Families of screens: `cards` draws Adaptive Cards (web chat, emulator), `teams` does so by Teams' rules, `text` draws none. */
export type Screen = 'cards' | 'teams' | 'text';
