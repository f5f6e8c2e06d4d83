import { expect, it } from 'vitest';
import { collapseSpaces, onOneLine } from '../../src/conversation/collapse-spaces.ts';
import { unstretched } from '../../src/conversation/understanding/spelling.ts';

const MANY = 4000;

it.each([
  ['plain words', 'plain words'],
  ['a\u00a0\t b', 'a b'],
  ['a \r\n \n b', 'a\nb'],
  [` a${' '.repeat(MANY)}b `, ' a b '],
  [`a${' \n'.repeat(MANY)}b`, 'a\nb'],
])('%j squeezed', (text, left) => {
  expect(collapseSpaces(text)).toBe(left);
});

it.each([
  ['a  b', 'a  b'],
  ['a \n\n b', 'a b'],
  ['\na\n', ' a '],
  [`a${'\n '.repeat(MANY)}b`, 'a b'],
])('%j on one line', (text, left) => {
  expect(onOneLine(text)).toBe(left);
});

it.each([
  ['kyllä', []],
  ['kylllä', ['kyllä', 'kylä']],
  ['jooo', ['joo', 'jo']],
  ['aaabbbcc', ['aabbcc', 'abcc']],
  ['😀😀😀', ['😀😀', '😀']],
  [`e${'i'.repeat(MANY)}`, ['eii', 'ei']],
])('%s without what is stretched', (word, left) => {
  expect(unstretched(word)).toEqual(left);
});
