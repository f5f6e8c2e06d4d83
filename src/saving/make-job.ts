/** What the thread that makes files is asked for, gathered from what is kept of a conversation. */
import type { Instrument } from '../assessment/instrument.ts';
import type { Content } from '../content/load-content.ts';
import type { Locale } from '../conversation/locale.ts';
import type { Run, Session } from '../conversation/session.ts';
import type { SharedResult } from '../conversation/shared-result.ts';
import type { ReportForm } from '../reports/result/report.ts';
import type { TranscriptFormat } from '../reports/transcript/transcript-file.ts';
import type { ConversationKey, LogEntry, Store } from '../store/port.ts';
import type { Turns } from '../turns/turns.ts';
import { earlierYear } from './earlier-year.ts';
import type { FileJob } from './file-job.ts';
import { factsOf, type ResultParts, resultOf } from './saved-result.ts';
import { withNotes } from './with-notes.ts';

interface JobParts extends ResultParts {
  readonly store: Pick<Store, 'readLog'>;
  readonly turns: Pick<Turns, 'recall' | 'published' | 'kept'>;
}

/** Lines of a log that are read at a time. */
const PAGE = 200;

/** A shared result bears the day on which it was shared. */
export function sharedJob(
  parts: Omit<JobParts, 'store' | 'turns'>,
  { dialog, version, outcome, at }: SharedResult,
  locale: Locale,
): FileJob {
  const facts = factsOf(parts, at);
  return { kind: 'report', form: 'brief', locale, run: { dialog, version }, source: { outcome }, facts };
}

/** The conversation as it was held; undefined where nothing is kept of it. */
export async function conversationJob(
  parts: JobParts,
  key: ConversationKey,
  format: TranscriptFormat,
): Promise<FileJob | undefined> {
  const session = await parts.turns.recall(key);
  const entries = await wholeLog(parts.store, key);
  if (!session || entries.length === 0) return undefined;
  const run = inHand(session);
  return {
    kind: 'conversation',
    format,
    locale: session.locale,
    run: run && refOf(run),
    entries,
    facts: factsOf(parts),
  };
}

/** The spreadsheet of the conversation; undefined where it has begun none. */
export async function spreadsheetJob(
  { turns, content }: Pick<JobParts, 'turns' | 'content'>,
  key: ConversationKey,
): Promise<FileJob | undefined> {
  const session = await turns.recall(key);
  const found = session && fileRun(content, session);
  if (!found) return undefined;
  const { instrument, run } = found;
  const kept = session.kept && (await turns.kept(session.kept.key));
  return {
    kind: 'spreadsheet',
    locale: session.locale,
    run: refOf(run),
    answers: withNotes(instrument, run.answers, run.notes),
    prefilled: run.prefilled,
    earlier: earlierYear(instrument, run, kept),
  };
}

/** The latest result as a document; undefined where there is none. */
export async function reportJob(
  parts: JobParts,
  key: ConversationKey,
  form: ReportForm,
): Promise<FileJob | undefined> {
  const session = await parts.turns.recall(key);
  const run = session && inHand(session);
  const found = session && run && (await resultOf(parts, session, run));
  if (!found) return undefined;
  const { locale } = session;
  const { source } = found;
  return { kind: 'report', form, locale, run: refOf(run), source, facts: factsOf(parts) };
}

/** The run of the dialog in hand. */
export function inHand({ runs, active }: Session): Run | undefined {
  return active === undefined ? undefined : runs[active];
}

function refOf({ dialog, version }: Run) {
  return { dialog, version };
}

/** The run that has a spreadsheet; undefined where none has. */
export function fileRun(
  content: Content,
  { runs }: Session,
): { run: Run; instrument: Instrument } | undefined {
  for (const run of Object.values(runs)) {
    const instrument = content.instrument(run.dialog, run.version);
    if (instrument?.files.includes('workbook')) return { run, instrument };
  }
  return undefined;
}

async function wholeLog(store: Pick<Store, 'readLog'>, key: ConversationKey): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for (;;) {
    const page = await store.readLog(key, entries.at(-1)?.id, PAGE);
    entries.push(...page);
    if (page.length < PAGE) return entries;
  }
}
