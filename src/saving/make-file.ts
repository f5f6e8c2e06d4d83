import { randomUUID } from 'node:crypto';
import { workbookOf } from '../assessment/scoring/workbook/workbook-definition.ts';
import type { Content } from '../content/load-content.ts';
import { inFormat } from '../reports/transcript/in-format.ts';
import { exportWorkbook } from '../reports/workbook/export-workbook.ts';
import type { ConversationJob, FileJob, SpreadsheetJob } from './file-job.ts';
import { makeSavingContext } from './make-saving-context.ts';
import { savedConversation } from './saved-exchange.ts';

/** Bytes, and what of them could not be drawn by a fault of ours: for the log, under the reference that stands in the file. */
export interface FileMade {
  readonly content: Uint8Array;
  readonly defects: readonly { readonly reference: string; readonly error: unknown }[];
}

/** Makes the files that cost too much to make between two turns. The same job gives the same bytes. */
export function makeFile(content: Content, job: FileJob): FileMade {
  return job.kind === 'spreadsheet' ? spreadsheet(content, job) : conversation(content, job);
}

function spreadsheet(content: Content, { run, answers, locale }: SpreadsheetJob): FileMade {
  const definition = content.definition(run.dialog, run.version);
  if (!definition) throw new Error(`definition ${run.dialog} ${run.version} is not kept`);
  const bytes = exportWorkbook({
    workbook: workbookOf(definition),
    answers,
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
  const words = inFormat(savedConversation(context, locale, entries), format);
  return { content: new TextEncoder().encode(words), defects };
}
