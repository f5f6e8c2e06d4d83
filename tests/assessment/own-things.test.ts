/** What people named themselves, and what goes with each when it is taken out. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { withChanges } from '../../src/assessment/change-answers.ts';
import { isOf, ownThings, takenOut } from '../../src/assessment/own-things.ts';
import { small } from './small-instrument.ts';

const ANSWERS: Answers = {
  'rooms-chosen': ['kitchen', 'own-1'],
  'own-1.name': 'Attic',
  'own-1.stock': 'in-use',
  'kitchen.own-1.name': 'Whisk',
  'kitchen.own-1.status': 'in-use',
  'kitchen.own-10.name': 'Sieve',
  'colour-name': 'Teal',
  colour: 'other',
  'kitchen.pan.colours': ['red', 'other'],
  'kitchen.pot.colours': ['other'],
};

/** The answers that change when it is taken out, with what they are then; null where they go. */
function changed(key: string, answers = ANSWERS): Record<string, unknown> {
  return Object.fromEntries(
    takenOut(small, answers, key).changes.map(({ key: one, value }) => [one, value ?? null]),
  );
}

it('are told in the order they were added, options that people named last', () => {
  expect(ownThings(small, ANSWERS)).toEqual([
    { key: 'own-1.name', name: 'Attic' },
    { key: 'kitchen.own-1.name', name: 'Whisk' },
    { key: 'kitchen.own-10.name', name: 'Sieve' },
    { key: 'colour-name', name: 'Teal' },
  ]);
});

it('are none where nothing was named, or a name is of no list that people add to', () => {
  expect(ownThings(small, {})).toEqual([]);
  expect(ownThings(small, { 'kitchen.pan.name': 'Wok', 'cellar.own-1.name': 'Jar' })).toEqual([]);
});

describe('an item that is taken out', () => {
  it('goes with its own answers alone', () => {
    expect(changed('kitchen.own-1.name')).toEqual({
      'kitchen.own-1.name': null,
      'kitchen.own-1.status': null,
    });
    expect(takenOut(small, ANSWERS, 'kitchen.own-1.name')).toMatchObject({ gone: 1, freed: 0 });
    expect(takenOut(small, ANSWERS, 'kitchen.own-10.name')).toMatchObject({ gone: 0, freed: 0 });
  });

  it('is no longer chosen, and the others stay chosen', () => {
    expect(changed('own-1.name')).toEqual({
      'own-1.name': null,
      'own-1.stock': null,
      'rooms-chosen': ['kitchen'],
    });
    const alone = { 'own-1.name': 'Attic', 'rooms-chosen': ['own-1'] };
    expect(changed('own-1.name', alone)).toEqual({ 'own-1.name': null, 'rooms-chosen': null });
  });

  it('leaves the choice from another list, and several answers that are no choice, as they are', () => {
    const answers = { ...ANSWERS, 'kitchen.pan.colours': ['own-1'], picked: ['own-1'] };
    expect(Object.keys(changed('own-1.name', answers))).toEqual([
      'own-1.name',
      'own-1.stock',
      'rooms-chosen',
    ]);
    // An item of the same id below another one is not the one that was chosen.
    expect(Object.keys(changed('kitchen.own-1.name', answers))).toEqual([
      'kitchen.own-1.name',
      'kitchen.own-1.status',
    ]);
  });
});

it('an option that is taken out is no answer any more, alone or among several; nothing else is lost', () => {
  const { changes, gone, freed } = takenOut(small, ANSWERS, 'colour-name');
  expect(changed('colour-name')).toEqual({
    'colour-name': null,
    colour: null,
    'kitchen.pan.colours': ['red'],
    'kitchen.pot.colours': null,
  });
  expect({ gone, freed }).toEqual({ gone: 0, freed: 3 });
  expect(ownThings(small, withChanges(ANSWERS, changes)).map(({ name }) => name)).not.toContain('Teal');
  // Another answer of the same scale stays, and so does the same word as an answer to something else.
  const others = { 'colour-name': 'Teal', colour: 'red', 'kitchen.care': 'other' };
  expect(changed('colour-name', others)).toEqual({ 'colour-name': null });
});

it.each([
  [['kitchen', 'own-1'], 'kitchen.own-1.status', true],
  [['kitchen', 'own-1'], 'kitchen.own-10.status', false],
  [['kitchen'], 'kitchen.own-1.status', true],
  [['own-1'], 'kitchen.own-1.status', false],
])('below %j stands %s: %s', (items, key, stands) => {
  expect(isOf(items, key)).toBe(stands);
});
