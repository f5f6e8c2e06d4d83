/** Wires a person's own files: whoever asks for one has it made in a thread beside the turns. */
import { fileOf } from '../assessment/scoring/workbook/file-of.ts';
import { workbookOf } from '../assessment/scoring/workbook/workbook-instrument.ts';
import type { Content } from '../content/load-content.ts';
import type { Locale } from '../conversation/locale.ts';
import type { SharedResult } from '../conversation/shared-result.ts';
import type { ClientAddress } from '../http/client-address.ts';
import type { FileKeys } from '../http/file-keys.ts';
import { createFiles, type FilesOptions } from '../http/files.ts';
import type { Made } from '../http/made.ts';
import type { Site } from '../http/site.ts';
import type { RenderContext } from '../presentation/context.ts';
import type { ConversationKey, Store } from '../store/port.ts';
import type { JobOutcome } from '../threads/job-outcome.ts';
import { createWorkThread, type WorkThread, type WorkThreadOptions } from '../threads/work-thread.ts';
import type { Turns } from '../turns/turns.ts';
import type { FileJob } from './file-job.ts';
import { keptFileOf } from './kept-file.ts';
import type { FileMade } from './make-file.ts';
import { conversationJob, fileRun, inHand, reportJob, sharedJob, spreadsheetJob } from './make-job.ts';
import { resultOf } from './saved-result.ts';

export interface SavedFilesOptions {
  readonly keys: FileKeys;
  /** The address that a request comes from. */
  readonly addressOf: ClientAddress;
  readonly store: Store;
  readonly turns: Turns;
  readonly content: Content;
  readonly render: RenderContext;
  /** Where the content of the authority's own was read from: the thread reads it for itself. */
  readonly contentDir: string | undefined;
  readonly authority: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told of a file that could not be made; the person only heard that it failed. */
  readonly onFailure: (error: unknown) => void;
  /** Told of what could not be drawn in a file, under the reference that stands there. */
  readonly onDefect: (error: unknown, reference: string) => void;
  /** Limits of the thread that makes files, where they are not the usual ones. */
  readonly limits?: Partial<WorkThreadOptions> | undefined;
}

export interface SavedFiles extends Site {
  /** The latest result in words, and as data for other tools. */
  readonly result: FilesOptions['result'];
  /** A result that is shared by a link, as a printed page. */
  readonly shared: (shared: SharedResult, locale: Locale) => Promise<Made>;
  /** Ends the thread that makes files. */
  close(): Promise<void>;
}

const ENTRY = new URL('./file-worker.ts', import.meta.url);
/**
 * A spreadsheet takes a tenth of a second, the first half a second more: of thirty that wait the last waits four seconds.
 * `youngMegabytes` is a twelfth of V8's usual room for new objects: after 150 transcripts a process held 180 MB more
 * instead of 350, for 6 % more processor time.
 */
const LIMITS: WorkThreadOptions = { waiting: 30, milliseconds: 30_000, megabytes: 256, youngMegabytes: 4 };

export function savedFiles(options: SavedFilesOptions): SavedFiles {
  const { keys, addressOf, content, turns } = options;
  const thread = createWorkThread<FileJob, FileMade>(ENTRY, {
    ...LIMITS,
    ...options.limits,
    data: { contentDir: options.contentDir },
  });
  const make = async (job: FileJob) => madeOf(await thread.work(job), asOf(job), options);
  const makeOf = (key: ConversationKey, prepare: Asked['prepare']) =>
    makeInTurn(thread, options, { key, prepare });
  const result: FilesOptions['result'] = async key => {
    const session = await turns.recall(key);
    const run = session && inHand(session);
    return session && run && resultOf(options, session, run);
  };
  const files = createFiles({
    keys,
    addressOf,
    translate: content.translate,
    conversation: (key, format) => makeOf(key, () => conversationJob(options, key, format)),
    result,
    document: (key, form) => makeOf(key, () => reportJob(options, key, form)),
    spreadsheet: key => makeOf(key, () => spreadsheetJob(options, key)),
    kept: key => keptFile(turns, key),
    answers: async key => {
      const session = await turns.recall(key);
      const found = session && fileRun(content, session);
      if (!found) return undefined;
      const { instrument, run } = found;
      return { dialog: run.dialog, data: fileOf(workbookOf(instrument), run.answers, run) };
    },
    now: options.now,
  });
  const shared: SavedFiles['shared'] = (of, locale) => make(sharedJob(options, of, locale));
  return { ...files, result, shared, close: thread.close };
}

interface Asked {
  readonly key: ConversationKey;
  /** Reads what the file is made from; undefined where the conversation has nothing of the kind. */
  readonly prepare: () => Promise<FileJob | undefined>;
}

/** A conversation's file; what it is made from is read when the thread comes to it. */
async function makeInTurn(
  thread: WorkThread<FileJob, FileMade>,
  options: SavedFilesOptions,
  { key, prepare }: Asked,
): Promise<Made | undefined> {
  let of: OfJob | undefined;
  const outcome = await thread.workOn(async () => {
    const job = await prepare();
    of = job && asOf(job);
    return job;
  });
  if (!outcome) return undefined;
  // Where too many waited, nothing has been read yet.
  of ??= await options.turns.recall(key).then(session => session && { locale: session.locale });
  return of && madeOf(outcome, of, options);
}

/** In which language a file is, and of which instrument, where it is of one. */
interface OfJob {
  readonly locale: Locale;
  readonly dialog?: string | undefined;
}

function asOf({ locale, run }: FileJob): OfJob {
  return { locale, dialog: run?.dialog };
}

/** The results kept under the code that the conversation goes on with, as a file; undefined where there are none. */
async function keptFile(turns: Turns, key: ConversationKey): Promise<object | undefined> {
  const going = (await turns.recall(key))?.kept;
  const kept = going && (await turns.kept(going.key));
  return kept && keptFileOf(kept);
}

type Told = Pick<SavedFilesOptions, 'onFailure' | 'onDefect'>;

function madeOf(
  outcome: JobOutcome<FileMade>,
  { locale, dialog }: OfJob,
  { onFailure, onDefect }: Told,
): Made {
  if (outcome.kind === 'done') {
    for (const { reference, error } of outcome.done.defects) onDefect(error, reference);
    return { kind: 'made', content: outcome.done.content, dialog };
  }
  if (outcome.kind === 'crowded') return { kind: 'not-now', why: 'crowded', locale };
  onFailure(outcome.kind === 'failed' ? outcome.error : new Error(`making the file was ${outcome.kind}`));
  return { kind: 'not-now', why: 'failed', locale };
}
