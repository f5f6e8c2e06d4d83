/** Going to an item that is named by itself, and picking items where some are to be chosen. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { instrumentSchema } from '../../src/assessment/instrument.ts';
import type { Turn } from '../../src/conversation/context.ts';
import { goToItem, goToNamed } from '../../src/conversation/go-to-item.ts';
import { itemsPicked } from '../../src/conversation/items-picked.ts';
import { itemWordsSchema } from '../../src/conversation/naming/item-words.ts';
import { createNaming } from '../../src/conversation/naming/naming.ts';
import { small } from '../assessment/small-instrument.ts';
import { KITCHEN, type Open, sceneAt } from './small-scene.ts';

const words = itemWordsSchema.parse({
  ...{ all: 'kaikki', except: 'paitsi, muut', and: 'ja' },
  items: {
    rooms: { kitchen: 'keittiö*', yard: 'piha*' },
    tools: { pan: 'pannu*', pot: 'kattila*', lid: 'kansi', spade: 'lapio*' },
    views: { near: 'läheltä', far: 'kaukaa' },
  },
});
/** Each room is looked at from near and from afar. */
const looked = instrumentSchema.parse({
  ...small,
  lists: { ...small.lists, views: { items: ['near', 'far'] } },
  steps: [
    { id: 'rooms-chosen', type: 'choose', list: 'rooms' },
    {
      id: 'room',
      type: 'each',
      list: 'rooms',
      items: 'chosen',
      steps: [
        {
          id: 'view',
          type: 'each',
          list: 'views',
          items: 'all',
          steps: [{ id: 'seen', type: 'text', max: 20 }],
        },
      ],
    },
  ],
});

function sceneIn(answers: Answers, open: Open = {}) {
  const scene = sceneAt(answers, open);
  const { instrument } = scene;
  const naming = createNaming({ instrument, words: () => words, text: () => undefined }, 'fi');
  return { ...scene, context: { ...scene.context, naming: () => naming } };
}

const shown = (turn: Turn | undefined) => {
  const [reply] = turn?.replies ?? [];
  return reply && 'step' in reply ? reply.step : reply?.kind;
};

describe('an item named by itself', () => {
  it.each<[text: string, answers: Answers, step: string | undefined]>([
    ['keittiö', KITCHEN, 'kitchen.stock.1'],
    ['pannu', KITCHEN, 'kitchen.pan.details'],
    // One that is not on the way is gone to all the same, and its room is chosen.
    ['kattila', KITCHEN, 'kitchen.pot.details'],
    ['lapio', KITCHEN, 'yard.spade.details'],
    ['piha', KITCHEN, 'yard.stock.1'],
    ['pannu ja kattila', KITCHEN, 'kitchen.pan.details'],
    ['muut kuin pannu', KITCHEN, undefined],
    ['vatkain', KITCHEN, undefined],
  ])('%s', (text, answers, step) => {
    expect(shown(goToNamed(sceneIn(answers), text))).toBe(step);
  });

  it('is gone to where it is listed below, and a heading that was not chosen is chosen with it', () => {
    const turn = goToNamed(sceneIn(KITCHEN), 'lapio');
    expect(turn?.session.runs.small?.answers['rooms-chosen']).toEqual(['kitchen', 'yard']);
    expect(goToItem(sceneIn(KITCHEN), { lists: ['shelves'], items: ['top'] })).toBeUndefined();
  });

  it('is that of the item in hand, or else of the first one that is gone through', () => {
    const both = { 'rooms-chosen': ['kitchen', 'yard'] };
    const open = (step: string | undefined, answers: Answers = both) =>
      shown(goToNamed(sceneIn(answers, { instrument: looked, ...(step && { step }) }), 'kaukaa'));
    expect(open('yard.near.seen')).toBe('yard.far.seen');
    expect(open(undefined)).toBe('kitchen.far.seen');
    expect(open(undefined, { ...both, 'kitchen.near.seen': 'x', 'kitchen.far.seen': 'x' })).toBe(
      'yard.far.seen',
    );
    expect(open('rooms-chosen')).toBe('kitchen.far.seen');
    expect(open(undefined, {})).toBeUndefined();
  });
});

describe('items to be chosen', () => {
  it.each<[text: string, picked: readonly string[]]>([
    ['keittiö', ['kitchen']],
    ['piha ja keittiö', ['kitchen', 'yard']],
    ['pannu', []],
    ['kaikki', ['kitchen', 'yard']],
    ['kaikki pihat', ['yard']],
    ['kaikki paitsi keittiö', ['yard']],
    ['kaikki paitsi 2', ['kitchen']],
    ['kaikki paitsi', []],
    ['muut', []],
    ['paitsi keittiö', []],
    ['1', ['kitchen']],
    ['2, 1', ['yard', 'kitchen']],
    ['1 ja 2', ['kitchen', 'yard']],
    ['1 & 2.', ['kitchen', 'yard']],
    ['3', []],
    ['0', []],
    ['1 pannu', []],
    ['', []],
  ])('"%s" picks %j', (text, picked) => {
    expect(itemsPicked(sceneIn({}), 'rooms', text)).toEqual(picked);
  });

  it('are none of a list that nobody chooses from', () => {
    expect(itemsPicked(sceneIn({}), 'shelves', 'kaikki')).toEqual([]);
  });
});
