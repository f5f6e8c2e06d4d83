/**
 * `npm run workbook -- export answers.json out.xlsx` writes a workbook, `… import FILE` prints the answers of a
 * filled one as JSON, `… prefill` tells what Palvelutietovaranto proposes (`prefill-workbook.ts`). Texts in the language of
 * `--locale` (fi, unless given). `--earlier FILE`: answers or a workbook of an earlier year, to stand beside this one's.
 * A workbook of one's own in CONTENT_DIR takes the place of ours, as it does in the server.
 */
import './end-with-reader.ts';
import { parseArgs } from 'node:util';
import { workbookOf } from '../assessment/scoring/workbook/workbook-instrument.ts';
import { loadSettingsFile, readContentDir } from '../config.ts';
import { loadContent } from '../content/load-content.ts';
import { describeProblem } from '../content/problem.ts';
import { localeSchema } from '../conversation/locale.ts';
import { type Converted, exportFile, importFile } from './convert-workbook.ts';
import { refuse } from './read-input.ts';

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
loadSettingsFile();
const content = loadContent({ own: readContentDir() });
for (const problem of content.leftOut) console.error(describeProblem(problem));
const instrument = content.instruments.find(({ files }) => files.includes('workbook'));
if (!instrument) throw new Error('no instrument in dialogs/ has a spreadsheet (files: [workbook])');
const workbook = workbookOf(instrument);
const locale = localeSchema.catch('fi').parse(values.locale);
const t = content.translate(locale);
const parts = { content, workbook, locale };

const [command, input, output, ...more] = positionals;
if (command === 'export' && input && output && more.length === 0)
  say(exportFile(parts, { from: input, to: output, earlier: textOf(values.earlier) }));
else if (command === 'import' && input && output === undefined) say(importFile(parts, input));
else if (command === 'prefill' && (values.municipality !== undefined || values.file !== undefined))
  await prefill();
else refuse([t('workbook-sheet:cli.usage'), t('prefill:cli.usage')]);

function say(converted: Converted): void {
  if ('problems' in converted) refuse(converted.problems);
  else if ('told' in converted) console.error(converted.told);
  else console.log(converted.printed);
}

/** An option without its value is none. */
function textOf(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** What fetches from the register is loaded for this command alone: its HTTP client is a tenth of the others' memory. */
async function prefill(): Promise<void> {
  const { prefillWorkbook } = await import('./prefill-workbook.ts');
  const file = textOf(values.file);
  await prefillWorkbook(parts, {
    municipality: textOf(values.municipality),
    files: file === undefined ? [] : [file, ...positionals.slice(1)],
    out: textOf(values.out),
    since: textOf(values.since),
    yes: values.yes === true ? 'given' : 'asked',
  });
}
