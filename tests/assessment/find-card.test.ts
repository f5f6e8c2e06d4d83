/** Cards by their keys, the rows of tables and ladders in parts, and the card that a field is asked on. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { fieldsOf, isAnswered } from '../../src/assessment/fields-of.ts';
import { cardAsking, cardByKey, findCard } from '../../src/assessment/find-card.ts';
import { type Instrument, instrumentSchema } from '../../src/assessment/instrument.ts';
import { walk } from '../../src/assessment/walk.ts';
import { small } from './small-instrument.ts';

const ADDED = { 'kitchen.own-1.name': 'Whisk' };

/** Fifty items in a table of two fields, twelve rows a card; the table of what was chosen of them; a ladder. */
const long: Instrument = instrumentSchema.parse({
  ...small,
  lists: {
    many: { items: Array.from({ length: 50 }, (_, index) => `item-${index + 1}`) },
    rungs: { items: [1, 2, 3].map(level => ({ id: `rung-${level}`, level })) },
  },
  steps: [
    {
      id: 'all',
      type: 'table',
      list: 'many',
      inputs: ['one', 'two'].map(id => ({ id, type: 'choice', scale: 'status' })),
    },
    { id: 'chosen', type: 'choose', list: 'many' },
    {
      id: 'some',
      type: 'table',
      list: 'many',
      items: 'chosen',
      inputs: [{ id: 'state', type: 'choice', scale: 'status', blank: 'fine' }],
    },
    {
      id: 'ladder',
      type: 'climb',
      list: 'rungs',
      from: 2,
      input: { id: 'holds', type: 'choice', scale: 'phase' },
    },
  ],
});

describe('a card by its key', () => {
  it.each<[key: string, answers: Answers, found: string | undefined]>([
    ['colour', {}, 'colour'],
    ['kitchen.stock', {}, 'kitchen.stock.1'],
    ['kitchen.stock.1', {}, 'kitchen.stock.1'],
    ['kitchen.stock.own', {}, 'kitchen.stock.own'],
    ['kitchen.stock.2', {}, undefined],
    ['kitchen.pan.details', {}, 'kitchen.pan.details'],
    ['kitchen.own-1.details', ADDED, 'kitchen.own-1.details'],
    ['kitchen.own-1.details', {}, undefined],
    ['yard.pan.details', {}, undefined],
    // An each is gone through, and is no card itself.
    ['room', {}, undefined],
    ['kitchen', {}, undefined],
    ['', {}, undefined],
  ])('%s is %s with %j: %s', (key, answers, found) => {
    expect(cardByKey(small, answers, key)?.key).toBe(found);
  });

  it.each<[key: string, part: number | 'own' | undefined]>([
    ['all', 1],
    ['all.5', 5],
    ['all.6', undefined],
    ['all.own', undefined],
    ['ladder', 2],
    ['ladder.3', 3],
    ['ladder.up', undefined],
    // Which rows were chosen may not be known, and the card is one all the same, within reason.
    ['some.1', 1],
    ['some.20', 20],
    ['some.21', undefined],
    ['some.0', undefined],
    ['some.1.5', undefined],
    ['some.first', undefined],
  ])('%s is part %s', (key, part) => {
    const card = cardByKey(long, {}, key);
    expect(card?.part).toBe(part);
    if (card) expect(card.key).toBe(`${key.split('.')[0]}.${part}`);
  });
});

describe('a card that can be answered now', () => {
  it.each<[key: string, answers: Answers, found: boolean]>([
    ['why', { colour: 'red' }, true],
    ['why', { colour: 'blue' }, false],
    ['why', {}, false],
    // Beside the way, and of an item that is not gone through.
    ['kitchen.pan.repairs', {}, true],
    ['yard.spade.details', {}, true],
    ['nowhere', {}, false],
  ])('%s with %j: %s', (key, answers, found) => {
    expect(findCard(small, answers, key) !== undefined).toBe(found);
  });

  it('is no table of what was chosen while nothing was', () => {
    expect(findCard(long, {}, 'some.1')).toBeUndefined();
    expect(findCard(long, { chosen: ['item-7'] }, 'some.1')?.key).toBe('some.1');
    expect(findCard(long, { chosen: ['item-7'] }, 'some.2')).toBeUndefined();
  });
});

describe('the rows of a table', () => {
  const rowsOn = (key: string, answers: Answers = {}) => {
    const card = cardByKey(long, answers, key);
    return card && fieldsOf(long, card, answers).map(field => field.key);
  };

  it('stand on as many cards as they need, twelve of two fields on each', () => {
    expect(walk(long, {}).path.map(({ key }) => key)).toEqual([
      'all.1',
      'all.2',
      'all.3',
      'all.4',
      'all.5',
      'chosen',
      'ladder.2',
    ]);
    expect(rowsOn('all.1')?.slice(0, 3)).toEqual(['item-1.one', 'item-1.two', 'item-2.one']);
    expect(rowsOn('all.2')?.[0]).toBe('item-13.one');
    expect(rowsOn('all.2')).toHaveLength(24);
    expect(rowsOn('all.5')).toEqual(['item-49.one', 'item-49.two', 'item-50.one', 'item-50.two']);
  });

  it('are those that were chosen where it is of these', () => {
    expect(rowsOn('some.1', { chosen: ['item-9', 'item-2'] })).toEqual(['item-2.state', 'item-9.state']);
    const thirty = { chosen: Array.from({ length: 30 }, (_, index) => `item-${index + 1}`) };
    expect(rowsOn('some.2', thirty)?.[0]).toBe('item-25.state');
    expect(rowsOn('some.2', thirty)).toHaveLength(6);
  });

  it('a row of one’s own asks its name first, under an id that is free', () => {
    const fields = (answers: Answers) => {
      const card = cardByKey(small, answers, 'kitchen.stock.own');
      return card && fieldsOf(small, card, answers).map(({ key, item }) => [key, item]);
    };
    expect(fields({})).toEqual([
      ['kitchen.own-1.name', undefined],
      ['kitchen.own-1.status', undefined],
    ]);
    expect(fields(ADDED)?.[0]).toEqual(['kitchen.own-2.name', undefined]);
    expect(fields({ 'kitchen.own-2.name': 'Sieve' })?.[0]).toEqual(['kitchen.own-1.name', undefined]);
  });
});

describe('a card is answered', () => {
  const answered = (instrument: Instrument, key: string, answers: Answers) => {
    const card = cardByKey(instrument, answers, key);
    return card && isAnswered(instrument, card, answers);
  };
  it.each<[key: string, answers: Answers, is: boolean]>([
    ['colour', {}, false],
    ['colour', { colour: 'red' }, true],
    // Of the details one field has to be answered; what may stay empty for good is not waited for.
    ['kitchen.pan.details', { 'kitchen.pan.owner': 'Cook' }, false],
    ['kitchen.pan.details', { 'kitchen.pan.sharp': 'full' }, true],
    // Where nothing has to be answered, and where nothing is asked, it is gone on from.
    ['town', { place: '091' }, false],
    ['kitchen.figures', {}, false],
    ['rooms-chosen', { 'rooms-chosen': ['yard'] }, true],
    ['kitchen.stock.1', { 'kitchen.pan.status': 'gone', 'kitchen.pot.status': 'gone' }, false],
  ])('%s with %j: %s', (key, answers, is) => {
    expect(answered(small, key, answers)).toBe(is);
  });
});

it.each<[key: string, answers: Answers, card: string | undefined]>([
  ['item-13.one', {}, 'all.2'],
  ['item-50.two', {}, 'all.5'],
  ['item-2.state', { chosen: ['item-2'] }, 'some.1'],
  ['rung-2.holds', {}, 'ladder.2'],
  // A rung that was not led to yet: the first of those that were.
  ['rung-3.holds', {}, 'ladder.2'],
  ['chosen', {}, 'chosen'],
  ['nothing', {}, undefined],
])('%s is asked with %j on %s', (key, answers, card) => {
  expect(cardAsking(long, answers, key)?.key).toBe(card);
});
