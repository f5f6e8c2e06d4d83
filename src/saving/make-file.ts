import { randomUUID } from 'node:crypto';
import { workbookOf } from '../assessment/scoring/workbook/workbook-instrument.ts';
import type { Content } from '../content/load-content.ts';
import { toPng } from '../presentation/picture/to-png.ts';
import { reportPdf } from '../reports/result/pdf/report-pdf.ts';
import { transcriptFile } from '../reports/transcript/transcript-file.ts';
import { exportWorkbook } from '../reports/workbook/export-workbook.ts';
import type { ConversationJob, FileJob, ReportJob, SpreadsheetJob } from './file-job.ts';
import { makeSavingContext } from './make-saving-context.ts';
import { makeReport } from './report/make-report.ts';
import { savedConversation } from './saved-exchange.ts';

/** Bytes, and what of them could not be drawn by a fault of ours: for the log, under the reference that stands in the file. */
export interface FileMade {
  readonly content: Uint8Array;
  readonly defects: readonly { readonly reference: string; readonly error: unknown }[];
}

/**
 * Makes the files that cost too much to make between two turns. The same job gives the same bytes, but for the
 * document to write on, in which its library writes the moment. Rejects where one cannot be made.
 */
export async function makeFile(content: Content, job: FileJob): Promise<FileMade> {
  switch (job.kind) {
    case 'spreadsheet':
      return spreadsheet(content, job);
    case 'conversation':
      return conversation(content, job);
    case 'report':
      return { content: await report(content, job), defects: [] };
  }
}

async function report(
  content: Content,
  { facts, run, locale, source, form }: ReportJob,
): Promise<Uint8Array> {
  const onDefect = (error: unknown): never => {
    throw error;
  };
  const made = makeReport(makeSavingContext(content, facts, { run, onDefect }), locale, source);
  if (form !== 'docx') return reportPdf(made, form);
  const { reportDocx } = await import('../reports/result/report-docx.ts');
  return reportDocx(made, toPng);
}

function spreadsheet(
  content: Content,
  { run, answers, prefilled, earlier, locale }: SpreadsheetJob,
): FileMade {
  const instrument = content.instrument(run.dialog, run.version);
  if (!instrument) throw new Error(`instrument ${run.dialog} ${run.version} is not kept`);
  const bytes = exportWorkbook({
    workbook: workbookOf(instrument),
    answers,
    prefilled,
    earlier,
    locale,
    t: content.translate(locale),
  });
  return { content: bytes, defects: [] };
}

function conversation(content: Content, { facts, run, locale, entries, format }: ConversationJob): FileMade {
  const defects: { reference: string; error: unknown }[] = [];
  const onDefect = (error: unknown) => {
    const reference = randomUUID().slice(0, 8);
    defects.push({ reference, error });
    return reference;
  };
  const context = makeSavingContext(content, facts, { run, onDefect });
  const words = transcriptFile(savedConversation(context, locale, entries), format);
  return { content: new TextEncoder().encode(words), defects };
}
