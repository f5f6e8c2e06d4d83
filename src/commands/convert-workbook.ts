/** `npm run workbook -- export` and `… import`: answers to a spreadsheet and back. */
import { writeFileSync } from 'node:fs';
import type { Answers } from '../assessment/answers.ts';
import type { Prefilled } from '../assessment/prefilled.ts';
import { assessWorkbook } from '../assessment/scoring/workbook/assess-workbook.ts';
import { figuresOf } from '../assessment/scoring/workbook/figures-of.ts';
import { fileOf } from '../assessment/scoring/workbook/file-of.ts';
import { parseFile } from '../assessment/scoring/workbook/parse-file.ts';
import type { Workbook } from '../assessment/scoring/workbook/workbook-instrument.ts';
import type { Content } from '../content/load-content.ts';
import { LOCALES, type Locale } from '../conversation/locale.ts';
import { exportWorkbook } from '../reports/workbook/export-workbook.ts';
import { describeImportProblem } from '../reports/workbook/import-problem.ts';
import { importWorkbook } from '../reports/workbook/import-workbook.ts';
import { vocabularyOf } from '../reports/workbook/labels.ts';
import { parseJson } from '../turns/versioned.ts';
import { describeFileProblem, readInput } from './read-input.ts';

/** What a command works with. */
export interface WorkbookParts {
  readonly content: Content;
  readonly workbook: Workbook;
  readonly locale: Locale;
}

/** A line about what was done, or the lines of a file that was asked for; or each problem on a line of its own. */
export type Converted =
  | { readonly told: string }
  | { readonly printed: string }
  | { readonly problems: readonly string[] };

export interface Export {
  /** Answers as JSON, or a filled workbook. */
  readonly from: string;
  readonly to: string;
  /** The same of an earlier year, to stand beside this one. */
  readonly earlier?: string | undefined;
}

export function exportFile(parts: WorkbookParts, { from, to, earlier }: Export): Converted {
  const { content, workbook, locale } = parts;
  const t = content.translate(locale);
  const now = readFile(parts, from);
  const before = earlier === undefined ? undefined : readFile(parts, earlier);
  const problems = [now, before].flatMap(one => (one && 'problems' in one ? one.problems : []));
  if ('problems' in now || (before && 'problems' in before)) return { problems };
  const figures = before && figuresOf(assessWorkbook(workbook, before.answers));
  const bytes = exportWorkbook({ workbook, ...now, locale, t, earlier: figures });
  return write(to, bytes) === 'written'
    ? { told: t('workbook-sheet:cli.exported', { file: to }) }
    : { problems: [t('workbook-sheet:cli.unwritable', { file: to })] };
}

export function importFile(parts: WorkbookParts, from: string): Converted {
  const bytes = readInput(from);
  if (!bytes) return unreadable(parts, from);
  const read = readWorkbook(parts, bytes);
  return 'problems' in read
    ? read
    : { printed: JSON.stringify(fileOf(parts.workbook, read.answers, read), null, 2) };
}

type Read =
  | { readonly answers: Answers; readonly version: string; readonly prefilled?: Prefilled }
  | { readonly problems: readonly string[] };

function readFile(parts: WorkbookParts, file: string): Read {
  const t = parts.content.translate(parts.locale);
  const bytes = readInput(file);
  if (!bytes) return unreadable(parts, file);
  if (isZip(bytes)) return readWorkbook(parts, bytes);
  const data = parseJson(bytes.toString('utf8'));
  if (data === undefined) return { problems: [t('workbook-sheet:cli.not-json', { file })] };
  const parsed = parseFile(parts.workbook, data);
  return parsed.kind === 'parsed'
    ? parsed
    : { problems: parsed.problems.map(problem => describeFileProblem(problem, t)) };
}

function unreadable({ content, locale }: WorkbookParts, file: string): { problems: string[] } {
  return { problems: [content.translate(locale)('workbook-sheet:cli.unreadable', { file })] };
}

/** How every .xlsx file begins. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * In this process: it ends with its file, and a thread beside it needed a fifth more memory. The limits on what a file
 * may unpack to hold here, too.
 */
function readWorkbook({ content, workbook, locale }: WorkbookParts, bytes: Uint8Array): Read {
  const { areas } = workbook;
  const vocabulary = vocabularyOf(LOCALES.map(content.translate), { areas, earlier: content.earlier });
  const imported = importWorkbook(workbook, vocabulary, bytes);
  const t = content.translate(locale);
  return imported.kind === 'imported'
    ? imported
    : { problems: imported.problems.map(problem => describeImportProblem(problem, t)) };
}

function write(file: string, bytes: Uint8Array): 'written' | 'failed' {
  try {
    writeFileSync(file, bytes);
    return 'written';
  } catch {
    return 'failed';
  }
}
