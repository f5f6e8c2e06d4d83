/** Wires a person's own files: reads what is kept of the conversation and puts it into words. */
import { assess } from './assessment/assess.ts';
import { walk } from './assessment/walk.ts';
import type { WorkbookAnswers } from './assessment/workbook/workbook-answers.ts';
import type { Workbook } from './assessment/workbook/workbook-definition.ts';
import type { Content } from './content/load-content.ts';
import type { Locale } from './conversation/locale.ts';
import type { Run, Session } from './conversation/session.ts';
import { answersOf } from './conversation/workbook/workbook-run.ts';
import type { FileKeys } from './http/file-keys.ts';
import { createFiles, type WorkbookFiles } from './http/files.ts';
import { savedConversation, savedResult } from './http/saved-exchange.ts';
import type { Site } from './http/site.ts';
import type { RenderContext } from './presentation/context.ts';
import { exportWorkbook } from './reports/workbook/export-workbook.ts';
import type { ConversationKey, LogEntry, Store } from './store/port.ts';
import type { Turns } from './turns/turns.ts';

export interface SavedFilesOptions {
  readonly keys: FileKeys;
  readonly store: Store;
  readonly turns: Turns;
  readonly content: Content;
  readonly workbook: Workbook;
  readonly render: RenderContext;
  readonly authority: string;
  readonly defaultLocale: Locale;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const PAGE = 200;

export function savedFiles(options: SavedFilesOptions): Site {
  const { keys, content, defaultLocale } = options;
  return createFiles({
    keys,
    defaultLocale,
    translate: content.translate,
    conversation: async key => {
      const session = await options.turns.recall(key);
      const entries = await wholeLog(options.store, key);
      if (!session || entries.length === 0) return undefined;
      return savedConversation(saving(options, session.run), session.locale, entries);
    },
    result: async key => {
      const session = await options.turns.recall(key);
      return session?.run && resultOf(options, session, session.run);
    },
    workbook: async key => {
      const session = await options.turns.recall(key);
      return session?.workbook && workbookOf(options, session.locale, answersOf(session.workbook));
    },
  });
}

function resultOf(options: SavedFilesOptions, { locale }: Session, run: Run) {
  const definition = definitionOf(options, run);
  if (!definition) return undefined;
  const { dialog, version, answers, reasons, notes, colleague } = run;
  const result = assess(definition, options.content.actions, answers);
  const { path, done } = walk(definition, answers, run.skipped);
  const progress = { answered: done, total: path.length, position: path.length };
  // The notes and the questions left to a colleague are in the summary.
  const replies = [
    { ...run, kind: 'summary', progress } as const,
    { kind: 'result', dialog, version, result, answers, reasons } as const,
  ];
  return {
    words: savedResult(
      saving(options, run),
      locale,
      replies.map(reply => ({ locale, reply })),
    ),
    data: { dialog, version, approved: definition.approved, answers, reasons, notes, colleague, result },
  };
}

function workbookOf(
  { content, workbook }: SavedFilesOptions,
  locale: Locale,
  answers: WorkbookAnswers,
): WorkbookFiles {
  const t = content.translate(locale);
  return { answers, spreadsheet: () => exportWorkbook({ workbook, answers, locale, t }) };
}

function saving({ render, authority, content, now }: SavedFilesOptions, run: Run | undefined) {
  const definition = run && definitionOf({ content }, run);
  return { render, authority, definition, actionsVersion: content.actionsVersion, at: now() };
}

function definitionOf({ content }: Pick<SavedFilesOptions, 'content'>, { dialog, version }: Run) {
  return content.definition(dialog, version);
}

async function wholeLog(store: Store, key: ConversationKey): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for (;;) {
    const page = await store.readLog(key, entries.at(-1)?.id, PAGE);
    entries.push(...page);
    if (page.length < PAGE) return entries;
  }
}
