/**
 * `npm run workbook -- export answers.json out.xlsx` writes a workbook, `… import FILE` prints the answers of a
 * filled one as JSON, `… prefill` tells what Palvelutietovaranto proposes (`prefill-workbook.ts`). Texts in the language of
 * `--locale` (fi, unless given). `--earlier FILE`: answers or a workbook of an earlier year, to stand beside this one's.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Answers } from '../assessment/answers.ts';
import type { Prefilled } from '../assessment/prefilled.ts';
import { assessWorkbook } from '../assessment/scoring/workbook/assess-workbook.ts';
import { figuresOf } from '../assessment/scoring/workbook/figures-of.ts';
import { fileOf } from '../assessment/scoring/workbook/file-of.ts';
import { parseFile } from '../assessment/scoring/workbook/parse-file.ts';
import { workbookOf } from '../assessment/scoring/workbook/workbook-instrument.ts';
import { loadContent } from '../content/load-content.ts';
import { LOCALES, localeSchema } from '../conversation/locale.ts';
import { exportWorkbook } from '../reports/workbook/export-workbook.ts';
import { importInWorker } from '../reports/workbook/import-in-worker.ts';
import { describeImportProblem } from '../reports/workbook/import-problem.ts';
import { vocabularyOf } from '../reports/workbook/labels.ts';
import { prefillWorkbook } from './prefill-workbook.ts';
import { describeFileProblem, parseJson, readInput, refuse } from './read-input.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    locale: { type: 'string', default: 'fi' },
    earlier: { type: 'string' },
    municipality: { type: 'string' },
    file: { type: 'string' },
    out: { type: 'string' },
    since: { type: 'string' },
    yes: { type: 'boolean', default: false },
  },
});
const content = loadContent();
const instrument = content.instruments.find(({ files }) => files.includes('workbook'));
if (!instrument) throw new Error('no instrument in dialogs/ has a spreadsheet (files: [workbook])');
const workbook = workbookOf(instrument);
const locale = localeSchema.catch('fi').parse(values.locale);
const t = content.translate(locale);

const [command, input, output, ...more] = positionals;
if (command === 'export' && input && output && more.length === 0) await exportFile(input, output);
else if (command === 'import' && input && output === undefined) await importFile(input);
else if (command === 'prefill' && (values.municipality !== undefined || values.file !== undefined))
  await prefill();
else refuse([t('workbook-sheet:cli.usage'), t('prefill:cli.usage')]);

async function prefill(): Promise<void> {
  const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined);
  const file = text(values.file);
  await prefillWorkbook(
    { content, workbook, locale },
    {
      municipality: text(values.municipality),
      files: file === undefined ? [] : [file, ...positionals.slice(1)],
      out: text(values.out),
      since: text(values.since),
      yes: values.yes === true ? 'given' : 'asked',
    },
  );
}

async function exportFile(from: string, to: string): Promise<void> {
  const read = await readFile(from);
  const { earlier: beside } = values;
  const before = typeof beside === 'string' ? await readFile(beside) : undefined;
  const problems = [read, before].flatMap(one => (one && 'problems' in one ? one.problems : []));
  if ('problems' in read || (before && 'problems' in before)) return refuse(problems);
  const earlier = before && figuresOf(assessWorkbook(workbook, before.answers));
  if (write(to, exportWorkbook({ workbook, ...read, locale, t, earlier })) === 'failed')
    refuse([t('workbook-sheet:cli.unwritable', { file: to })]);
  else console.error(t('workbook-sheet:cli.exported', { file: to }));
}

type Read =
  | { readonly answers: Answers; readonly version: string; readonly prefilled?: Prefilled }
  | { readonly problems: readonly string[] };

/** Answers as JSON, or a filled workbook. */
async function readFile(file: string): Promise<Read> {
  const bytes = readInput(file);
  if (!bytes) return { problems: [t('workbook-sheet:cli.unreadable', { file })] };
  if (isZip(bytes)) return readWorkbook(bytes);
  const data = parseJson(bytes.toString('utf8'));
  if (data === undefined) return { problems: [t('workbook-sheet:cli.not-json', { file })] };
  const parsed = parseFile(workbook, data);
  return parsed.kind === 'parsed'
    ? parsed
    : { problems: parsed.problems.map(problem => describeFileProblem(problem, t)) };
}

/** How every .xlsx file begins. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

async function readWorkbook(bytes: Uint8Array): Promise<Read> {
  const vocabulary = vocabularyOf(LOCALES.map(content.translate), {
    areas: workbook.areas,
    earlier: content.earlier,
  });
  const imported = await importInWorker({ workbook, vocabulary, bytes });
  return imported.kind === 'imported'
    ? imported
    : { problems: imported.problems.map(problem => describeImportProblem(problem, t)) };
}

async function importFile(from: string): Promise<void> {
  const bytes = readInput(from);
  if (!bytes) return refuse([t('workbook-sheet:cli.unreadable', { file: from })]);
  const read = await readWorkbook(bytes);
  if ('problems' in read) refuse(read.problems);
  else console.log(JSON.stringify(fileOf(workbook, read.answers, read), null, 2));
}

function write(file: string, bytes: Uint8Array): 'written' | 'failed' {
  try {
    writeFileSync(file, bytes);
    return 'written';
  } catch {
    return 'failed';
  }
}
