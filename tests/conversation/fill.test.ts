/** One press that answers all that a card leaves empty. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { cardByKey } from '../../src/assessment/find-card.ts';
import { type Fill, instrumentSchema } from '../../src/assessment/instrument.ts';
import { canFill, withFill } from '../../src/conversation/fill.ts';
import { small } from '../assessment/small-instrument.ts';
import { sceneOf } from './small-scene.ts';

const FILLS: readonly Fill[] = [
  { id: 'all-full', scale: 'phase', option: 'full' },
  { id: 'same', scale: 'phase', as: 'before' },
];
const phase = (id: string) => ({ id, type: 'choice', scale: 'phase', blank: 'fine' });

/** Each tool of each room is asked how sharp and how clean it is. */
const filled = instrumentSchema.parse({
  ...small,
  steps: [
    {
      id: 'room',
      type: 'each',
      list: 'rooms',
      items: 'all',
      steps: [
        {
          id: 'tool',
          type: 'each',
          list: 'tools',
          items: 'all',
          steps: [
            {
              id: 'details',
              type: 'form',
              inputs: [phase('sharp'), phase('clean'), { ...phase('tone'), scale: 'colour' }],
              fills: FILLS,
            },
          ],
        },
      ],
    },
  ],
});

function filling(fill: string, answers: Answers, key = 'kitchen.lid.details', fields: object = {}) {
  const scene = sceneOf(answers, filled);
  const card = cardByKey(filled, answers, key);
  if (!card) throw new Error(`there is no card ${key}`);
  const {
    do: _,
    step,
    nonce,
    fill: pressed,
    ...sent
  } = withFill(scene, card, {
    ...{ do: 'form', step: key, nonce: '1', fill },
    ...fields,
  });
  expect([step, nonce, pressed]).toEqual([key, '1', fill]);
  return sent;
}

describe('all that is empty', () => {
  it('has the option that the press names, of its scale alone', () => {
    expect(filling('all-full', {}, 'kitchen.pot.details')).toEqual({ sharp: 'full', clean: 'full' });
  });

  it('stays as it was answered before, and as the card says', () => {
    const answers = { 'kitchen.pot.sharp': 'manual' };
    expect(filling('all-full', answers, 'kitchen.pot.details')).toEqual({ clean: 'full' });
    expect(filling('all-full', {}, 'kitchen.pot.details', { sharp: 'na', clean: '' })).toEqual({
      sharp: 'na',
      clean: 'full',
    });
  });

  it('does not apply where that is proposed', () => {
    expect(filling('all-full', {}, 'kitchen.pan.details')).toEqual({ sharp: 'na', clean: 'full' });
  });

  it('stays empty by a press that the card does not have', () => {
    expect(filling('none', {})).toEqual({});
  });
});

describe('the same as before', () => {
  it.each<[what: string, answers: Answers, sent: object]>([
    ['nothing was said before', {}, {}],
    [
      'each field was said of the one before',
      { 'kitchen.pot.sharp': 'full', 'kitchen.pot.clean': 'manual' },
      { sharp: 'full', clean: 'manual' },
    ],
    // The nearest one counts, and what does not apply there says nothing of this one.
    [
      'of two',
      { 'kitchen.pan.sharp': 'manual', 'kitchen.pot.sharp': 'full', 'kitchen.pot.clean': 'full' },
      { sharp: 'full', clean: 'full' },
    ],
    [
      'the nearest one has none of it',
      { 'kitchen.pan.sharp': 'manual', 'kitchen.pot.sharp': 'na', 'kitchen.pot.clean': 'full' },
      { sharp: 'manual', clean: 'full' },
    ],
    // What was not said of a field is like the rest of the one before, where all of that is alike.
    ['one field was said of it', { 'kitchen.pot.clean': 'full' }, { sharp: 'full', clean: 'full' }],
    ['it comes later on the way', { 'yard.spade.sharp': 'full' }, {}],
  ])('where %s', (_what, answers, sent) => {
    expect(filling('same', answers)).toEqual(sent);
  });
});

it('a press is there while something is empty, and while there is something to take from', () => {
  const can = (fill: number, answers: Answers) => {
    const scene = sceneOf(answers, filled);
    const [card, one] = [cardByKey(filled, answers, 'kitchen.lid.details'), FILLS[fill]];
    return card && one && canFill(scene, card, one);
  };
  const all = { 'kitchen.lid.sharp': 'full', 'kitchen.lid.clean': 'full' };
  expect([can(0, {}), can(0, all), can(1, {})]).toEqual([true, false, false]);
  expect(can(1, { 'kitchen.pot.sharp': 'full' })).toBe(true);
  expect(can(1, { 'kitchen.pot.sharp': 'na' })).toBe(false);
  expect(can(1, { 'kitchen.pot.tone': 'red' })).toBe(false);
});
