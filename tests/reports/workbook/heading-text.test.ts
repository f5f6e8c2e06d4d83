import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/conversation/locale.ts';
import { fitsIn, headingText } from '../../../src/reports/workbook/heading-text.ts';
import { empty, spreadsheetOf, translator } from './shipped.ts';

const t = translator('sv');

describe('a heading in a narrow cell', () => {
  test.each([
    ['Digitaliseringsgrad', 30, 'Digitaliseringsgrad'],
    ['Digitaliseringsgrad', 15, 'Digitaliserings-\ngrad'],
    ['Återbetalningstid, år', 13, 'Åter-\nbetalnings-\ntid, år'],
    ['Engångskostnad, €', 12, 'Engångs-\nkostnad, €'],
    ['I bruk', 8, 'I bruk'],
    ['Okändordsomärlångt', 8, 'Okändordsomärlångt'],
  ])('breaks a long word at a syllable: %s in %s', (text, width, broken) => {
    expect(headingText(text, { width, size: 10.5 }, t)).toBe(broken);
  });

  test.each(LOCALES)('has no word that a program would have to break, in %s', locale => {
    const tooLong = spreadsheetOf(empty, locale).sheets.flatMap(({ name, cells, columns }) =>
      [...cells.values()].flatMap(row =>
        [...row].flatMap(([column, cell]) => {
          const { style, value } = cell;
          if (
            columns[column - 1]?.hidden ||
            style.fill !== '1F3864' ||
            typeof value !== 'string' ||
            'formula' in cell
          )
            return [];
          const room = { width: columns[column - 1]?.width ?? 0, size: style.size ?? 11 };
          return value
            .split(/[ \n]|(?<=\p{L}-)(?=\p{L})/u)
            .flatMap(word => (fitsIn(word, room) ? [] : [`${name}: ${word}`]));
        }),
      ),
    );
    expect([...new Set(tooLong)]).toEqual([]);
  });
});

describe('a phase', () => {
  test.each(LOCALES)(
    'is named whole where it is an answer or a chart’s category, not as its heading, in %s',
    locale => {
      const formulas = spreadsheetOf(empty, locale).sheets.flatMap(({ cells }) =>
        [...cells.values()].flatMap(row =>
          [...row.values()].flatMap(cell => ('formula' in cell ? [cell.formula] : [])),
        ),
      );
      expect(formulas.filter(formula => formula.includes('INDEX(') || formula.includes('\n'))).toEqual([]);
      const [, , phases] = spreadsheetOf(empty, locale).sheets[9]?.charts ?? [];
      const headings = [...(spreadsheetOf(empty, locale).sheets[9]?.cells.values() ?? [])].flatMap(row =>
        [...row.values()].map(({ value }) => value),
      );
      for (const name of phases?.categories.values ?? ['no chart']) expect(headings).toContain(name);
    },
  );
});
