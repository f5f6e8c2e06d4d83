import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/conversation/locale.ts';
import type { Translate } from '../../../src/conversation/translate.ts';
import { workbookSpreadsheet } from '../../../src/reports/workbook/export-workbook.ts';
import type { Sheet, Spreadsheet } from '../../../src/reports/workbook/xlsx/sheet.ts';
import { anyAnswers } from '../../assessment/scoring/workbook/any-answers.ts';
import { small } from '../../assessment/scoring/workbook/small-workbook.ts';
import { answersInFile } from '../../assessment/scoring/workbook/workbook-answers.ts';
import { agrees, openElsewhere, recalculate } from './recalculate.ts';
import { besideEarlier, checked, empty, example, exported, spreadsheetOf, translator } from './shipped.ts';

/** By their place, `5/3`: its row and column. */
function cellsIn({ cells }: Sheet) {
  const all = [...cells].flatMap(([row, columns]) =>
    [...columns].map(([column, cell]) => [`${row}/${column}`, cell] as const),
  );
  return Object.fromEntries(all);
}

/** Formulas whose value, computed by another library, is not what our measures say. */
function disagreements(spreadsheet: Spreadsheet) {
  const all = recalculate(spreadsheet);
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
  test.each(LOCALES)('compute what our measures say, with an earlier year beside them, in %s', locale => {
    const { count, wrong } = disagreements(besideEarlier(locale));
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(1000);
  });

  test.each(LOCALES)('are the same without an earlier year, in %s', locale => {
    const beside = new Map(besideEarlier(locale).sheets.map(sheet => [sheet.name, cellsIn(sheet)]));
    const [page, ...others] = spreadsheetOf(example, locale).sheets;
    for (const sheet of others) expect(cellsIn(sheet)).toEqual(beside.get(sheet.name));
    expect(beside.size).toBe(others.length + 2);
    // The council's page goes on with the earlier year.
    expect(beside.get(page?.name ?? '')).toMatchObject(page ? cellsIn(page) : {});
  });

  test('show nothing, and no error, when nothing is filled in', () => {
    expect(disagreements(spreadsheetOf(empty)).wrong).toEqual([]);
  });

  test('agree on a rate of exactly 80 % that a sum would lift over it', () => {
    const rate = (usageRate: number, cases: number) => ({ status: 'inuse', usageRate, cases });
    const services = { parking: rate(70, 1), water: rate(90, 1), plots: rate(80, 7) };
    const answers = checked({ dialog: 'workbook', areas: { environment: { services } } });
    expect(disagreements(spreadsheetOf(answers)).wrong).toEqual([]);
  });

  test('agree when every volume is zero', () => {
    const idle = { status: 'inuse', usageRate: 60, cases: 0, phases: { handling: 'manual' } };
    const answers = checked({ dialog: 'workbook', areas: { work: { services: { recruitment: idle } } } });
    expect(disagreements(spreadsheetOf(answers)).wrong).toEqual([]);
  });

  test('agree whatever was answered', () => {
    fc.assert(
      fc.property(anyAnswers(small).map(answersInFile), answers => {
        const options = { workbook: small, answers, locale: 'fi', t } as const;
        const all = recalculate(workbookSpreadsheet(options));
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
