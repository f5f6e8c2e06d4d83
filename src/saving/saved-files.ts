/** Wires a person's own files: reads what is kept of the conversation and has the file made. */
import { assess } from '../assessment/assess.ts';
import { walk } from '../assessment/walk.ts';
import type { Content } from '../content/load-content.ts';
import type { Locale } from '../conversation/locale.ts';
import type { Run, Session } from '../conversation/session.ts';
import { answersOf } from '../conversation/workbook/workbook-run.ts';
import type { FileKeys } from '../http/file-keys.ts';
import { createFiles, type Made } from '../http/files.ts';
import type { Site } from '../http/site.ts';
import type { RenderContext } from '../presentation/context.ts';
import type { Outcome } from '../reports/thread/outcome.ts';
import { createWorkThread, type WorkThreadOptions } from '../reports/thread/work-thread.ts';
import type { ConversationKey, LogEntry, Store } from '../store/port.ts';
import type { Turns } from '../turns/turns.ts';
import type { FileJob } from './file-job.ts';
import type { FileMade } from './make-file.ts';
import { makeSavingContext, type SavingFacts } from './make-saving-context.ts';
import { savedResult } from './saved-exchange.ts';

export interface SavedFilesOptions {
  readonly keys: FileKeys;
  readonly store: Store;
  readonly turns: Turns;
  readonly content: Content;
  readonly render: RenderContext;
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
  /** Ends the thread that makes files. */
  close(): Promise<void>;
}

const PAGE = 200;
const ENTRY = new URL('./file-worker.ts', import.meta.url);
/** A spreadsheet takes a tenth of a second, and the first one half a second more: the last waits some four seconds. */
const LIMITS: WorkThreadOptions = { waiting: 30, milliseconds: 30_000, megabytes: 256 };

export function savedFiles(options: SavedFilesOptions): SavedFiles {
  const { keys, content, turns, store } = options;
  const thread = createWorkThread<FileJob, FileMade>(ENTRY, { ...LIMITS, ...options.limits });
  const make = async (job: FileJob) => madeOf(await thread.work(job), job.locale, options);
  const files = createFiles({
    keys,
    translate: content.translate,
    conversation: async (key, format) => {
      const session = await turns.recall(key);
      const entries = await wholeLog(store, key);
      if (!session || entries.length === 0) return undefined;
      const { locale } = session;
      const run = session.run && { dialog: session.run.dialog, version: session.run.version };
      return make({ kind: 'conversation', format, locale, run, entries, facts: factsOf(options) });
    },
    result: async key => {
      const session = await turns.recall(key);
      return session?.run && resultOf(options, session, session.run);
    },
    spreadsheet: async key => {
      const { workbook, locale } = (await turns.recall(key)) ?? {};
      return workbook && locale && make({ kind: 'spreadsheet', locale, answers: answersOf(workbook) });
    },
    answers: async key => {
      const session = await turns.recall(key);
      return session?.workbook && answersOf(session.workbook);
    },
  });
  return { ...files, close: thread.close };
}

type Told = Pick<SavedFilesOptions, 'onFailure' | 'onDefect'>;

function madeOf(outcome: Outcome<FileMade>, locale: Locale, { onFailure, onDefect }: Told): Made {
  if (outcome.kind === 'done') {
    for (const { reference, error } of outcome.done.defects) onDefect(error, reference);
    return { kind: 'made', content: outcome.done.content };
  }
  if (outcome.kind === 'crowded') return { kind: 'not-now', why: 'crowded', locale };
  onFailure(outcome.kind === 'failed' ? outcome.error : new Error(`making the file was ${outcome.kind}`));
  return { kind: 'not-now', why: 'failed', locale };
}

/** Few words, so that it is made at once. */
function resultOf(options: SavedFilesOptions, { locale }: Session, run: Run) {
  const { actions, definition: find } = options.content;
  const definition = find(run.dialog, run.version);
  if (!definition) return undefined;
  const { dialog, version, answers, reasons, notes, colleague } = run;
  const result = assess(definition, actions, answers);
  const { path, done } = walk(definition, answers, run.skipped);
  const progress = { answered: done, total: path.length, position: path.length };
  // The notes and the questions left to a colleague are in the summary.
  const replies = [
    { ...run, kind: 'summary', progress } as const,
    { kind: 'result', dialog, version, result, answers, reasons } as const,
  ];
  return {
    words: savedResult(
      makeSavingContext(options.content, factsOf(options), {
        run,
        onDefect: options.render.onDefect ?? raise,
      }),
      locale,
      replies.map(reply => ({ locale, reply })),
    ),
    data: { dialog, version, approved: definition.approved, answers, reasons, notes, colleague, result },
  };
}

function raise(error: unknown): never {
  throw error;
}

function factsOf({ authority, now, render }: SavedFilesOptions): SavingFacts {
  const { contact, retentionDays, publicUrl } = render;
  return { authority, at: now(), contact, retentionDays, publicUrl };
}

async function wholeLog(store: Store, key: ConversationKey): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for (;;) {
    const page = await store.readLog(key, entries.at(-1)?.id, PAGE);
    entries.push(...page);
    if (page.length < PAGE) return entries;
  }
}
