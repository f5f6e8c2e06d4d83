import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { definitionSchema } from '../../../src/assessment/definition.ts';
import { parseWorkbook } from '../../../src/assessment/workbook/workbook-definition.ts';
import { findRoot, loadContent } from '../../../src/content/load-content.ts';
import { readWorkbook } from '../../../src/content/workbook.ts';
import { LOCALES } from '../../../src/conversation/locale.ts';
import { labelsOf, vocabularyOf } from '../../../src/reports/workbook/labels.ts';

const root = findRoot(import.meta.dirname);
const workbook = readWorkbook(root);
const { translate } = loadContent();

describe('the shipped workbook', () => {
  test('has six areas of 8–18 services, the first the longest', () => {
    const sizes = workbook.areas.map(({ services }) => services.length);
    expect(sizes).toHaveLength(6);
    expect(sizes.every(size => size >= 8 && size <= 18)).toBe(true);
    expect(Math.max(...sizes.slice(1))).toBeLessThan(sizes[0] ?? 0);
  });

  test('counts by the same numbers as the quick check', () => {
    const file = readFileSync(join(root, 'dialogs/quick-check.yaml'), 'utf8');
    const { scoring } = definitionSchema.parse(parse(file));
    const [, second, third] = scoring.stairs;
    expect(second?.conditions).toContainEqual({
      id: workbook.quickCheck.usage,
      above: workbook.scoring.usageAbove,
    });
    expect(third?.requires).toEqual({
      met: workbook.scoring.phaseShares.full,
      started: workbook.scoring.phaseShares.started,
    });
    expect(third?.conditions.map(({ id }) => id)).toEqual(Object.values(workbook.quickCheck.phases));
  });

  test('stands in for inputs the quick check really has', () => {
    const quickCheck = loadContent().current('quick-check');
    const conditions = quickCheck?.scoring.stairs.flatMap(stair => stair.conditions.map(({ id }) => id));
    const { services, usage, phases } = workbook.quickCheck;
    expect(conditions).toEqual(expect.arrayContaining([services, usage, ...Object.values(phases)]));
  });

  test.each(LOCALES)('names every area and service in %s', locale => {
    const t = translate(locale);
    for (const { id, services } of workbook.areas) {
      expect(t(`workbook:areas.${id}.name`)).not.toBe('');
      for (const service of services) {
        expect(t(`workbook:services.${service.id}.name`).length).toBeLessThanOrEqual(60);
        expect(t(`workbook:services.${service.id}.solution`).length).toBeLessThanOrEqual(110);
      }
    }
  });

  test.each(LOCALES)('has tab names in %s that spreadsheets accept', locale => {
    const t = translate(locale);
    const names = [
      t('workbook:sheet.guide-tab'),
      ...workbook.areas.map(({ id }) => t(`workbook:areas.${id}.tab`)),
      t('workbook:sheet.summary-tab'),
    ];
    expect(new Set(names).size).toBe(8);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
  });

  test('has words for cells that mean the same in every language, and fit a list and a formula', () => {
    const vocabulary = vocabularyOf(LOCALES.map(translate), workbook);
    for (const locale of LOCALES) {
      const { statuses, phaseStates, rates } = labelsOf(translate(locale));
      for (const [code, word] of Object.entries(statuses)) expect(vocabulary.statuses[word]).toBe(code);
      for (const [code, word] of Object.entries(phaseStates)) expect(vocabulary.phaseStates[word]).toBe(code);
      for (const [code, word] of Object.entries(rates)) expect(vocabulary.rates[word]).toBe(code);
      const words = [...Object.values(statuses), ...Object.values(phaseStates), ...Object.values(rates)];
      for (const word of words) expect(word).toMatch(/^[^",;*?]+$/);
      expect(Object.values(statuses).join().length).toBeLessThan(255);
    }
  });

  test('is refused with every problem named when it is broken', () => {
    const [first, , ...others] = workbook.areas;
    const scoring = { ...workbook.scoring, usageAbove: 101 };
    const parsed = parseWorkbook({ ...workbook, scoring, areas: [first, ...others, first] });
    const paths = parsed.kind === 'rejected' ? parsed.problems.map(({ path }) => path) : [];
    expect(paths).toContain('scoring.usageAbove');
    expect(JSON.stringify(parsed)).toContain(`the id ${first?.id} is used twice`);
  });
});
