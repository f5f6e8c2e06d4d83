import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/conversation/locale.ts';
import { anyAnswers } from '../../assessment/scoring/workbook/any-answers.ts';
import { empty, example, exported, imported, workbook } from './shipped.ts';

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
    expect(Buffer.from(exported(example)).equals(Buffer.from(exported(example)))).toBe(true);
  });
});

describe('text typed by a person', () => {
  test.each([
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
  ])('%j stays text, in the file and back', async name => {
    const own = [{ id: 'own-1', name, status: 'planned' as const }];
    const answers = { ...empty, areas: { environment: { own } } };
    const bytes = exported(answers);
    expect(imported(bytes)).toEqual(answers);
    const { openElsewhere } = await import('./recalculate.ts');
    const file = openElsewhere(bytes);
    const cell = ['1 Asuminen ja ympäristö', 'B24'] as const;
    expect(file.GetCellValue(...cell).value).toBe(name);
    expect(file.GetCellFormula(...cell).formula).toBe('');
  });
});
