import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/conversation/locale.ts';
import { openZip } from '../../../src/reports/workbook/xlsx/unzip.ts';
import { checked, empty, example, exported, spreadsheetOf, workbook } from './shipped.ts';

const full = exported(example);
const part = (name: string) => (openZip(full).read(name) ?? '').replaceAll('&quot;', '"');
const { sheets } = spreadsheetOf(example);
const areas = sheets.slice(2, 8);

/** Points that a page of A4 on its side has for its rows' width, and the width of a character of the file's font. */
const PAGE = 791;
const CHARACTER = 5.25;

describe('a printed tab', () => {
  test('is fitted to a number of pages side by side, so that no font can double them', () => {
    for (const index of sheets.keys()) {
      const xml = part(`xl/worksheets/sheet${index + 1}.xml`);
      expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
      expect(xml).toMatch(
        index === 0
          ? /<pageSetup paperSize="9" fitToWidth="1" fitToHeight="1" orientation="portrait"\/>/
          : /<pageSetup paperSize="9" fitToWidth="[14]" fitToHeight="0" orientation="landscape"\/>/,
      );
      expect(xml).not.toContain('colBreaks');
    }
  });

  test('of an area is read without effort: no text below nine points, headings on every page', () => {
    for (const { columns, cells, print } of areas) {
      const shown = columns.filter(({ hidden }) => !hidden).map(({ width }) => width * CHARACTER);
      const scale = largestScale(shown, print.scale.pagesWide);
      const sizes = [...cells.values()].flatMap(row =>
        [...row].flatMap(([column, { style }]) => (column > 1 ? [style.size ?? 11] : [])),
      );
      // Row 4 is hidden.
      const printed = sizes.filter(size => size !== 8);
      expect(scale * Math.min(...printed)).toBeGreaterThanOrEqual(9);
      expect(print).toMatchObject({ titleRows: [5, 5], titleColumns: [1, 2] });
    }
  });

  test('of an area has its title whole in the columns that every page repeats', () => {
    for (const { cells, rows } of areas) {
      expect(cells.get(1)?.get(2)?.style).toMatchObject({ wrap: true, size: 14 });
      expect(rows.get(1)?.height).toBeGreaterThanOrEqual(40);
    }
  });
});

/** How large the columns can be printed on so many pages, the first of them repeated on each. */
function largestScale([first = 0, ...rest]: readonly number[], pages: number): number {
  for (let scale = 1; scale > 0.1; scale -= 0.005) {
    let [used, count] = [first, 1];
    for (const width of rest) {
      if ((used + width) * scale > PAGE) [used, count] = [first, count + 1];
      used += width;
    }
    if (count <= pages) return scale;
  }
  return 0;
}

describe('the raw figures', () => {
  test('have a tab of their own, in rows high enough for their names', () => {
    const [summary, figures] = sheets.slice(9);
    expect([summary?.name, figures?.name]).toEqual(['Yhteenveto', 'Laskennan luvut']);
    expect(JSON.stringify([...(summary?.cells.values() ?? [])].map(row => row.get(2)?.value))).not.toContain(
      'Laskennan luvut',
    );
    for (const [row, { height }] of figures?.rows ?? []) {
      const name = String(figures?.cells.get(row)?.get(2)?.value ?? '');
      const lines = Math.ceil(name.length / (figures?.columns[1]?.width ?? 1));
      if (row > 4) expect(height).toBeGreaterThanOrEqual(lines * 15);
    }
  });
});

describe('the charts', () => {
  test('keep their labels out of the way of the line, on a ground of their own', () => {
    for (const name of ['xl/charts/chart1.xml', 'xl/charts/chart2.xml']) {
      expect(part(name)).toContain('<c:dLblPos val="inBase"/>');
      expect(part(name)).toMatch(/<c:dLbls><c:numFmt[^>]*\/><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"\/>/);
    }
  });
});

const sizes = workbook.areas.map(({ services }) => services.length);
const ALL = sizes.reduce((sum, size) => sum + size, 0);

describe('the summary', () => {
  const told = (answers: Parameters<typeof spreadsheetOf>[0], locale: 'fi' | 'sv' | 'en' = 'fi') => {
    const cells = spreadsheetOf(answers, locale).sheets[9]?.cells;
    return [4, 6].map(row => cells?.get(row)?.get(2)?.value);
  };
  const answered = (count: number) => {
    const none = { status: 'none' };
    let left = count;
    const areas = workbook.areas.map(({ id, services }) => {
      const some = services.slice(0, left);
      left -= some.length;
      return [id, { services: Object.fromEntries(some.map(service => [service.id, none])) }];
    });
    return checked({ dialog: 'workbook', areas: Object.fromEntries(areas) });
  };

  test('says first how many services have been answered, and that the result is preliminary below half', () => {
    expect(told(example)).toEqual(['Alustava tulos', `Vastattu 10/${ALL + 2} palvelusta`]);
    expect(told(empty)).toEqual(['Alustava tulos', `Vastattu 0/${ALL} palvelusta`]);
    expect(told(answered(ALL / 2 - 1))).toEqual([
      'Alustava tulos',
      `Vastattu ${ALL / 2 - 1}/${ALL} palvelusta`,
    ]);
    expect(told(answered(ALL / 2))).toEqual(['Tulos', `Vastattu ${ALL / 2}/${ALL} palvelusta`]);
  });

  test.each(LOCALES)('says it in %s', locale => {
    expect(told(example, locale)).toEqual(
      {
        fi: ['Alustava tulos', `Vastattu 10/${ALL + 2} palvelusta`],
        sv: ['Preliminärt resultat', `Besvarat 10 av ${ALL + 2} tjänster`],
        en: ['Provisional result', `Answered 10 of ${ALL + 2} services`],
      }[locale],
    );
  });

  test('tells on the tab of each area how many of its services have been answered', () => {
    expect(areas.map(({ cells }) => cells.get(3)?.get(3)?.value)).toEqual([
      `7/${(sizes[0] ?? 0) + 2}`,
      `2/${sizes[1]}`,
      `0/${sizes[2]}`,
      `0/${sizes[3]}`,
      `1/${sizes[4]}`,
      `0/${sizes[5]}`,
    ]);
  });
});
