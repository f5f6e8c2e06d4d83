/** Wires the upload of filled workbooks: who may, how they are read, and the turn that takes them over. */
import { randomUUID } from 'node:crypto';
import { entriesOf } from '../assessment/answers.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { workbookOf } from '../assessment/scoring/workbook/workbook-instrument.ts';
import type { FilePlace, Workbooks } from '../bot/take-file.ts';
import type { Content } from '../content/load-content.ts';
import { LOCALES } from '../conversation/locale.ts';
import type { DirectLine } from '../directline/direct-line.ts';
import type { Site } from '../http/site.ts';
import { createUnderWay } from '../http/under-way.ts';
import { createWorkbookUpload } from '../http/workbook-upload.ts';
import { importInWorker } from '../reports/workbook/import-in-worker.ts';
import { describeImportProblem } from '../reports/workbook/import-problem.ts';
import { vocabularyOf } from '../reports/workbook/labels.ts';
import { UNZIP_LIMITS } from '../reports/workbook/xlsx/unzip-limits.ts';
import type { Turns } from '../turns/turns.ts';
import type { Foundation } from './foundation.ts';

export interface FileImportParts {
  readonly directLine: Pick<DirectLine, 'admit'>;
  readonly turns: Turns;
}

/** Files read at a time for channels: a thread each. */
const MOST_AT_A_TIME = 2;
/** Files that are fetched or read, of all conversations: each may hold its bytes in memory. */
const MOST_HELD = 8;
/** Of one conversation: Teams may deliver a file again while it is still read, and both have to get the same answer. */
const MOST_HELD_OF_ONE = 3;

/** Reads workbooks that come as files through a channel, with limits on size, time and memory; undefined without a workbook. */
export function channelWorkbooks(content: Content): Workbooks | undefined {
  const instrument = content.instruments.find(({ files }) => files.includes('workbook'));
  if (!instrument) return undefined;
  const read = workbookReader(content, instrument);
  const all = createUnderWay(MOST_HELD);
  const ofOne = createUnderWay(MOST_HELD_OF_ONE);
  const threads = createUnderWay(MOST_AT_A_TIME);
  const readNow: FilePlace['read'] = async (bytes, locale) => {
    const end = threads.begin('all');
    if (!end) return { kind: 'crowded' };
    try {
      const imported = await read(bytes);
      if (imported.kind !== 'rejected')
        return { kind: 'read', dialog: instrument.id, entries: entriesOf(imported.answers) };
      const t = content.translate(locale);
      return { kind: 'rejected', problems: imported.problems.map(one => describeImportProblem(one, t)) };
    } finally {
      end();
    }
  };
  return {
    largestBytes: UNZIP_LIMITS.fileBytes,
    begin: conversation => {
      const endOfOne = ofOne.begin(conversation);
      const endOfAll = endOfOne && all.begin('all');
      const end = () => {
        endOfAll?.();
        endOfOne?.();
      };
      if (!endOfAll) end();
      return endOfAll && { read: readNow, end };
    },
  };
}

function workbookReader(content: Content, instrument: Instrument) {
  const workbook = workbookOf(instrument);
  const { areas } = workbook;
  const vocabulary = vocabularyOf(LOCALES.map(content.translate), { areas, earlier: content.earlier });
  return (bytes: Uint8Array) => importInWorker({ workbook, vocabulary, bytes });
}

/** The upload of each instrument that has a spreadsheet. */
export function fileImports(base: Foundation, parts: FileImportParts): Site[] {
  return base.content.instruments
    .filter(({ files }) => files.includes('workbook'))
    .map(instrument => workbookImport(base, parts, instrument));
}

function workbookImport(
  { content, config, log, now }: Foundation,
  { directLine, turns }: FileImportParts,
  instrument: Instrument,
): Site {
  return createWorkbookUpload({
    admit: directLine.admit,
    read: workbookReader(content, instrument),
    take: async (answers, { key, locale }) => {
      const input = { kind: 'file', dialog: instrument.id, entries: entriesOf(answers) } as const;
      const deliveryId = `import-${randomUUID()}`;
      const { kind } = await turns.process({ key, deliveryId, input, locale, out: { to: 'log' } });
      if (kind !== 'applied' && kind !== 'repeated') return kind;
      return (await turns.recall(key))?.pending?.kind === 'file' ? 'asked' : 'taken';
    },
    translate: content.translate,
    defaultLocale: config.defaultLocale,
    now,
    onFailure: error => log.error({ error }, 'workbook upload failed'),
  });
}
