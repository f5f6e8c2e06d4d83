/** Whatever people write, a spreadsheet program computes nothing of it: it stands in the file as a text. */
import { expect, it } from 'vitest';
import { exportWorkbook } from '../../../src/reports/workbook/export-workbook.ts';
import { readSpreadsheet } from '../../../src/reports/workbook/xlsx/read-spreadsheet.ts';
import { openZip } from '../../../src/reports/workbook/xlsx/unzip.ts';
import { LIVE_PATTERNS } from '../live-patterns.ts';
import { editFile } from './edit-file.ts';
import { example, exported, optionsFor, workbook } from './shipped.ts';

/** Services of people's own that one area has room for. */
const MOST = 30;

it(`none of ${LIVE_PATTERNS.length} patterns is live in a spreadsheet`, () => {
  expect(LIVE_PATTERNS.length).toBeGreaterThanOrEqual(200);
  const atOnce = MOST * workbook.areas.length;
  const formulas = formulasIn(
    exported(workbookWith(LIVE_PATTERNS.slice(0, atOnce).map((_, at) => `Palvelu ${at}`))),
  );
  expect(formulas.length).toBeGreaterThan(1000);
  for (let from = 0; from < LIVE_PATTERNS.length; from += atOnce) {
    const names = Array.from(
      { length: atOnce },
      (_, at) => LIVE_PATTERNS[(from + at) % LIVE_PATTERNS.length] ?? '',
    );
    const file = exported(workbookWith(names));
    const texts = textsIn(file);
    expect(names.filter(name => !texts.has(plain(name)))).toEqual([]);
    expect(formulasIn(file)).toEqual(formulas);
  }
});

it('a live one would be found', () => {
  const file = exported(workbookWith(['=1+1']));
  const made = editFile(file, parts => {
    const shared = (parts['xl/sharedStrings.xml'] ?? '').split('<si>').slice(1);
    const number = shared.findIndex(text => text.includes('>=1+1<'));
    const tab = 'xl/worksheets/sheet3.xml';
    parts[tab] = parts[tab]?.replaceAll(` t="s"><v>${number}</v>`, ' t="str"><f>1+1</f><v>=1+1</v>');
  });
  expect([textsIn(file).has('=1+1'), textsIn(made).has('=1+1')]).toEqual([true, false]);
  expect(formulasIn(made).length).toBeGreaterThan(formulasIn(file).length);
});

it('words with quotation marks in them, of a municipality that words its labels itself, stay texts in every formula', () => {
  const options = optionsFor(example, 'fi');
  const t = Object.assign(
    (...asked: Parameters<typeof options.t>) => options.t(...asked).replace(/\p{L}{4,}/u, '"$&"'),
    { has: options.t.has },
  );
  const formulas = formulasIn(exportWorkbook({ ...options, t })).map(xml =>
    xml
      .replace(/<[^>]*>|&[lg]t;/g, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
  const texts = /"(?:[^"]|"")*"/g;
  expect(formulas.filter(formula => formula.replace(texts, '').includes('"'))).toEqual([]);
  expect(formulas.filter(formula => formula.includes('="""käytössä"""')).length).toBeGreaterThan(100);
  // Outside of its texts a formula has names of functions and tabs, cells and numbers, and no word of ours.
  const words = formulas.map(formula => formula.replace(/'[^']*'/g, '').replace(texts, ''));
  expect(words.filter(rest => /\p{Ll}/u.test(rest))).toEqual([]);
});

/** Services of these names, as many in each area as there is room for. */
function workbookWith(names: readonly string[]) {
  const areas = workbook.areas.map(({ id }, area) => {
    const own = names
      .slice(area * MOST, (area + 1) * MOST)
      .map((name, at) => ({ id: `own-${at + 1}`, name, status: 'planned' as const }));
    return [id, { services: {}, own }] as const;
  });
  return {
    dialog: 'workbook' as const,
    version: workbook.instrument.version,
    areas: Object.fromEntries(areas),
  };
}

/** Read back with the project's own reader: all texts in cells without a formula. */
function textsIn(file: Uint8Array): ReadonlySet<string> {
  const { sheets } = readSpreadsheet(file);
  return new Set(
    sheets.flatMap(({ rows, formulas }) =>
      [...rows].flatMap(([row, cells]) =>
        [...cells].flatMap(([column, cell]) =>
          cell.kind === 'text' && !cell.computed && !formulas.get(row)?.has(column) ? [plain(cell.text)] : [],
        ),
      ),
    ),
  );
}

/** Letters alone: what a file may not hold at all (NUL), and spaces around, are taken away when it is written. */
function plain(text: string): string {
  return text.replace(/[\s\p{C}]/gu, '');
}

/** Every formula of every tab. */
function formulasIn(file: Uint8Array): string[] {
  const zip = openZip(file);
  const tabs = Array.from({ length: 9 }, (_, at) => zip.read(`xl/worksheets/sheet${at + 1}.xml`) ?? '');
  return tabs.flatMap(xml => xml.match(/<f[ >][^<]*<\/f>/g) ?? []);
}
