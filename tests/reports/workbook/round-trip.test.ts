import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/conversation/locale.ts';
import { exportWorkbook } from '../../../src/reports/workbook/export-workbook.ts';
import { anyAnswers } from '../../assessment/scoring/workbook/any-answers.ts';
import { openElsewhere } from './recalculate.ts';
import { empty, example, exported, imported, optionsFor, workbook } from './shipped.ts';

describe('a workbook exported and imported', () => {
  test.each(LOCALES)('holds the same answers, in %s', locale => {
    expect(imported(exported(example, locale))).toEqual(example);
  });

  test('holds nothing when nothing was filled in', () => {
    expect(imported(exported(empty))).toEqual(empty);
  });

  test('loses nothing, whatever was answered, in any language', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyAnswers(workbook), fc.constantFrom(...LOCALES), (answers, locale) => {
        expect(imported(exported(answers, locale))).toEqual(answers);
      }),
      { numRuns: 40 },
    );
  });

  test('gives the same bytes for the same answers', () => {
    const [once, again] = [1, 2].map(() => exportWorkbook(optionsFor(example, 'fi')));
    expect(Buffer.from(once ?? []).equals(Buffer.from(again ?? []))).toBe(true);
  });
});

/** The row of the first service of one's own on the first area's tab. */
const FIRST_OWN = 24;

describe('text typed by a person', () => {
  const TEXTS = [
    '=1+1',
    '=HYPERLINK("http://example.com";"napsauta")',
    '+358401234567',
    '-2+3',
    '@SUM(A1)',
    "'=1",
    '|cmd',
    '_x0041_ ja _x000D_',
    '<v>1</v> & "lainaus" ]]>',
    '1.1.2026',
    '0012',
    'käytössä',
    'own:own-1',
    'service:parking',
    '日本語 😀',
  ];
  /** Each is the name of a service of one's own, and the note on it. */
  const own = TEXTS.map((name, index) => ({
    id: `own-${index + 1}`,
    name,
    status: 'planned' as const,
    plan: { note: name },
  }));
  const answers = { ...empty, areas: { environment: { own } } };
  const bytes = exported(answers);
  const file = openElsewhere(bytes);

  test('comes back', () => {
    expect(imported(bytes)).toEqual(answers);
  });

  test.each(TEXTS.map((name, index) => [name, FIRST_OWN + index] as const))('%j stays text', (name, row) => {
    for (const column of ['B', 'AG']) {
      const cell = ['1 Asuminen ja ympäristö', `${column}${row}`] as const;
      expect(file.GetCellValue(...cell).value).toBe(name);
      expect(file.GetCellFormula(...cell).formula).toBe('');
    }
  });
});
