/** Numbers that stand alone, as fields of cards, cells of spreadsheets and whole messages hold them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../../src/conversation/locale.ts';
import { NUMBER_FIELDS, type NumberField } from '../../../src/conversation/understanding/number-field.ts';
import { readNumber } from '../../../src/conversation/understanding/read-number.ts';
import { formatNumber, formatPercent, formatTypedPercent } from '../../../src/presentation/format-number.ts';
import { written } from './cases.ts';
import { understand } from './vocabularies.ts';

/** `12000`, `85|0.85` for what may be either, `?` for no number, `-` for a number of something else. */
function read(text: string, field: NumberField, locale: Locale = 'fi'): string {
  const found = readNumber(text, { locale, field });
  if (found.kind === 'value') return String(found.value);
  if (found.kind === 'ambiguous') return found.candidates.join('|');
  return found.problem === 'not-a-number' ? '?' : '-';
}

describe('twelve thousand euros or cases', () => {
  it.each([
    '12000',
    '12 000',
    '12\u00a0000',
    '12\u202f000',
    '12\u2009000',
    "12'000",
    '12’000',
    '12.000',
    '12 te',
    '12te',
    '12 TE',
    '12 tuhatta',
    '12k',
    '12 000,00',
    '12.000,00',
    '12,000.00',
    ' 12 000 ',
    '12  000',
    '12 000.',
  ])('%s', text => {
    for (const locale of LOCALES)
      for (const field of ['euros', 'count'] as const)
        expect([locale, field, read(text, field, locale)]).toEqual([locale, field, '12000']);
  });

  it.each([
    '12 000 €',
    '€12 000',
    '12 t€',
    '12k€',
    '12 000 euroa',
    'EUR 12.000',
    '12 tuhatta euroa',
    '12 000,-',
  ])('%s, in euros alone', text => {
    expect([read(text, 'euros'), read(text, 'count'), read(text, 'minutes'), read(text, 'percent')]).toEqual([
      '12000',
      '-',
      '-',
      '-',
    ]);
  });
});

describe('a separator before three figures', () => {
  it.each([
    ['fi', 'euros', '1,200', '1.2'],
    ['sv', 'euros', '1,200', '1.2'],
    ['en', 'euros', '1,200', '1200'],
    ['en', 'count', '1,200', '1200'],
    ['en', 'minutes', '1,200', '1200'],
    // There is no fifth of a case.
    ['fi', 'count', '1,200', '1200|1.2'],
    ['fi', 'minutes', '1,200', '1.2'],
    ['fi', 'minutes', '1.200', '1200|1.2'],
    ['en', 'minutes', '1.200', '1.2'],
    ['fi', 'number', '1,200', '1200|1.2'],
    ['fi', 'percent', '85.500', '85.5'],
    ['en', 'percent', '85,500', '85.5|85500'],
    ['fi', 'euros', '1.234.567', '1234567'],
    ['fi', 'euros', '1,234,567.5', '1234567.5'],
    ['fi', 'euros', '-1.200', '-1200'],
    ['fi', 'euros', '1,5 te', '1500'],
    ['fi', 'euros', '0,850', '0.85'],
    ['fi', 'euros', '1234,567', '1234.567'],
    ['fi', 'euros', '12.34', '12.34'],
  ] as const)('%s, %s: %s', (locale, field, text, expected) => {
    expect(read(text, field, locale)).toBe(expected);
  });
});

describe('per cents', () => {
  it.each([
    ['85', '85'],
    ['85 %', '85'],
    ['85\u00a0%', '85'],
    ['85,5 %', '85.5'],
    ['85 prosenttia', '85'],
    ['0,85', '85|0.85'],
    ['0.85', '85|0.85'],
    ['.85', '85|0.85'],
    ['0,85 %', '0.85'],
    ['0', '0'],
    ['\u22125', '-5'],
  ])('%s', (text, expected) => {
    expect([read(text, 'percent'), read(text, 'share')]).toEqual([expected, expected]);
  });

  it('may be the whole in a column of shares', () => {
    expect([read('1', 'percent'), read('1', 'share'), read('1 %', 'share')]).toEqual(['1', '100|1', '1']);
  });
});

describe('no number', () => {
  it.each([
    '',
    ' ',
    'TRUE',
    'tosi',
    '1.5.2026',
    '12.3.',
    '2026-05-01',
    '12:30',
    '80-90',
    '80–90',
    '80 - 90 %',
    '80…90',
    '80 90',
    '12 00',
    '1 2',
    '8O',
    '8O %',
    'l00',
    '1e3',
    '1/2',
    '>80',
    'yli 80',
    '040 123 4567',
    '1.2.3',
    '--5',
    '5²',
    'NaN',
    'Infinity',
    '9'.repeat(400),
  ])('%s', text => {
    for (const field of NUMBER_FIELDS)
      expect([field, read(text, field)]).toEqual([field, expect.stringMatching(/^[?-]$/)]);
  });

  it.each([
    ['30 asukasta', 'percent'],
    ['30 kpl', 'share'],
    ['30 €', 'percent'],
    ['2 h', 'minutes'],
    ['2 tuntia', 'minutes'],
    ['15 %', 'minutes'],
    ['15 min', 'count'],
    ['15 min', 'euros'],
    ['40 %', 'count'],
  ] as const)('of the kind asked for: %s as %s', (text, field) => {
    expect(read(text, field)).toBe('-');
  });
});

describe('what we write ourselves', () => {
  it.each(LOCALES)('is read back, in %s', locale => {
    const amounts = fc.integer({ min: 0, max: 10_000_000_00 }).map(cents => cents / 100);
    fc.assert(
      fc.property(amounts, amount => {
        const text = formatNumber(locale, amount);
        expect([text, read(text, 'euros', locale)]).toEqual([text, String(amount)]);
        expect(read(formatNumber(locale, -amount), 'minutes', locale)).toBe(String(0 - amount));
        expect(read(formatNumber(locale, Math.round(amount)), 'count', locale)).toBe(
          String(Math.round(amount)),
        );
        const rate = (Math.round(amount) % 10_001) / 100;
        for (const format of [formatPercent, formatTypedPercent])
          expect(read(format(locale, rate), 'percent', locale)).toBe(String(rate));
      }),
    );
  });
});

describe('the chat', () => {
  it('reads a number alone just as a field does, and offers what may be either', () => {
    const figures = fc.constantFrom(
      '12.000',
      '12 000',
      '1,200',
      '0,85',
      '85',
      '12 te',
      '85 %',
      '-3',
      '8O',
      '90-80',
      '12.3.',
    );
    fc.assert(
      fc.property(
        figures,
        fc.constantFrom(...LOCALES),
        fc.constantFrom('euros', 'count', 'minutes'),
        (text, locale, asked) => {
          const found = readNumber(text, { locale, field: asked });
          const said = written(understand(text, { locale, asked }));
          if (found.kind === 'value') expect([text, said]).toEqual([text, String(found.value)]);
          else
            expect([text, said]).toEqual([
              text,
              found.kind === 'ambiguous' ? `?${found.candidates[0]}` : '?',
            ]);
        },
      ),
    );
  });

  it.each([
    ['percent', '80-90'],
    ['percent', '80 – 90 %'],
    ['percent', '80−90'],
    ['percent', '80 ja 90 välillä'],
    ['percent', '75–85'],
    ['percent', '80 tai 90 %'],
    ['percent', '80...90 %'],
    ['percent', '80 … 90 %'],
    ['percent', '80 90 %'],
    ['percent', '80 % – 90 %'],
    ['percent', '80:stä 90:een'],
    ['percent', '30 hlö'],
    ['minutes', '2 päivää'],
    ['percent', 'noin 80–90 prosenttia'],
    ['percent', '8O'],
    ['percent', '8O %'],
    ['percent', '8OO'],
    ['percent', '30 asukasta'],
    ['percent', 'meillä on 30 asukasta'],
    ['percent', 'kolmekymmentä asukasta'],
    ['percent', '30 invånare'],
    ['percent', '30 residents'],
    ['euros', 'noin 2 tuntia'],
    ['count', 'noin 12 000 euroa'],
    ['euros', '12.3.2026'],
  ] as const)('makes no number of it, %s: %s', (asked, text) => {
    expect(understand(text, { locale: 'fi', asked })).toEqual({ kind: 'reprompt' });
  });

  it.each([
    ['fi', 'euros', 'noin 12.000 euroa vuodessa', '12000'],
    ['fi', 'count', 'noin 12 te', '12000'],
    ['fi', 'count', 'meillä on 1200 vuodessa', '1200'],
    ['fi', 'percent', '80 hakemuksista', '80'],
    ['fi', 'percent', 'vuonna 2024 80 %', '80'],
    ['fi', 'percent', 'no... 80 %', '80'],
    ['fi', 'percent', '90 %, 30 asukasta', '90'],
    ['sv', 'euros', 'cirka 12 000 euro', '12000'],
    ['en', 'euros', 'about 1,200 euros', '1200'],
    ['en', 'minutes', 'about 15 minutes', '15'],
  ] as const)('reads it in a sentence, %s, %s: %s', (locale, asked, text, expected) => {
    expect(written(understand(text, { locale, asked }))).toBe(expected);
  });
});

it.each([
  ['80 ½', 'percent', '80.5'],
  ['80½ %', 'percent', '80.5'],
  ['½', 'percent', '50|0.5'],
  ['12 ¾ €', 'euros', '12.75'],
  ['80,5½', 'percent', '?'],
] as const)('a quarter or a half as one sign: %s in %s', (text, field, is) => {
  expect(read(text, field)).toBe(is);
});

it.each([
  ['€80', '80'],
  ['€80 €', '80'],
  // Money before the number, and something else behind it.
  ['€80 %', '-'],
  ['€80 min', '-'],
  ['--5', '?'],
])('signs before a number: %s', (text, is) => {
  expect(read(text, 'euros')).toBe(is);
});
