import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/conversation/locale.ts';
import { openZip } from '../../../src/reports/workbook/xlsx/unzip.ts';
import { openElsewhere } from './recalculate.ts';
import { example, exported, spreadsheetOf, translator } from './shipped.ts';

const AREA = '1 Asuminen ja ympäristö';
const PAGE = 'Tiivistelmä';
const SUMMARY = 'Yhteenveto';
const FIGURES = 'Laskennan luvut';
const bytes = exported(example);
const file = openElsewhere(bytes);
const part = (name: string) => openZip(bytes).read(name) ?? '';
const spreadsheet = spreadsheetOf(example);

describe('an exported workbook', () => {
  test('has eleven tabs: one page, guide, six areas, actions, summary, figures', () => {
    expect(file.GetSheetList().list).toEqual([
      PAGE,
      'Ohje',
      AREA,
      '2 Kasvatus ja koulutus',
      '3 Kulttuuri ja liikunta',
      '4 Terveyden edistäminen',
      '5 Työ ja yrittäminen',
      '6 Viestintä ja osallisuus',
      'Toimet',
      SUMMARY,
      FIGURES,
    ]);
  });

  test('offers the choices as lists and checks the numbers', () => {
    const xml = part('xl/worksheets/sheet3.xml').replaceAll('&quot;', '"');
    const rules = [
      ...xml.matchAll(/<dataValidation type="(\w+)".*? sqref="([\w:]+)"><formula1>(.*?)<\/formula1>/g),
    ].map(([, type, range, formula]) => [range, type, formula]);
    expect(rules).toContainEqual([
      'E6:E200',
      'list',
      '"ei kuulu kunnalle / toinen hoitaa,ei käytössä eikä suunnitteilla,suunnitteilla,käytössä"',
    ]);
    expect(rules).toContainEqual(['F6:L200', 'list', '"manuaalinen,osin,täysin,ei kuulu"']);
    expect(rules.map(([, type]) => type)).toEqual(expect.arrayContaining(['custom', 'whole', 'decimal']));
  });

  test('keeps headers in view and repeats them in print', () => {
    expect(file.GetPanes(AREA).panes).toMatchObject({
      Freeze: true,
      XSplit: 2,
      YSplit: 5,
      TopLeftCell: 'C6',
    });
    expect(file.GetDefinedName().definedNames).toContainEqual(
      expect.objectContaining({ Name: '_xlnm.Print_Titles', RefersTo: `'${AREA}'!$A:$B,'${AREA}'!$5:$5` }),
    );
    for (const tab of file.GetSheetList().list) {
      expect(file.GetPageLayout(tab).opts).toMatchObject({
        Size: 9,
        Orientation: tab === PAGE ? 'portrait' : 'landscape',
      });
    }
  });

  test('hides the technical column and row, and nothing else', () => {
    for (const { name, columns, rows } of spreadsheet.sheets) {
      const hidden = columns.flatMap(({ hidden }, index) => (hidden ? [index + 1] : []));
      expect([name, hidden]).toEqual([name, [1]]);
      const hiddenRows = [...rows].flatMap(([row, { hidden }]) => (hidden ? [row] : []));
      expect(hiddenRows).toEqual(/^\d /.test(name) ? [4] : []);
    }
  });

  test('has no merged cells, and marks each area as a table with unique headers', () => {
    for (const tab of file.GetSheetList().list) expect(file.GetMergeCells(tab).mergeCells ?? []).toEqual([]);
    for (const { table } of spreadsheet.sheets.slice(2, 8)) {
      const headers = table?.columns.map(({ name }) => name.toLowerCase()) ?? [];
      expect(new Set(headers).size).toBe(headers.length);
      expect(headers.length).toBeGreaterThan(20);
    }
    expect(file.GetTables(AREA).tables).toMatchObject([{ Range: 'A5:AG53' }]);
  });

  test('colours cells whose text already says the same', () => {
    const rules = spreadsheet.sheets[2]?.conditionalFormats ?? [];
    expect(rules.length).toBeGreaterThan(8);
    expect(part('xl/worksheets/sheet10.xml')).toContain('colorScale');
  });

  test('has four charts, each with a title and words for people who do not see it', () => {
    const drawing = part('xl/drawings/drawing10.xml');
    const descriptions = [...drawing.matchAll(/name="([^"]+)" descr="([^"]+)"/g)].map(([, name, text]) => [
      name,
      text,
    ]);
    expect(descriptions).toHaveLength(4);
    for (const [name, text] of descriptions) expect(text?.length).toBeGreaterThan(name?.length ?? 0);
    expect(part('xl/charts/chart2.xml')).toContain('<c:lineChart>');
  });

  test('stores the values of its formulas, for programs that do not compute', () => {
    expect(file.GetCellValue(SUMMARY, 'C5').value).toBe('enintään 2');
    expect(part('xl/charts/chart1.xml')).toContain('<c:numCache>');
  });

  test.each(LOCALES)('says its title and language, in %s', locale => {
    const props = openElsewhere(exported(example, locale)).GetDocProps().props;
    const languages = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
    expect(props).toMatchObject({ Title: translator(locale)('workbook:title'), Language: languages[locale] });
  });

  test('publishes its rules in the guide, with the numbers it counts by', () => {
    const guide = JSON.stringify(file.GetRows('Ohje').result);
    for (const rule of [
      'yli 80 %',
      'Vähintään 80 %',
      'osin 0,5',
      '50 % asioista',
      'ei viranomaisen päätös'.slice(3),
    ]) {
      expect(guide.replace(/\u00a0/g, ' ')).toContain(rule);
    }
  });

  test('carries text and background colours of enough contrast', () => {
    const cells = spreadsheet.sheets.flatMap(sheet =>
      [...sheet.cells.values()].flatMap(row => [...row.values()]),
    );
    const pairs = [
      ...cells.map(({ style }) => [style.color ?? '1A1A1A', style.fill ?? 'FFFFFF'] as const),
      ...spreadsheet.sheets.flatMap(sheet =>
        (sheet.conditionalFormats ?? []).flatMap(rule =>
          rule.kind === 'formula' ? [[rule.color, rule.fill] as const] : [],
        ),
      ),
    ];
    for (const [text, background] of pairs) expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
  });
});

/** WCAG contrast ratio of two RRGGBB colours. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [0, 2, 4].map(start => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
