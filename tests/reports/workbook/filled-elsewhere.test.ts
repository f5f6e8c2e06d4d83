import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/conversation/locale.ts';
import { openZip } from '../../../src/reports/workbook/xlsx/unzip.ts';
import { editCells, editFile, number, text } from './edit-file.ts';
import { openElsewhere } from './recalculate.ts';
import { empty, example, exported, imported, spreadsheetOf, translator, workbook } from './shipped.ts';

const AREA = '1 Asuminen ja ympäristö';
const full = exported(example);
const tab = 'xl/worksheets/sheet3.xml';
const part = (bytes: Uint8Array, name: string) => (openZip(bytes).read(name) ?? '').replaceAll('&quot;', '"');

describe('rows for services of one’s own', () => {
  test('are as many as may be added, each with its formulas', () => {
    const rows = workbook.areas.map(({ services }) => services.length + workbook.ownServices);
    const sheets = spreadsheetOf(empty).sheets.slice(2, 8);
    expect(sheets.map(({ table }) => (table ? table.to.row - table.from.row : 0))).toEqual(rows);
    for (const { cells, table } of sheets)
      expect(cells.get(table?.to.row ?? 0)?.get(27)).toHaveProperty('formula');
  });

  test('get the formulas of the table when a row is added', () => {
    const xml = part(full, 'xl/tables/table3.xml');
    const columns = [...xml.matchAll(/name="([^"]+)"><calculatedColumnFormula>(.*?)<\/calculated/g)];
    expect(columns.map(([, name]) => name)).toHaveLength(7);
    const first = spreadsheetOf(example).sheets[2]?.cells.get(6);
    const formulas = [...(first?.values() ?? [])].flatMap(cell => ('formula' in cell ? [cell.formula] : []));
    expect(columns.map(([, , formula = '']) => plain(formula))).toEqual(formulas);
  });

  test.each([
    ['below the last row of the table', 54],
    ['far below', 190],
  ])('are read back, and counted by formulas that reach them: %s', (_, row) => {
    const typed = editFile(exported(empty), parts => {
      const cells = `<c r="B${row}" ${text('Venelaiturit')}</c><c r="E${row}" ${text('käytössä')}</c>`;
      parts[tab] = parts[tab]?.replace('</sheetData>', `<row r="${row}">${cells}</row></sheetData>`);
    });
    expect(imported(typed)).toMatchObject({
      areas: { environment: { own: [{ name: 'Venelaiturit', status: 'inuse' }] } },
    });
    const file = openElsewhere(typed);
    const figure = (cell: string) =>
      file.CalcCellValue('Laskennan luvut', cell, { RawCellValue: true }).value;
    expect([figure('C5'), figure('C8')]).toEqual(['19', '1']);
  });

  test('are told when they stand where nothing counts them', () => {
    const typed = editFile(exported(empty), parts => {
      const cells = `<c r="B201" ${text('Venelaiturit')}</c><c r="E201" ${text('käytössä')}</c>`;
      parts[tab] = parts[tab]?.replace('</sheetData>', `<row r="201">${cells}</row></sheetData>`);
    });
    expect(imported(typed)).toEqual([
      `${AREA}, solu B201: Rivi on liian alhaalla. Siirrä palvelu riville 200 tai sen yläpuolelle.`,
    ]);
  });

  test('count without the grey cells: only what was filled in is summed', () => {
    const sums = [...(spreadsheetOf(example).sheets[10]?.cells.values() ?? [])].flatMap(cells => {
      const cell = cells.get(3);
      return cell && 'formula' in cell ? [cell.formula] : [];
    });
    const grey = /'1 Asuminen ja ympäristö'!\$(?:O|P|Q|Z|AA|AB|AD)\$/;
    expect(sums.filter(formula => grey.test(formula))).toEqual([]);
    // From the header on, so that a row inserted above the first service counts, too.
    expect(sums.filter(formula => formula.includes(AREA)).every(formula => formula.includes('$5:'))).toBe(
      true,
    );
  });
});

describe('the protection of a tab', () => {
  const open = (column: number, row: number) =>
    spreadsheetOf(example).sheets[2]?.cells.get(row)?.get(column)?.style.unlocked === true;

  test('locks what is computed, without a password, and lets looks, sorting and filters be', () => {
    for (const sheet of [1, 3, 4, 5, 6, 7, 8, 9, 10, 11]) {
      const [protection = ''] =
        /<sheetProtection[^>]*>/.exec(part(full, `xl/worksheets/sheet${sheet}.xml`)) ?? [];
      expect(protection).toContain('sheet="1"');
      expect(protection).not.toMatch(/password|hash|salt/i);
      expect(protection).toContain('sort="0" autoFilter="0"');
    }
  });

  test('leaves open what is filled in, in every row', () => {
    const filled = [5, 6, 12, 13, 14, 18, 19, 20, 24, 25, 31, 32, 33];
    for (const row of [6, 24, 40, 53]) {
      for (const column of filled) expect([row, column, open(column, row)]).toEqual([row, column, true]);
      for (const column of [1, 15, 16, 17, 26, 27, 28, 30])
        expect([row, column, open(column, row)]).toEqual([row, column, false]);
    }
    expect([open(2, 6), open(2, 24), open(2, 40)]).toEqual([false, true, true]);
    const below = spreadsheetOf(example).sheets[2]?.columns.map(({ style }) => style?.unlocked === true);
    expect([below?.[0], below?.[1], below?.[4], below?.[14]]).toEqual([false, true, true, false]);
  });

  test('leaves the targets open', () => {
    const cells = spreadsheetOf(example).sheets[9]?.cells;
    const unlocked = [...(cells ?? [])].flatMap(([row, columns]) =>
      [...columns].flatMap(([column, { style }]) => (style.unlocked ? [[row, column]] : [])),
    );
    expect(unlocked).toEqual([
      [10, 3],
      [11, 3],
    ]);
  });
});

describe('a grey cell that was typed over', () => {
  const OVER = 'Harmaan solun kaava on kirjoitettu yli. Palauta kaava tai tyhjennä solu.';

  test.each([
    [3, 'O6', number(1), AREA],
    [3, 'Z8', number(5000), AREA],
    [3, 'AB40', text('ei puutu'), AREA],
    [3, 'AD6', text('Valmis'), AREA],
    [10, 'C5', text('3'), 'Yhteenveto'],
    [10, 'H15', number(1), 'Yhteenveto'],
    [11, 'C8', number(99), 'Laskennan luvut'],
  ])('is told: sheet %s, %s', (sheet, cell, xml, name) => {
    expect(imported(editCells(full, [{ sheet, cell, xml }]))).toEqual([`${name}, solu ${cell}: ${OVER}`]);
    expect(imported(editCells(exported(empty), [{ sheet, cell, xml }]))).toEqual([
      `${name}, solu ${cell}: ${OVER}`,
    ]);
  });

  test('is no problem when it is empty', () => {
    const cleared = editFile(full, parts => {
      parts[tab] = parts[tab]?.replace(/<c r="O6"( s="\d+")[^>]*>.*?<\/c>/, '<c r="O6"$1/>');
    });
    expect(imported(cleared)).toEqual(example);
  });

  test('is no problem in a copy that holds only values', () => {
    const values = editFile(full, parts => {
      for (const name of Object.keys(parts).filter(one => one.includes('worksheets/sheet')))
        parts[name] = parts[name]?.replace(/<f>[^<]*<\/f>/g, '');
    });
    expect(imported(values)).toEqual(example);
  });
});

describe('minutes by phase and in total', () => {
  const file = openElsewhere(full);
  file.SetCellFloat(AREA, 'T6', 5, -1, 64);
  const value = (cell: string) => file.CalcCellValue(AREA, cell, { RawCellValue: true }).value;

  test('are told on their row, and not added up', () => {
    expect(value('AB6')).toBe('Täytä joko vaiheiden minuutit tai niiden summa, älä molempia.');
    expect([value('Z6'), value('AA6')]).toEqual(['', '']);
  });

  test.each(LOCALES)('are refused where they are typed, in %s', locale => {
    const rules = spreadsheetOf(example, locale).sheets[2]?.validations ?? [];
    const messages = rules.filter(({ range }) => /^[T-X]6/.test(range)).map(({ error }) => error.text);
    const told = translator(locale)('workbook-sheet:sheet.error-minutes', { min: -10_000, max: 10_000 });
    expect(messages).toEqual(Array(5).fill(told));
    expect(told.length).toBeLessThan(225);
  });
});

function plain(xml: string): string {
  return xml.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}
