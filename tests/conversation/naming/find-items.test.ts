/** Items of people's own are known in a message by the names they gave them, and by nothing else that they wrote. */
import { expect, it } from 'vitest';
import type { Answers } from '../../../src/assessment/answers.ts';
import { findItems } from '../../../src/conversation/naming/find-items.ts';
import { sceneOf } from '../small-scene.ts';

const ANSWERS: Answers = {
  'kitchen.own-1.name': 'Vatkain',
  'kitchen.pan.owner': 'Kokki',
  'kitchen.care': 'Tiski',
  'own-1.name': 'Ullakko',
};

it.each([
  ['vatkain käytössä', ['rooms/tools kitchen/own-1']],
  ['Kokki', []],
  ['tiski', []],
  // A heading of one's own, of which nothing can be said but that it is there.
  ['ullakko', ['rooms own-1']],
  ['vatkain ja ullakko', ['rooms/tools kitchen/own-1', 'rooms own-1']],
])('"%s" names %j', (text, named) => {
  const found = findItems(sceneOf(ANSWERS), undefined, text);
  expect(found.map(({ path }) => `${path.lists.join('/')} ${path.items.join('/')}`)).toEqual(named);
});
