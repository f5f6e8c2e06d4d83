/** What is left for the net of percentages that are of other ways: on items written by hand. */
import { expect, it } from 'vitest';
import type { Amount } from '../../../src/conversation/understanding/amounts-in.ts';
import { otherPart, sidesOf } from '../../../src/conversation/understanding/other-part.ts';
import { handItems } from './hand-items.ts';

/** With more said of each amount. */
function read(text: string, more: Partial<Amount> = {}) {
  const { items, amounts } = handItems(text);
  return { items, amounts: amounts.map(amount => ({ ...amount, ...more })) };
}

it.each<[text: string, sides: readonly (string | undefined)[]]>([
  ['45 phone', ['other']],
  ['45 net', ['net']],
  ['45 x', [undefined]],
  ['net 45', ['net']],
  // "Not online" is another way; a "no" behind an amount says that it is of the others.
  ['45 net no', ['other']],
  ['45 no', ['other']],
  ['no 45', [undefined]],
  ['45 phone , 55 net', ['other', 'net']],
  ['45 phone and 55 net', ['other', 'net']],
  ['45 phone but 55 net', ['other', 'net']],
  ['45 phone plus 55 net', ['other', 'net']],
  ['45 phone to 55 net', ['other', 'net']],
  // The rest is of no number, but tells of the other ones where that is the net.
  ['45 x , rest net', ['other']],
  ['45 x and 20 x and rest net', ['other', 'other']],
  ['45 rest net', ['other']],
  ['rest net , 45 x', ['other']],
  ['45 x , rest phone', [undefined]],
  ['45 rest phone', [undefined]],
  ['45 x , rest no', [undefined]],
])('"%s": %j', (text, sides) => {
  const { items, amounts } = read(text);
  expect(sidesOf(items, amounts)).toEqual(sides);
});

it.each<[text: string, left: number | undefined, more?: Partial<Amount>]>([
  ['45 phone', 55],
  ['100 phone', 0],
  ['101 phone', undefined],
  ['33.3 phone and 20.1 x and rest net', 46.6],
  ['45 x', undefined],
  ['45 net', undefined],
  ['45 phone and 55 net', 55],
  ['55 net and 45 phone', 55],
  // Of what does not add up to a whole the share is worked out; a share itself has none.
  ['800 net and 1200 phone', 40],
  ['1200 phone and 800 net', 40],
  ['30 net and 40 phone', undefined],
  ['80% net and 40% phone', undefined],
  ['40% net and 60% phone', 40],
  ['800/100 net and 1200/100 phone', undefined],
  ['800 net and 1200 phone and 10 phone', undefined],
  ['70 phone', undefined, { ranged: true }],
  ['and 70 phone', 30, { ranged: true }],
])('of "%s" %s is by net', (text, left, more) => {
  const { items, amounts } = read(text, more);
  expect(otherPart(items, amounts)).toBe(left);
});
