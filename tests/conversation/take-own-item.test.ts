/** What is typed on the card for an item of one's own: its name, with how it is or without. */
import { describe, expect, it } from 'vitest';
import { type Instrument, instrumentSchema } from '../../src/assessment/instrument.ts';
import { takeOwnItem } from '../../src/conversation/take-own-item.ts';
import { small } from '../assessment/small-instrument.ts';
import { cardIn, sceneAt } from './small-scene.ts';

const KITCHEN = { 'rooms-chosen': ['kitchen'] };
const status = { id: 'status', type: 'choice', scale: 'state', blank: 'open' };
/** How a tool is is read by the rules for what is in use. */
const inUse = (blank: 'open' | 'fine' = 'open'): Instrument =>
  instrumentSchema.parse({
    ...small,
    scales: { ...small.scales, state: { read: 'status', options: { none: 0, planned: 0.5, inuse: 1 } } },
    steps: [
      { id: 'rooms-chosen', type: 'choose', list: 'rooms' },
      {
        id: 'room',
        type: 'each',
        list: 'rooms',
        items: 'chosen',
        steps: [{ id: 'stock', type: 'table', list: 'tools', inputs: [{ ...status, blank }] }],
      },
    ],
  });

function taken(text: string, instrument = inUse(), key = 'kitchen.stock.own') {
  const turn = takeOwnItem(
    sceneAt(KITCHEN, { step: key, instrument }),
    cardIn(key, KITCHEN, instrument),
    text,
  );
  if (!turn) return undefined;
  const { pending, runs } = turn.session;
  const written = Object.entries(runs.small?.answers ?? {}).filter(([name]) => name.includes('own'));
  const asked =
    pending?.kind === 'reading' ? pending.entries.map(({ key, value }) => [key, value]) : undefined;
  const short = (entries: readonly unknown[][]) => entries.map(([, value]) => value).join(', ');
  if (asked) return `${short(asked)}?`;
  return written.length > 0 ? short(written) : runs.small?.passed.join();
}

describe('on a card that asks a name and how it is', () => {
  it.each([
    ['Vatkain, käytössä', 'Vatkain, inuse'],
    ['Vatkain: suunnitteilla', 'Vatkain, planned'],
    ['Vatkain on käytössä', 'Vatkain, inuse'],
    ['Vatkain on jo käytössä', 'Vatkain, inuse'],
    ['Uusi vatkain suunnitteilla', 'Uusi vatkain, planned'],
    ['Vatkain', 'Vatkain, inuse?'],
    // What behind the comma tells nothing is no part of the name.
    ['Vatkain, punainen', 'Vatkain, inuse?'],
    ['käytössä', undefined],
    ['ei', 'kitchen.stock.own'],
    ['en tiedä', 'kitchen.stock.own'],
    ['ei koske meitä', 'kitchen.stock.own'],
    ['kyllä', undefined],
    ['12', undefined],
    [', käytössä', undefined],
  ])('"%s" is %s', (text, expected) => {
    expect(taken(text)).toBe(expected);
  });

  it('a name alone is taken where how it is may stay open', () => {
    expect(taken('Vatkain', inUse('fine'))).toBe('Vatkain');
    expect(taken('Vatkain, käytössä', inUse('fine'))).toBe('Vatkain, inuse');
  });
});

it.each([
  [' Ullakko ', 'Ullakko'],
  ['ei', 'rooms-added.own'],
  ['kyllä', 'rooms-added.own'],
  ['12', undefined],
])('on a card that asks a name alone "%s" is %s', (text, expected) => {
  expect(taken(text, small, 'rooms-added.own')).toBe(expected);
});
