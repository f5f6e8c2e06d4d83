import { randomUUID } from 'node:crypto';
import type { Workbook } from '../assessment/workbook/workbook-definition.ts';
import type { Content } from '../content/load-content.ts';
import { inFormat } from '../reports/transcript/in-format.ts';
import { exportWorkbook } from '../reports/workbook/export-workbook.ts';
import type { FileJob } from './file-job.ts';
import { makeSavingContext } from './make-saving-context.ts';
import { savedConversation } from './saved-exchange.ts';

/** Bytes, and what of them could not be drawn by a fault of ours: for the log, under the reference that stands in the file. */
export interface FileMade {
  readonly content: Uint8Array;
  readonly defects: readonly { readonly reference: string; readonly error: unknown }[];
}

/** Makes the files that cost too much to make between two turns. The same job gives the same bytes. */
export function makeFile(content: Content, workbook: Workbook, job: FileJob): FileMade {
  const { locale } = job;
  if (job.kind === 'spreadsheet')
    return {
      content: exportWorkbook({ workbook, answers: job.answers, locale, t: content.translate(locale) }),
      defects: [],
    };
  const defects: { reference: string; error: unknown }[] = [];
  const onDefect = (error: unknown) => {
    const reference = randomUUID().slice(0, 8);
    defects.push({ reference, error });
    return reference;
  };
  const context = makeSavingContext(content, job.facts, { run: job.run, onDefect });
  const words = inFormat(savedConversation(context, locale, job.entries), job.format);
  return { content: new TextEncoder().encode(words), defects };
}
