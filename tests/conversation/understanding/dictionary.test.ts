/** What a word is opened to, and which forms it may be: on a vocabulary of a few words. */
import { expect, it } from 'vitest';
import { createDictionary } from '../../../src/conversation/understanding/dictionary.ts';
import { vocabularies } from './vocabularies.ts';

const dictionary = createDictionary(
  {
    ...vocabularies.en,
    spoken: new Map([
      ['yea', 'yes'],
      ['dunnö', 'do not know'],
      ['plånnedly', 'no'],
      ['yes', 'indeed'],
    ]),
    endings: ['ly', 'ish'],
    spokenEndings: [['in', 'ing']],
    lookalikes: ['plant'],
  },
  ['yes', 'planned', 'planning', 'librar*', 'kafé', 'p*'],
);

it.each([
  // A word of a phrase stands for itself, unless it is spoken for something else.
  ['planned', 'planned'],
  ['yes', 'indeed'],
  ['yea', 'yes'],
  ['yeaaa', 'yes'],
  ['yealy', 'yes'],
  // Without its dots, too.
  ['dunno', 'do not know'],
  // A known word with an ending is no spoken form that lacks its dots.
  ['plannedly', 'plannedly'],
  ['zzz', 'zzz'],
  // An ending behind a colon goes, and words with a line between them are two.
  ['planned:s', 'planned'],
  ['zzz:s', 'zzz'],
  ['yea-planned', 'yes planned'],
])('%s is opened to %s', (word, words) => {
  expect(dictionary.plain(word).join(' ')).toBe(words);
});

it.each([
  ['planned', 'planned'],
  ['plannedly', 'plannedly planned'],
  ['planninly', 'planninly planning'],
  ['plannin', 'plannin planning'],
  ['kafe', 'kafe kafe'],
  ['planed', 'planed planned'],
  ['libraries', 'libraries'],
  ['zzz', 'zzz'],
])('%s may be %s', (word, forms) => {
  expect(
    dictionary
      .forms(word)
      .map(({ text }) => text)
      .join(' '),
  ).toBe(forms);
});
