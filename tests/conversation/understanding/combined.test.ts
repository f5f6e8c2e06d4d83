/** What several amounts come to: a sum, the middle of a range, cases a year. On items written by hand. */
import { expect, it } from 'vitest';
import { timesAYear, toldTogether } from '../../../src/conversation/understanding/combined.ts';
import type { NumberField } from '../../../src/conversation/understanding/number-field.ts';
import { handItems } from './hand-items.ts';

function told(text: string, field: NumberField) {
  const { items, amounts } = handItems(text);
  const [first, ...more] = amounts;
  if (!first) throw new Error('an amount is told');
  const found = toldTogether(items, [first, ...more], { locale: 'fi', field });
  return typeof found === 'object' ? found.value : found;
}

it.each<[text: string, field: NumberField, told: number | 'unclear' | undefined]>([
  ['5', 'count', undefined],
  ['5 x', 'percent', undefined],
  // A year of it, where that is what is asked; what is paid in all, only where it is all year round.
  ['5 monthly', 'count', 60],
  ['5 daily', 'count', 1250],
  ['5 daily all-year', 'count', 1825],
  ['5 monthly daily', 'count', 'unclear'],
  ['5 monthly daily', 'percent', 'unclear'],
  // Each a year, where each says how often.
  ['5 monthly and 6 daily', 'count', 1560],
  ['5 monthly plus 6 daily', 'count', 1560],
  ['5 monthly and 6 daily all-year', 'count', 2250],
  ['5 monthly and 6 monthly', 'count', 132],
  ['5 monthly , 6 daily', 'count', 'unclear'],
  ['5 and 6 monthly', 'count', 'unclear'],
  ['5 monthly and 6', 'count', 'unclear'],
  ['5 monthly daily and 6 daily', 'count', 'unclear'],
  ['5 monthly and 6 daily', 'euros', 'unclear'],
  ['5 monthly', 'euros', 'unclear'],
  ['5 monthly all-year', 'euros', 60],
  ['5 monthly', 'minutes', 'unclear'],
  ['5 monthly all-year', 'minutes', 'unclear'],
  ['5 monthly', 'percent', undefined],
  ['5 monthly 6', 'count', 'unclear'],
  // All but some.
  ['except 10%', 'percent', 90],
  ['except 10/100', 'percent', 90],
  ['except 10', 'percent', 'unclear'],
  ['except 10% 20%', 'percent', 'unclear'],
  ['except , 10%', 'percent', undefined],
  ['10% except', 'percent', undefined],
  ['except 10%', 'count', undefined],
  ['45 phone', 'percent', 55],
  // The middle of a range, where the limit does not lie in it.
  ['60 - 70', 'percent', 65],
  ['60 to 70', 'percent', 65],
  ['between 60 and 70', 'percent', 65],
  ['70 to 80', 'percent', 75],
  ['70 to 81', 'percent', 'unclear'],
  ['81 to 90', 'percent', 85.5],
  ['10 - 15 phone', 'percent', 87.5],
  ['15 - 30 phone', 'percent', 'unclear'],
  ['70 to 60', 'percent', 'unclear'],
  ['60 to 70 to 80', 'percent', 'unclear'],
  ['60 and 70', 'percent', 'unclear'],
  ['60/100 to 70/100', 'percent', 65],
  ['60/100 to 70/100', 'count', 'unclear'],
  ['2 to 5', 'count', 4],
  ['2 to 5', 'euros', 3.5],
  ['2 to 3k', 'count', 2500],
  ['3 to 3k', 'count', 3000],
  ['4 to 3k', 'count', 1502],
  ['2k to 3k', 'count', 2500],
  ['2010 to 2020', 'count', 'unclear'],
  ['60 to 70/100', 'count', 'unclear'],
  ['60/100 to 70', 'count', 'unclear'],
  ['1000 to 2020', 'count', 1510],
  // Of minutes that went down, what was saved.
  ['40 to 12', 'minutes', 28],
  ['40 - 12', 'minutes', 'unclear'],
  ['40 to 12', 'count', 'unclear'],
  // A sum.
  ['4000 plus 3000', 'euros', 7000],
  ['4000 x and 3000', 'euros', 7000],
  ['4000 and 3000 and 2500', 'euros', 9500],
  ['4000 x 3000', 'euros', 'unclear'],
  ['4000 or 3000', 'euros', 'unclear'],
  ['4000 and , 3000', 'euros', 'unclear'],
  ['4000 and to 3000', 'euros', 'unclear'],
  ['to 4000 and 3000', 'euros', 7000],
  ['30 plus 20', 'percent', 50],
  ['30 and 20', 'percent', 'unclear'],
  ['0.1 plus 0.2', 'euros', 0.3],
  // Twenty of what?
  ['10k and 20', 'euros', 'unclear'],
  ['99 and 999', 'euros', 1098],
  ['99 and 1000', 'euros', 'unclear'],
  ['100 and 1000', 'euros', 1100],
  ['2019 and 4000', 'euros', 'unclear'],
  ['2k and 4000', 'euros', 6000],
  ['10/100 plus 20', 'euros', 'unclear'],
  ['60 to x 70', 'percent', 'unclear'],
])('%s of %s: %s', (text, field, expected) => {
  expect(told(text, field)).toBe(expected);
});

it.each([
  ['5', 1],
  ['5 monthly', 12],
  ['monthly monthly', 12],
  ['monthly daily', 1],
  ['monthly all-year', 12],
  ['daily all-year', 365],
  ['all-year', 1],
])('"%s" is %i times a year', (text, times) => {
  expect(timesAYear(handItems(text).items)).toBe(times);
});
