import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/conversation/locale.ts';
import { USUAL_OPTIONS } from '../../../src/conversation/understanding/understanding.ts';
import { casesOf, isRight, written } from './cases.ts';
import { understand } from './vocabularies.ts';

describe.each(LOCALES)('messages as people write them, %s', locale => {
  const tried = casesOf(locale).map(one => {
    const options = USUAL_OPTIONS[one.asked] ?? [];
    const reading = written(understand(one.text, { locale, asked: one.asked, options, whole: true }));
    return { ...one, reading, right: isRight(reading, one), asksBack: reading.startsWith('?') };
  });
  const missed = tried.filter(({ right }) => !right);
  const wrong = missed.filter(({ asksBack }) => !asksBack);
  const list = (cases: typeof tried) =>
    cases.map(
      ({ asked, text, expected, reading }) => `${asked}: ${text} → ${reading}, not ${expected.join('|')}`,
    );

  it('are understood or asked about, and hardly ever misread', () => {
    const right = (100 * (tried.length - missed.length)) / tried.length;
    const reprompts = tried.filter(({ asksBack }) => asksBack).length;
    process.stdout.write(
      `${locale}: ${tried.length} messages, ${right.toFixed(1)} % right, ${wrong.length} misread, ${reprompts} asked about\n`,
    );
    expect(right, list(missed).join('\n')).toBeGreaterThanOrEqual(97);
    expect((100 * wrong.length) / tried.length, list(wrong).join('\n')).toBeLessThanOrEqual(0.5);
  });

  it('come in a set large enough to tell', () => {
    expect(tried.length).toBeGreaterThanOrEqual({ fi: 1000, sv: 200, en: 200 }[locale]);
  });
});
