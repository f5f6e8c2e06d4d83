import type { WorkbookAnswers } from '../assessment/workbook/workbook-answers.ts';
import type { Locale } from './locale.ts';
import type { Press } from './press.ts';

/** What came in, freed of its channel. */
export type Input =
  | { kind: 'joined'; locale?: Locale }
  | { kind: 'text'; text: string }
  | { kind: 'press'; press: Press }
  /** A filled spreadsheet, read and checked. */
  | { kind: 'workbook-import'; answers: WorkbookAnswers }
  /** Something the channel sent that no button of ours sends. */
  | { kind: 'unreadable' };
