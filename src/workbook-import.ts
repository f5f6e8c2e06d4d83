/** Wires the upload of filled workbooks: who may, how they are read, and the turn that takes them over. */
import { randomUUID } from 'node:crypto';
import type { Workbook } from './assessment/workbook/workbook-definition.ts';
import type { ReadWorkbook } from './bot/take-file.ts';
import type { Content } from './content/load-content.ts';
import { LOCALES, type Locale } from './conversation/locale.ts';
import type { DirectLine } from './directline/direct-line.ts';
import type { Site } from './http/site.ts';
import { createWorkbookUpload } from './http/workbook-upload.ts';
import { importInWorker } from './reports/workbook/import-in-worker.ts';
import { describeImportProblem } from './reports/workbook/import-problem.ts';
import { vocabularyOf } from './reports/workbook/labels.ts';
import { UNZIP_LIMITS } from './reports/workbook/xlsx/unzip-limits.ts';
import type { Turns } from './turns/turns.ts';

export interface WorkbookImportOptions {
  readonly directLine: Pick<DirectLine, 'admit'>;
  readonly turns: Turns;
  readonly content: Content;
  readonly workbook: Workbook;
  readonly defaultLocale: Locale;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly onFailure: (error: unknown) => void;
}

/** Files read at a time for channels: a thread each. */
const MOST_AT_A_TIME = 2;

/** Reads workbooks that come as files through a channel, with limits on size, time and memory. */
export function channelWorkbooks({ content, workbook }: Pick<WorkbookImportOptions, 'content' | 'workbook'>) {
  const vocabulary = vocabularyOf(LOCALES.map(content.translate), workbook);
  let reading = 0;
  return {
    largestBytes: UNZIP_LIMITS.fileBytes,
    async read(bytes: Uint8Array, locale: Locale): Promise<ReadWorkbook> {
      if (reading >= MOST_AT_A_TIME) return { kind: 'crowded' };
      reading++;
      try {
        const imported = await importInWorker({ workbook, vocabulary, bytes });
        if (imported.kind !== 'rejected') return { kind: 'read', answers: imported.answers };
        const t = content.translate(locale);
        const problems = imported.problems.map(problem => describeImportProblem(problem, t));
        return { kind: 'rejected', problems };
      } finally {
        reading--;
      }
    },
  };
}

export function workbookImport(options: WorkbookImportOptions): Site {
  const { directLine, turns, content, workbook, defaultLocale, now, onFailure } = options;
  const vocabulary = vocabularyOf(LOCALES.map(content.translate), workbook);
  return createWorkbookUpload({
    admit: directLine.admit,
    read: bytes => importInWorker({ workbook, vocabulary, bytes }),
    take: async (answers, { key, locale }) => {
      const input = { kind: 'workbook-import', answers } as const;
      const deliveryId = `import-${randomUUID()}`;
      const { kind } = await turns.process({ key, deliveryId, input, locale, out: { to: 'log' } });
      return kind === 'applied' || kind === 'repeated' ? 'taken' : kind;
    },
    translate: content.translate,
    defaultLocale,
    now,
    onFailure,
  });
}
