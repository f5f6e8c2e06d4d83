/**
 * `npm run workbook -- export answers.json out.xlsx` writes a workbook, `… import FILE` prints the answers of a
 * filled one as JSON. Texts in the language of `--locale` (fi, unless given).
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileOf } from '../assessment/scoring/workbook/file-of.ts';
import { parseFile } from '../assessment/scoring/workbook/parse-file.ts';
import { workbookOf } from '../assessment/scoring/workbook/workbook-definition.ts';
import { loadContent } from '../content/load-content.ts';
import { LOCALES, localeSchema } from '../conversation/locale.ts';
import { exportWorkbook } from '../reports/workbook/export-workbook.ts';
import { importInWorker } from '../reports/workbook/import-in-worker.ts';
import { describeImportProblem } from '../reports/workbook/import-problem.ts';
import { vocabularyOf } from '../reports/workbook/labels.ts';
import { describeFileProblem, parseJson, readInput, refuse } from './read-input.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { locale: { type: 'string', default: 'fi' } },
});
const content = loadContent();
const definition = content.definitions.find(({ files }) => files.includes('workbook'));
if (!definition) throw new Error('no instrument in dialogs/ has a spreadsheet (files: [workbook])');
const workbook = workbookOf(definition);
const locale = localeSchema.catch('fi').parse(values.locale);
const t = content.translate(locale);

const [command, input, output, ...more] = positionals;
if (command === 'export' && input && output && more.length === 0) exportFile(input, output);
else if (command === 'import' && input && output === undefined) await importFile(input);
else refuse([t('workbook-sheet:cli.usage')]);

function exportFile(from: string, to: string): void {
  const text = readInput(from)?.toString('utf8');
  const data = text === undefined ? undefined : parseJson(text);
  if (text === undefined) refuse([t('workbook-sheet:cli.unreadable', { file: from })]);
  else if (data === undefined) refuse([t('workbook-sheet:cli.not-json', { file: from })]);
  else writeWorkbook(data, to);
}

function writeWorkbook(data: unknown, to: string): void {
  const parsed = parseFile(workbook, data);
  if (parsed.kind === 'rejected') refuse(parsed.problems.map(problem => describeFileProblem(problem, t)));
  else if (write(to, exportWorkbook({ workbook, ...parsed, locale, t })) === 'failed')
    refuse([t('workbook-sheet:cli.unwritable', { file: to })]);
  else console.error(t('workbook-sheet:cli.exported', { file: to }));
}

async function importFile(from: string): Promise<void> {
  const bytes = readInput(from);
  if (bytes) await printAnswers(bytes);
  else refuse([t('workbook-sheet:cli.unreadable', { file: from })]);
}

async function printAnswers(bytes: Uint8Array): Promise<void> {
  const vocabulary = vocabularyOf(LOCALES.map(content.translate), {
    areas: workbook.areas,
    earlier: content.earlier,
  });
  const imported = await importInWorker({ workbook, vocabulary, bytes });
  if (imported.kind === 'imported')
    console.log(JSON.stringify(fileOf(workbook, imported.answers, imported.version), null, 2));
  else refuse(imported.problems.map(problem => describeImportProblem(problem, t)));
}

function write(file: string, bytes: Uint8Array): 'written' | 'failed' {
  try {
    writeFileSync(file, bytes);
    return 'written';
  } catch {
    return 'failed';
  }
}
