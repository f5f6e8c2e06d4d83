import { expect, it } from 'vitest';
import { tellingWords } from '../../../src/conversation/naming/telling-words.ts';

it.each([
  [
    'a word of one label alone',
    { a: 'Ajan tasalla', b: 'Osittain ajan tasalla', c: 'Vanhentunut' },
    { a: [], b: ['osittain'], c: ['vanhentunut'] },
  ],
  ['none too short to tell anything', { a: 'On olemassa', b: 'Ei ole' }, { a: ['olemassa'], b: [] }],
  ['none of labels that are alike', { a: 'Hyvä', b: 'hyvä' }, { a: [], b: [] }],
])('tells options apart by %s', (_, labels, told) => {
  expect(Object.fromEntries(tellingWords(new Map(Object.entries(labels))))).toEqual(told);
});
