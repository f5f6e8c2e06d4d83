/** Rows of the open table that are meant by their numbers, by "all", or as the others. */
import { describe, expect, it } from 'vitest';
import { cardByKey } from '../../../src/assessment/find-card.ts';
import { itemWordsSchema } from '../../../src/conversation/naming/item-words.ts';
import { createNaming } from '../../../src/conversation/naming/naming.ts';
import { type Mention, rowsAlone, rowsMeant } from '../../../src/conversation/naming/rows-meant.ts';
import { small } from '../../assessment/small-instrument.ts';
import { sceneOf } from '../small-scene.ts';

const words = itemWordsSchema.parse({ all: 'kaikki', except: 'paitsi, muut', and: 'ja' });
const naming = createNaming({ instrument: small, words: () => words, text: () => undefined }, 'fi');

function kitchen(answers: Record<string, string> = {}, key = 'kitchen.stock.1') {
  const made = sceneOf(answers);
  const card = cardByKey(small, answers, key);
  if (!card) throw new Error(`there is no card ${key}`);
  return { scene: { ...made, context: { ...made.context, naming: () => naming } }, card };
}

const lastOf = ({ path }: Pick<Mention, 'path'>) => path.items.at(-1);

/** What is said is that it is in use; pieces are counted. */
function meant(
  text: string,
  { named = [], answers = {} }: { named?: readonly Mention[]; answers?: Record<string, string> } = {},
) {
  const { scene, card } = kitchen(answers);
  const says = (words: string) => /käytössä/.test(words);
  const counts = (words: string) => /kpl/.test(words);
  return rowsMeant(scene, card, { text, named, says, counts });
}
const among = (left: boolean, told: Parameters<typeof meant>) => [
  ...new Set(
    meant(...told)
      .filter(one => (one.among === 'left-out') === left)
      .map(lastOf),
  ),
];
const rows = (...told: Parameters<typeof meant>) => among(false, told);
const leftOut = (...told: Parameters<typeof meant>) => among(true, told);

describe('rows are meant by their numbers', () => {
  it.each<[string, readonly string[]]>([
    ['1 käytössä', ['pan']],
    ['1, 3 käytössä', ['pan', 'lid']],
    ['1 ja 3 käytössä', ['pan', 'lid']],
    ['1–3 käytössä', ['pan', 'pot', 'lid']],
    ['2..3 käytössä', ['pot', 'lid']],
    ['1 to 2 käytössä', ['pan', 'pot']],
    ['1. käytössä', ['pan']],
    ['2) käytössä', ['pot']],
    ['käytössä 1 ja 3', ['pan', 'lid']],
    ['käytössä 2.', ['pot']],
    // The wrong way round it is two numbers, and one that there is not is none.
    ['3–1 käytössä', ['lid', 'pan']],
    ['4 käytössä', []],
    ['0 käytössä', []],
    // Numbers of something are no rows, nor numbers of which nothing is said.
    ['3 kpl', []],
    ['käytössä 3 kpl 2', []],
    ['kpl käytössä 2', []],
    ['jotain 2', []],
    ['käytössä 80 %', []],
    ['käytössä', []],
  ])('%s: %j', (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  it('with the place in the text where they stand, under all lists on the way', () => {
    expect(meant('2 käytössä')).toEqual([
      { path: { lists: ['rooms', 'tools'], items: ['kitchen', 'pot'] }, from: 0, to: 1 },
    ]);
    expect(meant('käytössä 2')[0]).toMatchObject({ from: 8, to: 10 });
  });

  it('unless the statement names its items', () => {
    const [pan] = meant('1 käytössä');
    expect(pan && rows('1 käytössä', { named: [pan] })).toEqual([]);
  });

  it('only on a card of several rows', () => {
    const plain = { named: [], says: () => true, counts: () => false };
    for (const key of ['kitchen.care', 'kitchen.stock.own']) {
      const { scene, card } = kitchen({}, key);
      expect(rowsMeant(scene, card, { text: '1 käytössä', ...plain })).toEqual([]);
    }
    expect(rowsMeant(kitchen().scene, undefined, { text: '1 käytössä', ...plain })).toEqual([]);
  });
});

describe('all of them, or the others', () => {
  it.each<[string, readonly string[]]>([
    ['kaikki käytössä', ['pan', 'pot', 'lid']],
    ['kaikki', []],
    ['kaikki paitsi 2 käytössä', ['pan', 'lid']],
    ['kaikki käytössä paitsi 1 ja 3', ['pot']],
    ['muut käytössä', ['pan', 'pot', 'lid']],
  ])('%s: %j', (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['kaikki käytössä paitsi 1 ja 3', ['pan', 'lid']],
    ['kaikki paitsi 2 käytössä', ['pot']],
    ['kaikki paitsi 2', []],
    ['muut käytössä', []],
  ])('%s leaves out %j', (text, expected) => {
    expect(leftOut(text)).toEqual(expected);
  });

  it('the others are those that nothing was said of before', () => {
    const told = meant('muut käytössä', { answers: { 'kitchen.pot.status': 'gone' } });
    expect(told.map(one => [lastOf(one), one.among])).toEqual([
      ['pan', 'rest'],
      ['lid', 'rest'],
    ]);
  });

  it('are all but the items that are named behind it', () => {
    const [lid] = meant('3 käytössä');
    if (!lid) throw new Error('the third row is there');
    const text = 'kaikki käytössä paitsi lid';
    expect(rows(text, { named: [{ ...lid, from: 23, to: 26 }] })).toEqual(['pan', 'pot']);
    expect(leftOut(text, { named: [{ ...lid, from: 23, to: 26 }] })).toEqual(['lid']);
    // Named before it, they are what the statement speaks of.
    expect(rows('lid käytössä, muut', { named: [{ ...lid, from: 0, to: 3 }] })).toEqual([]);
  });
});

it.each<[string, readonly string[]]>([
  ['2', ['pot']],
  ['1 ja 3', ['pan', 'lid']],
  ['numero 2', ['pot']],
  ['rivi 1–2.', ['pan', 'pot']],
  ['2!', ['pot']],
  ['2 käytössä', []],
  ['kaksi', []],
  ['', []],
])('"%s" alone means the rows %j', (text, expected) => {
  const { scene, card } = kitchen();
  expect(rowsAlone(scene, card, text).map(({ items }) => items.at(-1))).toEqual(expected);
});

it('a single row is asked like a question by itself', () => {
  const { scene, card } = kitchen({}, 'yard.stock.1');
  expect(rowsAlone(scene, card, '1')).toEqual([]);
});
