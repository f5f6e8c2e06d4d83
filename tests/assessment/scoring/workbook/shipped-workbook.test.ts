import { describe, expect, test } from 'vitest';
import { instrumentSchema } from '../../../../src/assessment/instrument.ts';
import { sectionOf } from '../../../../src/assessment/outcome.ts';
import { checkRules, scoringOf } from '../../../../src/assessment/scoring/scoring.ts';
import { stairsOf } from '../../../../src/assessment/scoring/stairs/rules.ts';
import { PHASES, workbookOf } from '../../../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { LOCALES } from '../../../../src/conversation/locale.ts';
import { labelsOf, vocabularyOf } from '../../../../src/reports/workbook/labels.ts';
import { content, shipped } from '../../../support/content.ts';

const instrument = shipped('workbook');
const workbook = workbookOf(instrument);
const { translate } = content;

describe('the shipped workbook', () => {
  test('has six areas of 8–18 services, the first the longest', () => {
    const sizes = workbook.areas.map(({ services }) => services.length);
    expect(sizes).toHaveLength(6);
    expect(sizes.every(size => size >= 8 && size <= 18)).toBe(true);
    expect(Math.max(...sizes.slice(1))).toBeLessThan(sizes[0] ?? 0);
  });

  test('counts by the same numbers as the quick check', () => {
    const [, second, third] = stairsOf(shipped('quick-check'));
    expect(second?.conditions).toContainEqual({
      id: instrument.standsFor.usage,
      above: workbook.scoring.usageAbove,
    });
    expect(third?.requires).toEqual({
      met: workbook.scoring.phaseShares.full,
      started: workbook.scoring.phaseShares.started,
    });
    expect(third?.conditions.map(({ id }) => id)).toEqual(PHASES.map(phase => instrument.standsFor[phase]));
  });

  test.each([
    [4, 4, []],
    [4, 1, [{ input: 'market-services', selfEstimate: 'partly', evidence: 'yes' }]],
    ['unknown', 1, []],
  ])(
    'compares %s services aimed at and %s in use as the word that they amount to',
    (target, reached, told) => {
      const services = workbook.areas.flatMap(({ id, services }) =>
        services.map(service => [`${id}.${service.id}.status`, 'inuse'] as const),
      );
      const estimates = {
        'market-services': 'counted',
        'market-target': target,
        'market-in-use': reached,
        'phase-application': 'full',
      };
      const outcome = scoringOf(instrument).outcome(instrument, {
        answers: { areas: workbook.areas.map(({ id }) => id), ...Object.fromEntries(services) },
        actions: [],
        beside: { instrument: shipped('quick-check'), answers: estimates },
      });
      expect(sectionOf(outcome, 'compare')?.differences ?? []).toEqual(told);
    },
  );

  test('stands in for inputs the quick check really has', () => {
    const conditions = stairsOf(shipped('quick-check')).flatMap(stair =>
      stair.conditions.map(({ id }) => id),
    );
    expect(conditions).toEqual(expect.arrayContaining(Object.values(instrument.standsFor)));
  });

  test.each(LOCALES)('names every area and service in %s', locale => {
    const t = translate(locale);
    for (const { id, services } of workbook.areas) {
      expect(t(`workbook:areas.${id}.name`)).not.toBe('');
      for (const service of services) {
        expect(t(`workbook:services.${service.id}.name`).length).toBeLessThanOrEqual(60);
        expect(t(`workbook:services.${service.id}.about`).length).toBeLessThanOrEqual(110);
      }
    }
  });

  test.each(LOCALES)('says in %s where Helsinki and Åland are other than the lists', locale => {
    const t = translate(locale);
    const rules = t('workbook-sheet:guide.own-rules-text');
    expect(rules).toMatch(/Helsin/);
    for (const text of [rules, t('workbook:steps.areas.why')]) expect(text).toMatch(/Ahvenanmaa|Åland/);
  });

  test.each(LOCALES)('has tab names in %s that spreadsheets accept', locale => {
    const t = translate(locale);
    const names = [
      t('workbook-sheet:sheet.guide-tab'),
      ...workbook.areas.map(({ id }) => t(`workbook:areas.${id}.tab`)),
      t('workbook-sheet:sheet.summary-tab'),
    ];
    expect(new Set(names).size).toBe(8);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
  });

  test('has words for cells that mean the same in every language, and fit a list and a formula', () => {
    const vocabulary = vocabularyOf(LOCALES.map(translate), { areas: workbook.areas, earlier: () => [] });
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

  test('is refused with every problem named when its rules or fields are broken', () => {
    const { scoring, steps } = instrument;
    const rules = instrumentSchema.parse({ ...instrument, scoring: { ...scoring, usageAbove: 101 } });
    expect(checkRules(rules).map(({ path }) => path)).toEqual(['scoring.usageAbove']);
    const fields = instrumentSchema.parse({
      ...instrument,
      steps: steps.filter(({ id }) => id !== 'target'),
    });
    expect(checkRules(fields).map(({ path }) => path)).toEqual([
      'steps.target-services',
      'steps.target-savings',
    ]);
  });
});
