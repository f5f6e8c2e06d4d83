/** What every question owes its reader: when the middle answer is right, and which answer its example stands for. */
import { describe, expect, it } from 'vitest';
import { cardSteps, inputsOf, isFrame } from '../../src/assessment/instrument.ts';
import { stairsOf } from '../../src/assessment/scoring/stairs/rules.ts';
import { findRoot } from '../../src/content/load-content.ts';
import { readContent } from '../../src/content/read-content.ts';
import { allTexts, type Texts, textAt } from '../../src/content/texts.ts';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import { content, shipped } from '../support/content.ts';

const { texts } = readContent(findRoot(import.meta.dirname)).value;
const inputs = cardSteps(shipped('quick-check')).flatMap(({ step }) => (isFrame(step) ? [] : inputsOf(step)));

function said(locale: Locale, namespace: string, key: string): string {
  const text = textAt(texts[locale][namespace], key);
  if (text === undefined) throw new Error(`${locale} has no ${namespace}:${key}`);
  return text;
}

describe.each(LOCALES)('in %s', locale => {
  const choices = inputs.flatMap(input =>
    input.type === 'choice' && input.id !== 'use-or-rate' ? [input] : [],
  );

  it('the example of which answer is right says one of them', () => {
    const labels = ['use', 'rate'].map(option => said(locale, 'quick-check', `scales.trust.${option}`));
    expect(said(locale, 'quick-check', 'inputs.use-or-rate.example')).toMatch(
      new RegExp(`[”“](${labels.join('|')})”\\.$`),
    );
  });

  it.each(stairsOf(shipped('quick-check')).flatMap(({ conditions }) => conditions))(
    'an unknown $id says whom to ask',
    ({ id }) => {
      expect(said(locale, 'quick-check', `inputs.${id}.ask`)).not.toBe('');
    },
  );

  it('no example of one service stands for a whole phase', () => {
    const ends = { fi: 'Jos useimmat palvelut', sv: 'Om de flesta tjänster', en: 'If most services' };
    for (const { id, scale } of choices.filter(({ scale }) => scale === 'phase'))
      expect(said(locale, 'quick-check', `inputs.${id}.example`), scale).toContain(ends[locale]);
  });

  it.each(choices)('$id tells when the middle answer is right, and what its example answers', input => {
    const label = (option: string) => said(locale, 'quick-check', `scales.${input.scale}.${option}`);
    const why = said(locale, 'quick-check', `inputs.${input.id}.why`);
    const lastSentence = said(locale, 'quick-check', `inputs.${input.id}.example`).split('. ').at(-1) ?? '';
    if (input.scale === 'phase') {
      expect(why.toLowerCase()).toContain(label('partial').toLowerCase());
      expect(lastSentence.toLowerCase()).toContain(label('full').toLowerCase());
    } else {
      expect(why).toMatch(new RegExp(`[”“]${label('partly')}”`));
      expect(lastSentence).toMatch(new RegExp(`[”“](${label('yes')}|${label('partly')})”\\.$`));
    }
  });

  it('the example of a number ends with the number', () => {
    expect(said(locale, 'quick-check', 'inputs.usage-rate.example')).toMatch(/ 85\.$/);
  });

  it('the usage rate is defined in the same words wherever it is asked', () => {
    const instrument = DEFINITIONS[locale];
    const places = [
      said(locale, 'quick-check', 'inputs.usage-rate.why'),
      said(locale, 'workbook', 'steps.details.about'),
      said(locale, 'workbook-sheet', 'guide.step-4-text'),
    ];
    for (const place of places) expect(place).toContain(instrument);
  });
});

/** Words that were once used beside the one that stayed. */
const RETIRED: Readonly<Record<Locale, RegExp>> = {
  fi: /\b(tapaus(?!koht)|tapauks|asukas(?!raa)|asukkai|asukkaa|automaatti\b|käsityö|rakennuslup|rakennusluv)/iu,
  sv: /(inbesparing|räkneregl|konversation|kontaktblankett|\btäckning\b|invånarråd)/iu,
  en: /(\bday[- ]care|\ba stair\b|\bthe stair\b|yearly (cost|saving)|a filled )/iu,
};

const DEFINITIONS: Readonly<Record<Locale, string>> = {
  fi: 'sähköisesti vireille tulleiden asioiden osuus kaikista vireille tulleista asioista',
  sv: 'andelen ärenden som inleds elektroniskt av alla ärenden som inleds',
  en: 'the share of all new cases that begin electronically',
};

it.each(LOCALES)('one term a concept: no retired word is left (%s)', locale => {
  expect(retiredIn(texts, locale)).toEqual([]);
});

function retiredIn(all: Texts, locale: Locale): string[] {
  return allTexts(all)
    .filter(text => text.locale === locale && RETIRED[locale].test(text.text))
    .map(({ namespace, key }) => `${namespace}:${key}`);
}

/** Easy language: short sentences. The content check lets twenty-five words pass elsewhere. */
const LONGEST_FOR_RESIDENTS = 15;

it.each(LOCALES)('residents are spoken to in short sentences (%s)', locale => {
  const residents = content.instruments.filter(({ speaker }) => speaker === 'resident').map(({ id }) => id);
  expect(residents).toContain('resident-survey');
  const long = allTexts(texts)
    .filter(text => text.locale === locale && residents.includes(text.namespace))
    .flatMap(({ key, text }) => text.split(/(?<=[.!?:])\s+/).map(sentence => ({ key, sentence })))
    .filter(({ sentence }) => sentence.split(/\s+/).length > LONGEST_FOR_RESIDENTS);
  expect(long).toEqual([]);
});
