import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '../../../src/conversation/locale.ts';
import type { Translate } from '../../../src/conversation/translate.ts';
import { exportWorkbook, workbookSpreadsheet } from '../../../src/reports/workbook/export-workbook.ts';
import { anyAnswers } from '../../assessment/scoring/workbook/any-answers.ts';
import { small } from '../../assessment/scoring/workbook/small-workbook.ts';
import { answersInFile } from '../../assessment/scoring/workbook/workbook-answers.ts';
import { agrees, openElsewhere, recalculate } from './recalculate.ts';
import { checked, empty, example, exported, spreadsheetOf, translator } from './shipped.ts';

type Answers = Parameters<typeof exported>[0];

/** Formulas whose value, computed by another library, is not what our measures say. */
function disagreements(answers: Answers, locale: Locale = 'fi') {
  const all = recalculate(spreadsheetOf(answers, locale), exported(answers, locale));
  return { count: all.length, wrong: all.filter(one => !agrees(one)) };
}

/** The texts of the shipped workbook, with names made up for the services of a small one. */
const t: Translate = Object.assign(
  (key: string, parameters?: Readonly<Record<string, string | number>>) => {
    const [, id, what] = /^workbook:(?:areas|services)\.([a-z]+-?\d?)\.(\w+)$/.exec(key) ?? [];
    return id && what ? `${id} ${what}` : translator('fi')(key, parameters);
  },
  { has: translator('fi').has },
);

describe('the formulas of an exported workbook', { timeout: 120_000 }, () => {
  test.each(LOCALES)('compute what our measures say, in %s', locale => {
    const { count, wrong } = disagreements(example, locale);
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(1000);
  });

  test('show nothing, and no error, when nothing is filled in', () => {
    expect(disagreements(empty).wrong).toEqual([]);
  });

  test('agree on a rate of exactly 80 % that a sum would lift over it', () => {
    const rate = (usageRate: number, cases: number) => ({ status: 'inuse', usageRate, cases });
    const services = { parking: rate(70, 1), water: rate(90, 1), plots: rate(80, 7) };
    const answers = checked({ dialog: 'workbook', areas: { environment: { services } } });
    expect(disagreements(answers).wrong).toEqual([]);
  });

  test('agree when every volume is zero', () => {
    const idle = { status: 'inuse', usageRate: 60, cases: 0, phases: { handling: 'manual' } };
    const answers = checked({ dialog: 'workbook', areas: { work: { services: { recruitment: idle } } } });
    expect(disagreements(answers).wrong).toEqual([]);
  });

  test('agree whatever was answered', () => {
    fc.assert(
      fc.property(anyAnswers(small).map(answersInFile), answers => {
        const options = { workbook: small, answers, locale: 'fi', t } as const;
        const all = recalculate(workbookSpreadsheet(options), exportWorkbook(options));
        expect(all.filter(one => !agrees(one))).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  test('go on computing: a service taken into use in the spreadsheet moves the measures', () => {
    const file = openElsewhere(exported(empty));
    const tab = '5 Työ ja yrittäminen';
    for (const cell of ['E6', 'E7']) file.SetCellStr(tab, cell, 'käytössä');
    file.SetCellStr(tab, 'E8', 'suunnitteilla');
    file.SetCellFloat(tab, 'M6', 0.9, -1, 64);
    const coverage = file.CalcCellValue('Yhteenveto', 'H19', { RawCellValue: true }).value;
    const usage = file.CalcCellValue('Yhteenveto', 'K19', { RawCellValue: true }).value;
    expect(Number(coverage)).toBeCloseTo(2 / 3, 9);
    expect(Number(usage)).toBeCloseTo(0.9, 9);
  });
});
