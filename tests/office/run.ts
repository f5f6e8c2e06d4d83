/**
 * `npm run test:office`: LibreOffice opens an exported workbook, computes every formula itself, saves it, and what it
 * saved is imported again. Every tab is rendered to a picture for a person to look at. Not part of `npm test`, for
 * its size.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { installTools } from '../../scripts/tools.ts';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import type { Spreadsheet } from '../../src/reports/workbook/xlsx/sheet.ts';
import { writeSpreadsheet } from '../../src/reports/workbook/xlsx/write-spreadsheet.ts';
import {
  empty,
  example,
  exported,
  imported,
  spreadsheetOf,
  translator,
} from '../reports/workbook/shipped.ts';
import { compareValues } from './compare-values.ts';
import { convert, drawPages, edit } from './libreoffice.ts';

installTools(['libreoffice']);

const folder = join(tmpdir(), 'porrasbotti-office');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const results = LOCALES.flatMap(locale => [
  check(`computes every formula anew, ${locale}`, () => computesAnew(locale)),
  check(`saves a file that imports to the same answers, ${locale}`, () => importsAgain(locale)),
]);
results.push(
  check('sorts, inserts a row and copies a tab, and what it saved imports', () => editedImports()),
);
results.push(check('computes an empty workbook without an error', () => computesEmpty()));
results.push(check('renders every tab', () => rendersTabs()));

say(`Pictures: ${folder}`);
const failed = results.filter(result => result === 'failed').length;
say(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The problems of a check; none means that it passed. */
function check(name: string, problems: () => readonly string[]): 'passed' | 'failed' {
  const found = problems();
  say(`${found.length === 0 ? 'passed' : 'FAILED'}: ${name}`);
  for (const problem of found.slice(0, 5)) say(`  ${problem}`);
  return found.length === 0 ? 'passed' : 'failed';
}

/** Every stored value is made wrong first: what comes out right was computed by LibreOffice. */
function computesAnew(locale: Locale): string[] {
  const right = spreadsheetOf(example, locale);
  const saved = save(`computed-${locale}`, writeSpreadsheet(withWrongValues(right)));
  return compareValues(right, saved);
}

function computesEmpty(): string[] {
  const right = spreadsheetOf(empty);
  return compareValues(right, save('empty', writeSpreadsheet(withWrongValues(right))));
}

function withWrongValues(spreadsheet: Spreadsheet): Spreadsheet {
  const sheets = spreadsheet.sheets.map(sheet => {
    const rows = [...sheet.cells].map(([row, cells]) => {
      const wrong = [...cells].map(
        ([column, cell]) => [column, 'formula' in cell ? { ...cell, value: -12345 } : cell] as const,
      );
      return [row, new Map(wrong)] as const;
    });
    return { ...sheet, cells: new Map(rows) };
  });
  return { ...spreadsheet, sheets };
}

function importsAgain(locale: Locale): string[] {
  const answers = imported(save(`saved-${locale}`, exported(example, locale)));
  return isDeepStrictEqual(answers, example) ? [] : [JSON.stringify(answers)];
}

/** Every answer is where it was, on its own service, and the new one is there. */
function editedImports(): string[] {
  const file = join(folder, 'people.xlsx');
  writeFileSync(file, exported(example));
  const t = translator('fi');
  const edits = {
    tab: t('workbook:areas.environment.tab'),
    guide: t('workbook-sheet:sheet.guide-tab'),
    status: t('workbook:scales.status.inuse'),
  };
  const answers = imported(readFileSync(edit(file, edits, folder)));
  const own = example.areas.environment?.own ?? [];
  const added = { id: 'own-2', name: 'Venelaiturit', status: 'inuse' };
  const environment = { ...example.areas.environment, own: [added, ...own] };
  const right = { ...example, areas: { ...example.areas, environment } };
  return isDeepStrictEqual(sorted(answers), sorted(right)) ? [] : [JSON.stringify(answers)];
}

/** Services in whatever order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(one => JSON.stringify(sorted(one))).toSorted();
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, sorted(member)] as const);
  return Object.fromEntries(members.toSorted(([one], [other]) => one.localeCompare(other)));
}

function save(name: string, bytes: Uint8Array): Uint8Array {
  const file = join(folder, `${name}.xlsx`);
  writeFileSync(file, bytes);
  return readFileSync(convert(file, 'xlsx', join(folder, 'by-libreoffice')));
}

function rendersTabs(): string[] {
  const file = join(folder, 'pictures.xlsx');
  writeFileSync(file, exported(example));
  const pages = drawPages(convert(file, 'pdf', folder), folder);
  const tabs = spreadsheetOf(example).sheets.length;
  return pages >= tabs ? [] : [`${pages} pages of ${tabs} tabs`];
}
