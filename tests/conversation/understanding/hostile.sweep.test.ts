/** Whatever is sent: an understanding of the right shape, for work that grows with the length only. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/conversation/locale.ts';
import { READ_LENGTH, tidy, tokenise } from '../../../src/conversation/understanding/tokens.ts';
import { ASKED } from '../../../src/conversation/understanding/understanding.ts';
import { casesOf, written } from './cases.ts';
import { understand, vocabularies } from './vocabularies.ts';

const ordinary = fc.constantFrom(...LOCALES.flatMap(casesOf).map(({ text }) => text));
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 700 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(ordinary, { maxLength: 12 }).map(texts => texts.join(' ')),
  fc.tuple(ordinary, fc.string({ unit: 'binary', maxLength: 20 }), ordinary).map(parts => parts.join('')),
);
const anyContext = fc.record({
  locale: fc.constantFrom(...LOCALES),
  asked: fc.constantFrom(...ASKED),
  options: fc.array(fc.constantFrom('yes', 'partly', 'no', 'unknown', 'na'), { maxLength: 5 }),
});

const VALUES = [
  'yes',
  'partly',
  'no',
  'manual',
  'partial',
  'full',
  'outside',
  'none',
  'planned',
  'inuse',
  'unknown',
  'na',
];

const DENIALS = {
  fi: ['ei ole', 'ei oo', 'emme ole'],
  sv: ['inte', 'har inte', 'ingen'],
  en: ['not', 'have not', "don't"],
};

describe.each(LOCALES)('a denial among words of the matter, %s', locale => {
  const { topics, part, whole, yesno } = vocabularies[locale];
  const denies = (phrase: string) => DENIALS[locale].some(denial => ` ${phrase} `.includes(` ${denial} `));
  const words = [topics, part, whole, yesno.yes.stated].flat().filter(phrase => !denies(phrase));
  const word = fc.constantFrom(...words.map(phrase => phrase.replaceAll('*', '')));
  const some = fc.array(word, { maxLength: 4 });

  it('is never read as a yes', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...DENIALS[locale]), some, (before, denial, after) => {
        const text = [...before, denial, ...after].join(' ');
        expect(understand(text, { locale, asked: 'yesno' })).not.toMatchObject({
          kind: 'answer',
          value: 'yes',
        });
      }),
      { numRuns: 1500 },
    );
  });
});

/** "Not sure, not digital": the denial says little, and the doubt must not make a value of it. */
const DENIED_BESIDE_DOUBT = ['en oo varma, ei digitaalinen', 'ei mitään hajua, ei manuaalinen'];

function askedOfPhase(text: string): [string, { locale: 'fi'; asked: 'phase'; options: [] }] {
  return [text, { locale: 'fi', asked: 'phase', options: [] }];
}

describe('any text at all', () => {
  it('is understood as something the question can take, or asked about', () => {
    fc.assert(
      fc.property(anyText, anyContext, (text, context) => {
        const understood = understand(text, context);
        const meant = understood.kind === 'reprompt' ? understood.suggestion : understood;
        if (meant?.kind !== 'answer') return;
        if (typeof meant.value === 'string') expect(VALUES).toContain(meant.value);
        else expect(Number.isFinite(meant.value)).toBe(true);
        if (context.asked === 'percent' && typeof meant.value === 'number') {
          expect(meant.value).toBeGreaterThanOrEqual(0);
          expect(meant.value).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 1500, examples: DENIED_BESIDE_DOUBT.map(askedOfPhase) },
    );
  });

  it('means the same whenever it is read', () => {
    fc.assert(
      fc.property(anyText, anyContext, (text, context) => {
        expect(understand(text, context)).toEqual(understand(text, context));
      }),
      { numRuns: 300 },
    );
  });

  it('means the same in capitals, decomposed and with spaces around', () => {
    fc.assert(
      fc.property(ordinary, anyContext, (text, context) => {
        const plain = written(understand(text, context));
        expect(written(understand(text.normalize('NFD'), context))).toBe(plain);
        expect(written(understand(`  ${text}\t`, context))).toBe(plain);
        expect(written(understand(text.toUpperCase().toLowerCase(), context))).toBe(plain);
      }),
      { numRuns: 300 },
    );
  });

  it('is read to a bounded length, in as many pieces as it has characters at most', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), text => {
        const tidied = tidy(text);
        const tokens = tokenise(tidied);
        // Composing can lengthen a character to three at most.
        expect(tidied.length).toBeLessThanOrEqual(READ_LENGTH * 3);
        expect(tokens.length).toBeLessThanOrEqual(tidied.length);
        for (const [at, { from, to }] of tokens.entries()) {
          expect(to).toBeGreaterThan(from);
          expect(from).toBeGreaterThanOrEqual(tokens[at - 1]?.to ?? 0);
        }
      }),
    );
  });

  it.each([
    ['one endless word', 'a'.repeat(100_000)],
    ['one word over and over', 'ei '.repeat(50_000)],
    ['little words only', 'en se nyt kyllä '.repeat(20_000)],
    ['figures and separators', '1 234 '.repeat(20_000)],
    ['commas and stops', ',.;:!?'.repeat(20_000)],
    ['hyphens', 'a-b-'.repeat(20_000)],
    ['numerals', 'kahdeksankymmentä'.repeat(5_000)],
  ])('%s: is answered', (_, text) => {
    for (const asked of ASKED) expect(understand(text, { locale: 'fi', asked })).toBeDefined();
  });
});
