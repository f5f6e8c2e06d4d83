import type { Workbook } from '../assessment/workbook/workbook-definition.ts';
import type { Content } from '../content/load-content.ts';
import { inFormat } from '../reports/transcript/in-format.ts';
import { exportWorkbook } from '../reports/workbook/export-workbook.ts';
import type { FileJob } from './file-job.ts';
import { makeSavingContext } from './make-saving-context.ts';
import { savedConversation } from './saved-exchange.ts';

/** Makes the files that cost too much to make between two turns. The same job gives the same bytes. */
export function makeFile(content: Content, workbook: Workbook, job: FileJob): Uint8Array {
  const { locale } = job;
  if (job.kind === 'spreadsheet')
    return exportWorkbook({ workbook, answers: job.answers, locale, t: content.translate(locale) });
  const context = makeSavingContext(content, job.facts, job.run);
  return new TextEncoder().encode(inFormat(savedConversation(context, locale, job.entries), job.format));
}
