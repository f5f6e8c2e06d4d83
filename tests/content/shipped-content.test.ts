import { describe, expect, test } from 'vitest';
import { isFrame } from '../../src/assessment/instrument.ts';
import { itemsOf } from '../../src/assessment/places.ts';
import { stairsRules } from '../../src/assessment/scoring/stairs/rules.ts';
import { findRoot } from '../../src/content/load-content.ts';
import { readContent } from '../../src/content/read-content.ts';
import { textAt } from '../../src/content/texts.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { shipped } from '../support/content.ts';

const root = findRoot(import.meta.dirname);
const { value: content, problems } = readContent(root);

/** Whether it is complete, used and plain in every language is a step of `npm run check` before these tests: `check:content`. */
describe('the shipped content', () => {
  test('holds nothing that would break a conversation', () => {
    expect(problems).toEqual([]);
  });
});

describe('the quick check', () => {
  const instrument = shipped('quick-check');
  const { scales, steps } = instrument;
  const { stairs, provisionalBelow } = stairsRules(instrument);

  test('has the condition ids that other tools read', () => {
    // One that is added does no harm: none may go, or move to another stair.
    const ids = stairs.map(({ conditions }) => conditions.map(({ id }) => id));
    const read = [
      'need started plan leadership money work-time',
      'market-services resident-use usage-rate',
      'phase-application phase-initiation phase-handling phase-decision phase-invoicing phase-archiving phase-supervision',
      'new-targets analysed-data ecosystem',
    ].map(stair => stair.split(' '));
    for (const [stair, conditions] of read.entries())
      expect(ids[stair]).toEqual(expect.arrayContaining(conditions));
    expect(ids).toHaveLength(read.length);
  });

  test('scores by the published rules', () => {
    expect(scales).toEqual({
      achievement: { read: 'yesno', options: { yes: 1, partly: 0.5, no: 0 } },
      adoption: { read: 'yesno', options: { yes: 1, partly: 0.5, no: 0, counted: 0 } },
      phase: { read: 'phase', options: { full: 1, partial: 0.5, manual: 0 } },
      trust: { read: 'ordinal', options: { rate: 1, use: 1 } },
      judged: { read: 'ordinal', options: expect.anything() },
      role: { read: 'ordinal', options: expect.anything() },
    });
    expect(stairs.map(({ requires }) => requires)).toEqual([
      { met: 1, started: 1 },
      { met: 1, started: 1 },
      { met: 0.8, started: 0.95 },
      { met: 1, started: 1 },
    ]);
    expect(stairs[1]?.conditions).toContainEqual({ id: 'usage-rate', above: 80 });
    expect(provisionalBelow).toBe(0.5);
  });

  test('tells a municipality of 3,000 and one of 300,000 what its conditions of resources mean there', () => {
    const sizes = {
      fi: [/[Pp]ienessä kunnassa/, /[Ss]uuressa kaupungissa/],
      sv: [/liten kommun/, /stor stad/],
      en: [/small municipality/, /large city/],
    };
    for (const locale of LOCALES)
      for (const id of ['money', 'work-time'])
        for (const size of sizes[locale])
          expect(textAt(content.texts[locale]['quick-check'], `inputs.${id}.why`), `${locale} ${id}`).toMatch(
            size,
          );
  });

  test('judges the whole or one of the areas of the workbook', () => {
    const ids = itemsOf(shipped('workbook'), 'areas', { at: [], answers: {} }).map(({ id }) => id);
    expect(Object.keys(scales.judged?.options ?? {})).toEqual(['whole', ...ids]);
    for (const locale of LOCALES)
      for (const id of ids)
        expect(textAt(content.texts[locale]['quick-check'], `scales.judged.${id}`)).toBe(
          textAt(content.texts[locale].workbook, `areas.${id}.name`),
        );
  });

  test('is short: at most twenty questions, the seven phases as one; two are asked where answers call for them', () => {
    const always = steps.filter(step => !step.when && (step.type === 'each' || !isFrame(step)));
    expect(always.length).toBeLessThanOrEqual(20);
    expect(always.filter(({ type }) => type === 'form').map(({ id }) => id)).toEqual(['phases']);
    const asked = steps.flatMap(({ id, when }) => (when ? [id] : []));
    expect(asked).toEqual(expect.arrayContaining(['market-counts', 'use-or-rate']));
  });
});

describe('the actions', () => {
  test('keep their titles to eight words and their texts to two sentences, in every language', () => {
    for (const [locale, { actions }] of Object.entries(content.texts)) {
      for (const { id } of content.dialogs.catalogue?.actions ?? []) {
        const action = actions?.[id];
        if (!action || typeof action === 'string') throw new Error(`${locale} has no ${id}`);
        expect(String(action.title).split(' ').length, `${locale} ${id}`).toBeLessThanOrEqual(8);
        expect(String(action.text).match(/[.!?](?=\s|$)/g)?.length, `${locale} ${id}`).toBeLessThanOrEqual(2);
      }
    }
  });

  test('rest on sources with a date and an address; one without any is told to be our own as well', () => {
    for (const [locale, { sources }] of Object.entries(content.texts)) {
      const linked = (ground: string) => /https:\/\/\S+$/.test(textAt(sources, ground) ?? '');
      for (const { id, ground } of content.dialogs.catalogue?.actions ?? []) {
        expect(
          ground.some(one => one === 'own' || linked(one)),
          `${locale} ${id}`,
        ).toBe(true);
        const undated = ground.filter(one => one !== 'own' && !/\d{4}/.test(textAt(sources, one) ?? ''));
        // Its pages tell no year, and the source says so.
        expect(
          undated.filter(one => one !== 'kuntadigi'),
          `${locale} ${id}`,
        ).toEqual([]);
      }
    }
  });

  test('that rest on law yet to be decided or changed say to check the law in force', () => {
    const told = {
      fi: /tarkista voimassa oleva/,
      sv: /kontrollera (den )?gällande/,
      en: /check the (law|regulation) in force/,
    };
    const reserved = ['decide-digitally', 'archive-digitally', 'information-management', 'ai-policy'];
    for (const [locale, pattern] of Object.entries(told))
      for (const id of reserved)
        expect(
          textAt(content.texts[locale === 'fi' || locale === 'sv' ? locale : 'en'].actions, `${id}.text`),
          `${locale} ${id}`,
        ).toMatch(pattern);
  });
});
