/** Every regular expression of the server and the page was proved to take time in proportion to its text. */
import { expect, it } from 'vitest';
import { gapsBetween, patternsIn, patternsOf, provenPatterns } from './support/patterns.ts';
import { sourcesIn } from './support/sources.ts';

/** Patterns that are put together while the program runs, which nothing can prove: each with what keeps it harmless. */
const MAKING = [
  // Of the keys that our own code names, tried on keys of our own texts.
  'src/content/check-used-texts.ts',
  // Lists of numbers, tried on one statement of a message: 500 characters at most, as of the three below.
  'src/conversation/naming/rows-meant.ts',
  'src/conversation/understanding/figures.ts',
  'src/conversation/understanding/tokens.ts',
  // A stretch of any letters, as long as a line of the picture.
  'src/presentation/picture/wrap-words.ts',
  // A line that begins with a word of ours, in what Redis tells of itself.
  'src/store/redis/inspect-redis.ts',
];

const { written, making } = patternsIn(['src', 'web'].flatMap(sourcesIn));

it('every regular expression was proved linear: npm run prove:regex', () => {
  expect(written.length).toBeGreaterThan(100);
  expect(gapsBetween(written, provenPatterns())).toEqual([]);
});

it('patterns are put together while the program runs only where it is known why', () => {
  expect(making.toSorted()).toEqual(MAKING.toSorted());
});

it('one that was never proved is found, however it is written, and a proof that nobody needs', () => {
  const planted = [
    'export const slow = (text: string) => /^(a+)+$/.test(text);',
    String.raw`export const tail = (text: string) => text.replace(/\d+$/u, '');`,
  ].join('\n');
  const { written: bad } = patternsOf('src/planted.ts', planted);
  expect(gapsBetween(bad, ['/gone/'])).toEqual([
    'src/planted.ts: /^(a+)+$/ is not proved',
    String.raw`src/planted.ts: /\d+$/u is not proved`,
    '/gone/ is nowhere any more',
  ]);
});

it.each([
  "new RegExp('(a+)+')",
  "RegExp('(a+)+')",
  "new globalThis.RegExp('(a+)+')",
  "'text'.match('(a+)+')",
  "'text'.search('(a+)+')",
])('%s is seen', code => {
  expect(patternsOf('src/planted.ts', code).making).toEqual(['src/planted.ts']);
});
