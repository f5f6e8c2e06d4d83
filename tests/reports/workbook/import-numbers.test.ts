/** Numbers in cells: typed, written as text, dated, or true. None is made of what may be read in two ways. */
import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../src/conversation/locale.ts';
import { editCells, editFile, number, text } from './edit-file.ts';
import { empty, exported, imported } from './shipped.ts';

const AREA = '1 Asuminen ja ympäristö';
const files = { fi: exported(empty, 'fi'), sv: exported(empty, 'sv'), en: exported(empty, 'en') };

/** The answer on the first row of the first area with one more cell filled; or the problems. */
function readCell(cell: string, xml: string, locale: Locale = 'fi'): unknown {
  const edits = [
    { sheet: 3, cell: 'E6', xml: text('inuse') },
    { sheet: 3, cell, xml },
  ];
  const answers = imported(editCells(files[locale], edits));
  if (Array.isArray(answers)) return answers;
  expect(answers).toMatchObject({
    areas: { environment: { services: { 'building-permits': { status: 'inuse' } } } },
  });
  return JSON.stringify(answers).replace(/^.*"status":"inuse",?|\}+$/g, '');
}

const told = (cell: string, problem: string) => [`${AREA}, solu ${cell}: ${problem}`];
const NUMBER = 'Tähän tarvitaan luku.';
const RATE = 'Kirjoita käyttöasteeksi luku 0–100, ”ei tiedossa” tai ”ei koske”.';

describe('a number written as text', () => {
  test.each([
    ['N6', '12.000', '"cases":12000'],
    ['N6', '12 000', '"cases":12000'],
    ['N6', '12\u00a0000', '"cases":12000'],
    ['N6', '12\u202f000', '"cases":12000'],
    ['N6', '12\u2009000', '"cases":12000'],
    ['N6', "12'000", '"cases":12000'],
    ['N6', '12 te', '"cases":12000'],
    ['N6', '12 000 kpl', '"cases":12000'],
    ['S6', '12.000', '"benefit":{"yearlyCost":12000'],
    ['S6', '12 t€', '"benefit":{"yearlyCost":12000'],
    ['S6', '12.000,50 €', '"benefit":{"yearlyCost":12000.5'],
    ['R6', '42,50 €', '"benefit":{"hourlyPrice":42.5'],
    ['X6', '\u22125', '"benefit":{"minutesSaved":-5'],
    ['X6', '5 min', '"benefit":{"minutesSaved":5'],
    ['M6', '85', '"usageRate":85'],
    ['M6', '85,5\u00a0%', '"usageRate":85.5'],
    ['M6', '0,85 %', '"usageRate":0.85'],
    ['M6', 'Ei tiedossa'.normalize('NFD'), '"usageRate":"unknown"'],
  ])('%s: %s', (cell, written, answer) => {
    expect(readCell(cell, text(written))).toBe(answer);
  });

  test.each([
    ['fi', '1,200', '"benefit":{"yearlyCost":1.2'],
    ['sv', '1,200', '"benefit":{"yearlyCost":1.2'],
    ['en', '1,200', '"benefit":{"yearlyCost":1200'],
  ] as const)('%s file: %s is read by the language of the file', (locale, written, answer) => {
    expect(readCell('S6', text(written), locale)).toBe(answer);
  });

  test.each([
    ['M6', '0,85', 'Onko käyttöaste 85 % vai 0,85 %? Kirjoita luvun perään %-merkki.'],
    ['M6', '0.85', 'Onko käyttöaste 85 % vai 0,85 %? Kirjoita luvun perään %-merkki.'],
    ['M6', '1', 'Onko käyttöaste 100 % vai 1 %? Kirjoita luvun perään %-merkki.'],
    ['N6', '1,200', 'Onko luku 1\u00a0200 vai 1,2? Kirjoita tuhannet välilyönnillä tai ilman erotinta.'],
    ['X6', '1.200', 'Onko luku 1\u00a0200 vai 1,2? Kirjoita tuhannet välilyönnillä tai ilman erotinta.'],
    ['M6', '80-90', RATE],
    ['M6', '80–90 %', RATE],
    ['M6', '8O', RATE],
    ['M6', '30 asukasta', RATE],
    ['M6', '1.5.2026', RATE],
    ['N6', '80 90', NUMBER],
    ['N6', '12 %', NUMBER],
    ['N6', 'TRUE', NUMBER],
    ['N6', '12.3.2026', NUMBER],
    ['S6', '2 h', NUMBER],
    ['X6', '2 tuntia', NUMBER],
  ])('is refused with its cell named, %s: %s', (cell, written, problem) => {
    expect(readCell(cell, text(written))).toEqual(told(cell, problem));
  });
});

test('a name with its accents stored apart is kept as everybody types it', () => {
  const name = 'Kerhoäiti-päivystys';
  const edits = [
    { sheet: 3, cell: 'B24', xml: text(name.normalize('NFD')) },
    { sheet: 3, cell: 'E24', xml: text('Käytössä'.normalize('NFD')) },
  ];
  expect(imported(editCells(files.fi, edits))).toMatchObject({
    areas: { environment: { own: [{ name, status: 'inuse' }] } },
  });
});

describe('what a cell shows as something else than a number', () => {
  test.each([
    ['N6', 't="b"><v>1</v>', NUMBER],
    ['M6', 't="b"><v>1</v>', RATE],
    ['M6', 't="b"><v>0</v>', RATE],
    ['N6', 't="b"><f>1=1</f><v>1</v>', NUMBER],
    [
      'N6',
      't="d"><v>2026-05-01</v>',
      'Solussa on päivämäärä tai kellonaika. Muotoile solu luvuksi ja kirjoita tieto uudelleen.',
    ],
  ])('is no number, %s: %s', (cell, xml, problem) => {
    expect(readCell(cell, xml)).toEqual(told(cell, problem));
  });

  const dated = (format: string | number) =>
    editFile(files.fi, parts => {
      const styles = parts['xl/styles.xml'] ?? '';
      const id = typeof format === 'number' ? format : 999;
      const own = typeof format === 'number' ? '' : `<numFmt numFmtId="999" formatCode="${format}"/>`;
      const last = /<cellXfs count="(\d+)"/.exec(styles)?.[1] ?? '0';
      parts['xl/styles.xml'] = styles
        .replace(/(<numFmts[^>]*>)/, `$1${own}`)
        .replace(
          '</cellXfs>',
          `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>`,
        );
      const sheet = 'xl/worksheets/sheet3.xml';
      parts[sheet] = (parts[sheet] ?? '')
        .replace(/<c r="E6"[^>]*\/>/, '<c r="E6" t="inlineStr"><is><t>inuse</t></is></c>')
        .replace(/<c r="N6"[^>]*\/>/, `<c r="N6" s="${last}"><v>46143</v></c>`);
    });

  test.each([14, 17, 20, 22, 46, 'd.m.yyyy', 'dd\\.mm', '[$-40B]d. mmmm', '[h]:mm', 'mm:ss.0', '[Red]d.m.'])(
    'a number shown as a day or a time is a date: %s',
    format => {
      expect(imported(dated(format))).toEqual(
        told(
          'N6',
          'Solussa on päivämäärä tai kellonaika. Muotoile solu luvuksi ja kirjoita tieto uudelleen.',
        ),
      );
    },
  );

  test.each([
    0,
    1,
    4,
    9,
    49,
    '0&quot; kpl/vuosi&quot;',
    '[Red]# ##0',
    '#,##0.00\\ [$€-40B]',
    '0\\ \\d',
    '_-* #,##0_-',
    'General',
  ])('a number shown as a number is one: %s', format => {
    expect(imported(dated(format))).toMatchObject({
      areas: { environment: { services: { 'building-permits': { cases: 46_143 } } } },
    });
  });
});

describe('a target', () => {
  const target = (cell: 'services' | 'savings', xml: string) =>
    imported(
      editFile(files.fi, parts => {
        const name = /<definedName name="target_(services)"[^>]*>([^<]*)|$/.exec(
          parts['xl/workbook.xml'] ?? '',
        );
        expect(name?.[1]).toBe('services');
        const at = new RegExp(`name="target_${cell}"[^>]*>[^!]*!\\$([A-Z]+)\\$(\\d+)`).exec(
          parts['xl/workbook.xml'] ?? '',
        );
        const reference = `${at?.[1]}${at?.[2]}`;
        const sheet = Object.keys(parts).find(part => part.endsWith('sheet10.xml')) ?? '';
        const before = parts[sheet] ?? '';
        parts[sheet] = before.replace(
          new RegExp(`<c r="${reference}"([^>]*?)/>`),
          `<c r="${reference}" ${xml}</c>`,
        );
        expect(parts[sheet]).not.toBe(before);
      }),
    );

  test.each([
    ['services', text('40'), { services: 40 }],
    ['services', text('40 kpl'), { services: 40 }],
    ['services', number(40), { services: 40 }],
    ['savings', text('100\u00a0000'), { savings: 100_000 }],
    ['savings', text('100\u202f000\u00a0€'), { savings: 100_000 }],
    ['savings', text('100.000'), { savings: 100_000 }],
    ['savings', text('100 te'), { savings: 100_000 }],
  ] as const)('%s is read like any other number: %s', (cell, xml, expected) => {
    expect(target(cell, xml)).toMatchObject({ target: expected });
  });

  test.each([
    ['services', text('1,200'), 'Onko luku'],
    ['services', text('30-40'), NUMBER],
    ['services', 't="b"><v>1</v>', NUMBER],
    ['savings', text('\u2212100'), 'Luvun pitää olla välillä'],
  ] as const)('%s is refused with its cell named: %s', (cell, xml, problem) => {
    expect(target(cell, xml)).toEqual([
      expect.stringMatching(new RegExp(`^Yhteenveto, solu [A-Z]+\\d+: ${problem}`)),
    ]);
  });
});
