import { expect, it } from 'vitest';
import { fateOf } from './fate.ts';

it.each([
  ['yes', ['yes'], 'right'],
  ['no', ['partly', 'no'], 'right'],
  ['no', ['yes'], 'wrong'],
  ['no', ['?no'], 'wrong'],
  ['/pause', ['?'], 'wrong'],
  ['?no', ['no'], 'offered'],
  ['?no', ['?no'], 'right'],
  ['?no', ['?'], 'right'],
  ['?', ['?no'], 'right'],
  ['?', ['no'], 'asked'],
  ['?yes', ['no'], 'offered-wrong'],
  ['?yes', ['?no'], 'offered-wrong'],
  ['33.3', ['33'], 'right'],
  ['?66.7', ['67'], 'offered'],
  ['?66.7', ['?67'], 'right'],
  ['33', ['33.3'], 'wrong'],
  ['34', ['33'], 'wrong'],
  ['12.5', ['13'], 'wrong'],
])('%s where %j was agreed on is %s', (reading, expected, fate) => {
  expect(fateOf(reading, { expected })).toBe(fate);
});
