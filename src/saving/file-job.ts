/** What the thread that makes files is asked for: plain data, with all that is not in the content. */
import type { Answers } from '../assessment/answers.ts';
import type { Prefilled } from '../assessment/prefilled.ts';
import type { WorkbookFigures } from '../assessment/scoring/workbook/figures-of.ts';
import type { Locale } from '../conversation/locale.ts';
import type { ReportForm } from '../reports/result/report.ts';
import type { TranscriptFormat } from '../reports/transcript/transcript-file.ts';
import type { LogEntry } from '../store/port.ts';
import type { SavingFacts, SavingRun } from './make-saving-context.ts';
import type { ReportSource } from './report/make-report.ts';

export type FileJob = SpreadsheetJob | ConversationJob | ReportJob;

export interface SpreadsheetJob {
  readonly kind: 'spreadsheet';
  readonly locale: Locale;
  readonly run: SavingRun;
  readonly answers: Answers;
  readonly prefilled?: Prefilled | undefined;
  /** Figures of an earlier year, to stand beside these. */
  readonly earlier?: WorkbookFigures | undefined;
}

export interface ConversationJob {
  readonly kind: 'conversation';
  readonly format: TranscriptFormat;
  readonly locale: Locale;
  readonly run: SavingRun | undefined;
  readonly entries: readonly LogEntry[];
  readonly facts: SavingFacts;
}

/** A result as a document. */
export interface ReportJob {
  readonly kind: 'report';
  readonly form: ReportForm;
  readonly locale: Locale;
  readonly run: SavingRun;
  readonly source: ReportSource;
  readonly facts: SavingFacts;
}
