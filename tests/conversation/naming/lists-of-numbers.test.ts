import { expect, it } from 'vitest';
import { joinLast, joinNumbers } from '../../../src/conversation/naming/lists-of-numbers.ts';

const isFigure = (words: string) => words.includes('aste');

it.each([
  ['käytössä 1, 3', 'käytössä 1 3'],
  ['käytössä 1, 3–5, 7.', 'käytössä 1 3–5 7.'],
  ['käytössä 1, 3 ja 5', 'käytössä 1 3 ja 5'],
  ['käytössä 1,3; ei 2, 4', 'käytössä 1 3; ei 2 4'],
  ['käytössä 1 , 3 , 50 %', 'käytössä 1 3 , 50 %'],
  ['käytössä 1, 50 %', 'käytössä 1, 50 %'],
  ['käytössä 1,3,50 %', 'käytössä 1,3,50 %'],
  ['käytössä 1, 3 suunnitteilla', 'käytössä 1, 3 suunnitteilla'],
  ['käyttöaste 85, 20', 'käyttöaste 85, 20'],
  ['rivi 2 käytössä 1, 3', 'rivi 2 käytössä 1, 3'],
  ['a 1, 3', 'a 1, 3'],
  ['käytössä\n1, 3', 'käytössä\n1 3'],
  ['1, 3', '1, 3'],
  [`${'sana '.repeat(800)}1, 3`, `${'sana '.repeat(800)}1, 3`],
  [`käytössä ${'1, '.repeat(1300)}2`, `käytössä ${'1 '.repeat(1300)}2`],
  [`käytössä ${'1, '.repeat(1300)}x`, `käytössä ${'1 '.repeat(1299)}1, x`],
])('numbers behind words: %j', (said, joined) => {
  expect(joinLast(said, isFigure)).toBe(joined);
});

it.each([
  ['1, 3 ja 5 käytössä', '1 3 ja 5 käytössä'],
  ['1, 3–5, 7 käytössä', '1 3–5 7 käytössä'],
  ['käytössä; 1, 3', 'käytössä; 1 3'],
  ['käytössä 1, 3', 'käytössä 1, 3'],
  ['150, 3', '150, 3'],
  ['1, 50 %', '1, 50 %'],
  ['1, 350', '1, 350'],
  [`1${', 2'.repeat(1300)}`, `1${' 2'.repeat(1300)}`],
])('numbers by themselves: %j', (said, joined) => {
  expect(joinNumbers(said)).toBe(joined);
});
