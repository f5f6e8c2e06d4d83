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

/** Words that are near to each other: what a slip of the pen may be is told with what reading it so costs. */
const near = createDictionary(
  { ...vocabularies.en, spoken: new Map(), endings: ['ly'], spokenEndings: [], lookalikes: [] },
  [
    'planned',
    'planner',
    'house',
    'houses',
    'four',
    'kafé',
    'garden*',
    'gardener',
    'machine',
    'machines',
    'machined',
  ],
);

it.each([
  ['house', 'house 0'],
  ['housely', 'housely 0, house 1'],
  ['kafe', 'kafe 0, kafe 2'],
  ['planed', 'planed 0, planned 4'],
  ['gardne', 'gardne 0, garden 4'],
  // Of two as near, one of which begins as the other, the one that is surer anyway; else both are guesses.
  ['houes', 'houes 0, house 4, houses 4'],
  ['gadrener', 'gadrener 0, gardener 4, garden 4'],
  ['plannes', 'plannes 0, planned 8, planner 8'],
  ['machinez', 'machinez 0, machine 8, machines 8, machined 8'],
  // A word of four letters is a guess; a first letter is seldom the wrong one.
  ['fuor', 'fuor 0, four 8'],
  ['fourr', 'fourr 0, four 4'],
  ['xlanned', 'xlanned 0'],
  ['ho', 'ho 0'],
  [`planned${'x'.repeat(20)}`, `planned${'x'.repeat(20)} 0`],
])('%s may be, with its cost, %s', (word, forms) => {
  const told = near.forms(word).map(({ text, cost }) => `${text} ${cost}`);
  expect(told.join(', ')).toBe(forms);
});

it.each([
  ['olisiko', true],
  ['sanko', true],
  ['onko', false],
  ['talo', false],
])('a word nobody knows asks by its ending: %s, %s', (word, asks) => {
  expect(createDictionary(vocabularies.fi, []).asks(word)).toBe(asks);
});
