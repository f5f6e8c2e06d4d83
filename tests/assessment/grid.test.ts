/** A table with the details of its items as rows and columns. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { gridAt, gridKeyOf, isRowOpen } from '../../src/assessment/grid.ts';
import { type Instrument, instrumentSchema, type Step } from '../../src/assessment/instrument.ts';
import { small } from './small-instrument.ts';

const KITCHEN = [{ list: 'rooms', item: 'kitchen' }];

const gridOf = (answers: Answers, instrument: Instrument = small) => {
  const grid = gridAt(instrument, answers, 'kitchen.stock');
  if (!grid) throw new Error('the kitchen has a grid');
  return grid;
};

/** The small instrument with the steps within a room changed. */
function withinRooms(change: (steps: readonly Step[]) => readonly Step[]): Instrument {
  return instrumentSchema.parse({
    ...small,
    steps: small.steps.map(step => (step.type === 'each' ? { ...step, steps: change(step.steps) } : step)),
  });
}

describe('the key of a grid', () => {
  it('is that of the table whose items have details', () => {
    expect(gridKeyOf(small, KITCHEN)).toBe('kitchen.stock');
  });

  it.each<[what: string, instrument: Instrument, at: typeof KITCHEN]>([
    ['outside of items', small, []],
    ['for an item of a list that nothing is gone through of', small, [{ list: 'tools', item: 'pan' }]],
    ['without details', withinRooms(steps => steps.filter(({ type }) => type !== 'each')), KITCHEN],
    ['without a table', withinRooms(steps => steps.filter(({ type }) => type !== 'table')), KITCHEN],
  ])('is none %s', (_what, instrument, at) => {
    expect(gridKeyOf(instrument, at)).toBeUndefined();
  });
});

describe('a grid', () => {
  it('has the table’s own field and the details that fit a cell, each of these with its form', () => {
    const { key, columns, figures } = gridOf({});
    expect(columns.map(({ input, form }) => [input.id, form?.id])).toEqual([
      ['status', undefined],
      ['sharp', 'details'],
      ['owner', 'details'],
    ]);
    expect([key, figures]).toEqual(['kitchen.stock', 'kitchen.figures']);
  });

  it('has a row for each item, those that were added last, with a key for each column', () => {
    const { rows } = gridOf({ 'kitchen.own-1.name': 'Whisk' });
    expect(rows.map(({ at }) => at.at(-1)?.item)).toEqual(['pan', 'pot', 'lid', 'own-1']);
    expect(rows[1]?.keys).toEqual(['kitchen.pot.status', 'kitchen.pot.sharp', 'kitchen.pot.owner']);
  });

  it('has no figures where none are shown', () => {
    const without = withinRooms(steps => steps.filter(({ type }) => type !== 'show'));
    expect(gridOf({}, without)).not.toHaveProperty('figures');
  });

  it.each([
    'kitchen.care',
    'kitchen.figures',
    'colour',
    'rooms-added.1',
    'nowhere.stock',
    'kitchen.pan.details',
  ])('is none behind %s', key => {
    expect(gridAt(small, {}, key)).toBeUndefined();
  });

  it('is none behind a part of its table', () => {
    expect(gridAt(small, {}, 'kitchen.stock.2')).toBeUndefined();
  });
});

describe('the details of a row', () => {
  it('are opened by the options with which they are asked', () => {
    const [row] = gridOf({}).rows;
    expect(row?.opens).toEqual(['in-use']);
    expect(row && ['in-use', 'planned', 'gone', undefined].map(first => isRowOpen(row, first))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('are always open where every option opens them', () => {
    const all = withinRooms(steps =>
      steps.map(step => (step.type === 'each' ? { ...step, items: 'all' as const } : step)),
    );
    const [row] = gridOf({}, all).rows;
    expect(row).not.toHaveProperty('opens');
    expect(row && isRowOpen(row, undefined)).toBe(true);
  });

  it('hang on conditions outside of the row, too, as far as they are answered', () => {
    const when = { equals: { input: 'care', value: 'daily' } };
    const asked = withinRooms(steps => steps.map(step => (step.type === 'each' ? { ...step, when } : step)));
    expect(gridOf({}, asked).rows[0]?.opens).toEqual([]);
    expect(gridOf({ 'kitchen.care': 'daily' }, asked).rows[0]?.opens).toEqual(['in-use']);
    expect(gridOf({ 'yard.care': 'daily' }, asked).rows[0]?.opens).toEqual([]);
  });

  it('hang on the row’s own answers, and on no other row’s', () => {
    const owned = { all: [{ equals: { input: 'status', value: 'in-use' } }, { answered: 'owner' }] };
    const asked = withinRooms(steps =>
      steps.map(step => (step.type === 'each' ? { ...step, items: owned } : step)),
    );
    const { rows } = gridOf({ 'kitchen.pot.owner': 'Cook' }, asked);
    expect(rows.map(({ opens }) => opens)).toEqual([[], ['in-use'], []]);
  });

  it('are open whatever was said where the table asks no choice first', () => {
    const counted = withinRooms(steps =>
      steps.map(step =>
        step.type === 'table'
          ? {
              ...step,
              inputs: [
                {
                  id: 'count',
                  type: 'number' as const,
                  min: 0,
                  max: 9,
                  unit: 'count' as const,
                  outs: [],
                  basis: 'own' as const,
                  blank: 'fine' as const,
                },
              ],
            }
          : step.type === 'each'
            ? { ...step, items: 'all' as const }
            : step,
      ),
    );
    expect(gridOf({}, counted).rows[0]).not.toHaveProperty('opens');
  });
});
