/** Words as people write them: slips, stretched letters, letters without their dots; and the text that is read. */
import { describe, expect, it } from 'vitest';
import { slipsBetween } from '../../../src/assessment/shape/slips-between.ts';
import { numbersOf, type Part } from '../../../src/conversation/understanding/numerals.ts';
import { inPassing, remember } from '../../../src/conversation/understanding/remember.ts';
import {
  fold,
  lacks,
  lettersOf,
  slipsAllowed,
  unstretched,
} from '../../../src/conversation/understanding/spelling.ts';
import { cut, READ_LENGTH, tidy, tokenise, wholeOf } from '../../../src/conversation/understanding/tokens.ts';
import { understand } from './vocabularies.ts';

it.each([
  ['kyllä', 'kylla'],
  ['Åå öö', 'Aa oo'],
  ['plain', 'plain'],
])('%s without its dots is %s', (word, folded) => {
  expect(fold(word)).toBe(folded);
});

it.each([
  ['kyllä', []],
  ['joo', []],
  ['jooo', ['joo', 'jo']],
  ['kylllä', ['kyllä', 'kylä']],
  ['hmmmm', ['hmm', 'hm']],
  ['jaaa ookkk', ['jaa ookk', 'ja ook']],
])('%s is stretched from one of %j', (word, short) => {
  expect(unstretched(word)).toEqual(short);
});

it.each([
  ['abc', 'abc', 0],
  ['abc', 'ab', 0],
  ['ab', 'abc', 1],
  ['ab', 'xyz', 3],
  ['', 'ab', 2],
])('%s lacks letters of %s: %i at least', (one, other, missing) => {
  expect(lacks(lettersOf(one), lettersOf(other))).toBe(missing);
});

it.each([
  [4, 0],
  [5, 1],
  [8, 1],
  [9, 2],
])('a word of %i letters may have %i slips', (length, slips) => {
  expect(slipsAllowed(length)).toBe(slips);
});

it.each([
  ['planned', 'planned', 2, 0],
  // Left out, added, and swapped with its neighbour: one slip each.
  ['planed', 'planned', 2, 1],
  ['plannned', 'planned', 2, 1],
  ['plannde', 'planned', 2, 1],
  ['lpanned', 'planned', 2, 1],
  // One mistaken letter makes another word of a short one, and is a slip in a longer one.
  ['plonned', 'planned', 2, 1],
  ['kylmä', 'kyllä', 2, 2],
  ['kylmän', 'kyllän', 2, 2],
  // More than are looked for are one more than that.
  ['plonnod', 'planned', 1, 2],
  ['plann', 'planned', 1, 2],
  ['abcdefgh', 'planned', 2, 3],
  ['', 'ab', 2, 2],
])('from %s to %s there are, up to %i, %i slips', (one, other, limit, slips) => {
  expect(slipsBetween(one, other, limit)).toBe(slips);
  expect(slipsBetween(other, one, limit)).toBe(slips);
});

describe('the text that is read', () => {
  it.each([
    ['  kyllä  ', 'kyllä'],
    ['kylla\u0308', 'kylla\u0308'.normalize('NFC')],
    ['1\u00a0500\u202f€', '1 500 €'],
    ['that’s ‘so’', "that's 'so'"],
    ['👍🏽\u200d\ufe0f', '👍'],
    ['½ h', '0,5 h'],
    ['80½', '80,5'],
    ['80 ¼', '80,25'],
    ['1,5¾', '1,50,75'],
    ['x'.repeat(READ_LENGTH + 1), 'x'.repeat(READ_LENGTH)],
  ])('%s is tidied to %s', (text, tidied) => {
    expect(tidy(text)).toBe(tidied);
  });

  it.each([
    ['Kyllä!', 'kyllä'],
    ['OK. ! .', 'ok'],
    ['?', '?'],
    ['!', '!'],
    ['a b', 'a b'],
  ])('%s as a whole is %s', (text, whole) => {
    expect(wholeOf(text)).toBe(whole);
  });

  it('is cut into words, numbers and marks, each where it stands', () => {
    expect(tokenise("Ei, it's 12 000 pdf:n")).toEqual([
      { kind: 'word', text: 'ei', from: 0, to: 2 },
      { kind: 'mark', text: ',', from: 2, to: 3 },
      { kind: 'word', text: "it's", from: 4, to: 8 },
      { kind: 'number', text: '12 000', from: 9, to: 15 },
      { kind: 'word', text: 'pdf:n', from: 16, to: 21 },
    ]);
    expect(cut(' Joo! ')).toMatchObject({
      text: 'Joo!',
      whole: 'joo',
      tokens: [{ text: 'joo' }, { text: '!' }],
    });
  });
});

/** `5` says a number, `*100` multiplies, `+10` adds. */
const partsOf = (text: string): Part[] =>
  text.split(' ').map(part => {
    if (part.startsWith('*')) return { times: Number(part.slice(1)) };
    return part.startsWith('+') ? { plus: Number(part.slice(1)) } : { plain: Number(part) };
  });

it.each([
  ['5', [5]],
  ['80 5', [85]],
  ['5 80', [5, 80]],
  ['80 11', [80, 11]],
  ['20 30', [20, 30]],
  ['5 6', [5, 6]],
  ['0 5', [0, 5]],
  ['3 +10', [13]],
  ['2 *10', [20]],
  ['2 *10 5', [25]],
  ['20 *10', [20, 10]],
  ['*100', [100]],
  ['2 *100', [200]],
  ['2 *100 50 4', [254]],
  ['2 *100 *100', [200, 100]],
  ['*1000', [1000]],
  ['2 *1000 5 *100', [2500]],
  ['2 *100 *1000', [200_000]],
  ['3 *1000 4 *100 50', [3450]],
  ['100 50', [150]],
  ['1000 3 *100', [1300]],
  ['5 100', [5, 100]],
  ['1.5 *1000', [1500]],
  ['2.5', [2.5]],
])('the parts %s make the numbers %j', (parts, numbers) => {
  expect(numbersOf(partsOf(parts))).toEqual(numbers);
});

describe('what is remembered', () => {
  const counting = () => {
    const asked: string[] = [];
    const compute = (word: string) => {
      asked.push(word);
      return word.length;
    };
    return { asked, compute };
  };

  it('is kept for listed words always, for others until the message has been read', async () => {
    const { asked, compute } = counting();
    const read = remember(compute, new Set(['listed']));
    for (const word of ['listed', 'name', 'listed', 'name']) expect(read(word)).toBe(word.length);
    expect(asked).toEqual(['listed', 'name']);
    await Promise.resolve();
    for (const word of ['listed', 'name']) read(word);
    expect(asked).toEqual(['listed', 'name', 'name']);
  });

  it('in passing is gone with the message, and found anew in the next', async () => {
    const { asked, compute } = counting();
    const read = inPassing(compute);
    expect([read('a'), read('bc'), read('a')]).toEqual([1, 2, 1]);
    await Promise.resolve();
    expect([read('a'), read('a')]).toEqual([1, 1]);
    await Promise.resolve();
    read('a');
    expect(asked).toEqual(['a', 'bc', 'a', 'a']);
  });
});

it.each([
  ['not suer', 'yesno', 'unknown'],
  ['no ieda', 'yesno', 'unknown'],
  ['go bakc', 'any', 'back'],
  ['skpi this', 'any', 'skip'],
] as const)(
  'a slip in a short word is read where the phrase around it bears it out: %s',
  (text, asked, meant) => {
    const read = understand(text, { locale: 'en', asked });
    const { suggestion } = read.kind === 'reprompt' ? read : {};
    expect(suggestion && ('value' in suggestion ? suggestion.value : suggestion.name)).toBe(meant);
  },
);

it.each(['suer', 'ieda', 'bakc', 'skpi'])('and nowhere else: %s', text => {
  expect(understand(text, { locale: 'en', asked: 'yesno' })).toEqual({ kind: 'reprompt' });
});
