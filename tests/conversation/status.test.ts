/** How far a run is, item by item. */
import { expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { notUnderstood } from '../../src/conversation/not-understood.ts';
import { status } from '../../src/conversation/status.ts';
import { type Open, sceneAt } from './small-scene.ts';

const told = (answers: Answers, open: Open = {}) => status(sceneAt(answers, open)).replies[0];

it('is told with the cards done in each item that is gone through', () => {
  const answers = {
    ...{ 'rooms-chosen': ['kitchen', 'own-1'], 'own-1.name': 'Ullakko' },
    ...{ 'kitchen.pan.status': 'in-use', 'kitchen.pot.status': 'gone', 'kitchen.lid.status': 'gone' },
    ...{ 'kitchen.care': 'none', colour: 'blue' },
  };
  expect(told(answers, { run: { passed: ['kitchen.figures'] } })).toMatchObject({
    kind: 'status',
    items: [
      { list: 'rooms', item: 'kitchen', done: 3, total: 4 },
      { list: 'rooms', item: 'own-1', name: 'Ullakko', done: 0 },
    ],
  });
  // Figures that were not gone through are open; the list's own name is not told.
  expect(told(answers)).toHaveProperty('items.0', { list: 'rooms', item: 'kitchen', done: 2, total: 4 });
});

it('is told without items where none is gone through', () => {
  expect(told({ 'rooms-chosen': [] })).not.toHaveProperty('items');
  expect(told({}, { run: { visiting: 'colour' } })).toMatchObject({ progress: { answered: 0, position: 5 } });
});

it('a message that was not understood is counted where it was asked, and a number’s bounds are told', () => {
  const scene = sceneAt({}, { step: 'share' });
  const again = { ...scene, session: { ...scene.session, misses: 2 } };
  const share = scene.instrument.steps.find(({ id }) => id === 'share');
  const turn = notUnderstood(again, share?.type === 'number' ? share : undefined);
  expect(turn.session).toMatchObject({ misses: 3, pending: { step: 'share' } });
  expect(turn.replies).toEqual([
    { kind: 'rejected', rejection: { problem: 'not-understood', misses: 3, min: 0, max: 50 } },
  ]);
  expect(turn.effects).toEqual([{ kind: 'count', counter: 'reprompted', step: 'share' }]);
  const nothing = notUnderstood(sceneAt({}));
  expect(nothing.replies).toEqual([
    { kind: 'rejected', rejection: { problem: 'not-understood', misses: 1 } },
  ]);
  expect(nothing.effects).toEqual([{ kind: 'count', counter: 'reprompted' }]);
});
