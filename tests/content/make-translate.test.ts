import { expect, test } from 'vitest';
import { makeTranslate } from '../../src/content/make-translate.ts';
import { textsOf } from './small-content.ts';

const translate = makeTranslate(
  textsOf(
    {
      bot: {
        hello: 'Hei {{name}}!',
        both: '{{name}}, {{place}}: hei {{name}}',
        rate: 'Käyttöaste on {{rate, number}} %.',
        left_one: '{{count}} kysymys jäljellä',
        left_other: '{{count}} kysymystä jäljellä',
        share_one: '{{name}}: {{count, number}} osa',
        share_other: '{{name}}: {{count, number}} osaa',
        only: { here: 'Vain suomeksi' },
      },
    },
    {
      sv: { bot: { hello: 'Hej {{name}}!', rate: '{{rate, number}} %' } },
      en: {
        bot: { rate: '{{rate, number}}%', left_one: '{{count}} question', left_other: '{{count}} questions' },
      },
    },
  ),
);

test('a text is given in the language asked for', () => {
  expect(translate('fi')('bot:hello', { name: 'Aino' })).toBe('Hei Aino!');
  expect(translate('sv')('bot:hello', { name: 'Aino' })).toBe('Hej Aino!');
});

test('nothing falls back to another language: a missing text throws', () => {
  expect(() => translate('sv')('bot:only.here')).toThrow('there is no text bot:only.here');
  expect(() => translate('fi')('bot:nowhere')).toThrow('there is no text bot:nowhere');
  expect(() => translate('fi')('nowhere:hello')).toThrow('there is no text');
});

test('a group of texts is not a text', () => {
  expect(() => translate('fi')('bot:only')).toThrow('is a group of texts');
});

test('a placeholder without a value throws', () => {
  expect(() => translate('fi')('bot:hello')).toThrow('a placeholder got no value');
});

test('what a person wrote is shown as it is: no escaping, no second reading', () => {
  const written = '<b>"Kunta" & {{name}} $t(bot:only.here) $& $1</b>';
  expect(translate('fi')('bot:hello', { name: written })).toBe(`Hei ${written}!`);
});

test('a placeholder is filled in wherever it stands, and as often', () => {
  expect(translate('fi')('bot:both', { name: 'Aino', place: 0 })).toBe('Aino, 0: hei Aino');
  expect(() => translate('fi')('bot:both', { name: 'Aino' })).toThrow('a placeholder got no value');
});

test('numbers and plurals follow the language', () => {
  expect(translate('fi')('bot:rate', { rate: 81.5 })).toBe('Käyttöaste on 81,5 %.');
  expect(translate('en')('bot:rate', { rate: 81.5 })).toBe('81.5%');
  expect(translate('fi')('bot:left', { count: 1 })).toBe('1 kysymys jäljellä');
  expect(translate('fi')('bot:left', { count: 3 })).toBe('3 kysymystä jäljellä');
});

test.each([
  ['fi', 'bot:left', { count: 0 }, '0 kysymystä jäljellä'],
  ['fi', 'bot:left', { count: 1.5 }, '1.5 kysymystä jäljellä'],
  ['en', 'bot:left', { count: 1 }, '1 question'],
  ['en', 'bot:left', { count: 21 }, '21 questions'],
  ['fi', 'bot:share', { count: 1, name: '{{count}}' }, '{{count}}: 1 osa'],
  ['fi', 'bot:share', { count: 1234.5, name: '$t(bot:left)' }, '$t(bot:left): 1\u00a0234,5 osaa'],
  // A text that does not differ by number takes the number too.
  ['fi', 'bot:hello', { count: 2, name: 'Aino' }, 'Hei Aino!'],
] as const)('%s: %s with %o is “%s”', (locale, key, params, text) => {
  expect(translate(locale)(key, params)).toBe(text);
});

test('a counted text that is missing, or lacks a value, throws', () => {
  expect(() => translate('sv')('bot:left', { count: 2 })).toThrow('there is no text bot:left');
  expect(() => translate('fi')('bot:share', { count: 2 })).toThrow('a placeholder got no value');
});
