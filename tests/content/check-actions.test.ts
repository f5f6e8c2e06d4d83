import { expect, test } from 'vitest';
import { checkActions } from '../../src/content/check-actions.ts';
import type { ActionCatalogue } from '../../src/content/read-dialogs.ts';
import { archived, inForce, smallInstrument } from './small-content.ts';

type Catalogued = ActionCatalogue['actions'][number];

const act = (action: Partial<Catalogued> & Pick<Catalogued, 'id' | 'serves'>): Catalogued => ({
  finds: [],
  effort: 'small',
  role: 'owner',
  ground: ['book'],
  ...action,
});
const ONE = act({ id: 'one', stair: 1, serves: ['first', 'share'] });
const TWO = act({ id: 'two', stair: 1, serves: ['first', 'share', 'second'] });
const THREE = act({ id: 'three', stair: 2, serves: ['second'] });
const EVERYONE = act({ id: 'everyone', fits: 'everyone', serves: [] });

function problemsOf(...actions: Catalogued[]) {
  const catalogue = { version: '1.0.0', approved: { role: 'owner', date: '2026-01-31' }, actions };
  return checkActions(catalogue, [inForce(smallInstrument())]).map(
    ({ path, problem }) => `${path}: ${problem}`,
  );
}

test('actions that fit the instrument have no problems', () => {
  expect(problemsOf(ONE, TWO, THREE, EVERYONE)).toEqual([]);
});

test('an action that serves an unknown condition is found', () => {
  expect(
    problemsOf(ONE, TWO, THREE, act({ id: 'odd', fits: 'everyone', serves: ['frist'], finds: ['sceond'] })),
  ).toEqual([
    'actions.odd.serves: there is no condition frist: did you mean first?',
    'actions.odd.serves: there is no condition sceond: did you mean second?',
  ]);
});

test('an action that names a stair but serves none of its conditions is found', () => {
  expect(problemsOf(ONE, TWO, THREE, act({ id: 'idle', stair: 2, serves: ['first'] }))).toEqual([
    'actions.idle.serves: serves no condition of stair 2',
  ]);
});

test('an action that says neither its stair nor what it fits is found, and one that says both', () => {
  const both = act({ id: 'both', stair: 1, fits: 'top', serves: ['first'] });
  expect(problemsOf(ONE, TWO, THREE, act({ id: 'neither', serves: [] }), both)).toEqual([
    'actions.neither: names either its stair or what it fits',
    'actions.both: names either its stair or what it fits',
  ]);
});

test('an action that opens an instrument that is not there is found', () => {
  const [there, gone] = ['small', 'smal'].map(opens =>
    act({ id: opens, fits: 'everyone', serves: [], opens }),
  );
  expect(there && gone && problemsOf(ONE, TWO, THREE, there, gone)).toEqual([
    'actions.smal.opens: there is no dialog smal: did you mean small?',
  ]);
});

test('a condition with fewer than two actions is found', () => {
  expect(problemsOf(ONE, TWO)).toEqual(['actions: fewer than 2 actions serve second']);
});

test('an id used twice and a condition named twice are found', () => {
  expect(problemsOf(ONE, TWO, THREE, act({ id: 'one', stair: 1, serves: ['first', 'first'] }))).toEqual([
    'actions.one: this id is used more than once',
    'actions.one.serves: first is named more than once',
  ]);
});

test('actions are held against the instrument in force, not an archived one', () => {
  const old = smallInstrument(['id: second,', 'id: former,'], ['[second]', '[former]']);
  const catalogue = {
    version: '1.0.0',
    approved: { role: 'owner', date: '2026-01-31' },
    actions: [ONE, TWO, THREE],
  };
  expect(checkActions(catalogue, [inForce(smallInstrument()), archived(old)])).toEqual([]);
});
