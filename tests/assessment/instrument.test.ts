/** What the fields of an instrument offer, which answers decide the way, and what is proposed. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import {
  cardSteps,
  fillsOf,
  type Input,
  type Instrument,
  inputsOf,
  instrumentSchema,
  isFrame,
  optionsOf,
  outsOf,
} from '../../src/assessment/instrument.ts';
import { offeredAt, optionsAt } from '../../src/assessment/options-at.ts';
import { findInput } from '../../src/assessment/places.ts';
import { isNationalItem, isProposedOut, proposalOf } from '../../src/assessment/proposal.ts';
import { steers } from '../../src/assessment/steers.ts';
import { small } from './small-instrument.ts';

/** One field in an instrument of its own, with scales and lists to choose from. */
function asking(step: object): { instrument: Instrument; input: Input } {
  const instrument = instrumentSchema.parse({
    ...small,
    lists: {
      goals: {
        items: [
          { id: 'first', moves: { speed: 2 } },
          { id: 'second', moves: { speed: 3, care: 1 } },
          'third',
        ],
      },
    },
    steps: [{ id: 'asked', ...step }],
  });
  const input = findInput(instrument, 'asked');
  if (!input) throw new Error('it is asked');
  return { instrument, input };
}

const field = (id: string): Input => {
  const input = findInput(small, id);
  if (!input) throw new Error(`nothing asks ${id}`);
  return input;
};

describe('the options of a field', () => {
  it.each([
    ['status', ['in-use', 'planned', 'gone']],
    ['colours', ['red', 'blue', 'other']],
    ['place', ['091']],
    ['rooms-chosen', ['kitchen', 'yard']],
    // What hangs on another list is told by where it stands.
    ['picked', []],
    ['share', []],
    ['care', []],
    ['mended', []],
  ])('%s: %j', (id, options) => {
    expect(optionsOf(small, field(id))).toEqual(options);
  });

  it('are none of a scale, a list or a register that there is not', () => {
    const empty = { ...small, scales: {}, lists: {}, registers: {} };
    for (const id of ['status', 'colours', 'place', 'rooms-chosen'])
      expect(optionsOf(empty, field(id))).toEqual([]);
  });

  it('of a choice from a list that hangs on another are the items there, with those that were added', () => {
    const answers = { 'yard.own-1.name': 'Rake' };
    const yard = [{ list: 'rooms', item: 'yard' }];
    expect(optionsAt(small, { input: field('picked'), at: yard }, answers)).toEqual(['spade', 'own-1']);
    expect(optionsAt(small, { input: field('picked'), at: [] }, answers)).toEqual([]);
    expect(optionsAt(small, { input: field('status'), at: yard }, answers)).toEqual([
      'in-use',
      'planned',
      'gone',
    ]);
  });
});

describe('what is offered', () => {
  const offered = (step: object, answers: Answers) => {
    const { instrument, input } = asking(step);
    return offeredAt(instrument, { input, at: [] }, answers);
  };

  it('of a choice leaves out an option that nobody has named', () => {
    const choice = { type: 'choice', scale: 'colour' };
    expect(offered(choice, {})).toEqual(['red', 'blue']);
    expect(offered(choice, { 'colour-name': 'Teal' })).toEqual(['red', 'blue', 'other']);
    expect(offered({ type: 'choice', scale: 'status' }, {})).toEqual(['in-use', 'planned', 'gone']);
  });

  it.each<[what: string, answers: Answers, options: readonly string[]]>([
    ['while the other is open', {}, ['red', 'blue', 'other']],
    ['by its answer', { kind: 'warm' }, ['red']],
    ['by an answer it says nothing of', { kind: 'cold' }, ['red', 'blue', 'other']],
    ['by a name that every object has', { kind: 'constructor' }, ['red', 'blue', 'other']],
    ['by a number', { kind: 1 }, ['red', 'blue', 'other']],
  ])('of several hangs on another answer: %s', (_what, answers, options) => {
    const offers = { by: 'kind', options: { warm: ['red'] } };
    expect(offered({ type: 'multi', scale: 'colour', offers }, answers)).toEqual(options);
    expect(offered({ type: 'multi', scale: 'colour' }, answers)).toEqual(['red', 'blue', 'other']);
  });

  it.each<[what: string, answers: Answers, options: readonly string[]]>([
    ['no aim', {}, ['first', 'second', 'third']],
    ['an aim from the ground', { 'speed.target': 2 }, ['first']],
    ['an aim beyond both', { 'speed.now': 1, 'speed.target': 3 }, ['first', 'second']],
    ['one that is reached', { 'speed.now': 2, 'speed.target': 3 }, ['second']],
    ['an aim in words', { 'speed.target': 'unknown' }, ['first', 'second', 'third']],
    ['an aim that nothing helps to', { 'speed.now': 3, 'speed.target': 4 }, ['first', 'second', 'third']],
    ['the other aim', { 'care.target': 1 }, ['second']],
  ])('of a list is what closes a gap: %s', (_what, answers, options) => {
    const gaps = { now: 'now', target: 'target' };
    expect(offered({ type: 'choose', list: 'goals', gaps }, answers)).toEqual(options);
    expect(offered({ type: 'choose', list: 'goals' }, answers)).toEqual(['first', 'second', 'third']);
  });
});

it.each([
  ['share', ['unknown']],
  ['sharp', ['unknown', 'na']],
  ['status', []],
  ['care', []],
])('%s can be left unrated by %j', (id, outs) => {
  expect(outsOf(small, field(id))).toEqual(outs);
});

it('a field says itself which outs it takes before its scale does', () => {
  const { instrument, input } = asking({ type: 'choice', scale: 'status', outs: ['na'] });
  expect(outsOf(instrument, input)).toEqual(['na']);
});

it.each([
  ['stock', ['status']],
  ['details', ['sharp', 'owner', 'story', 'colours']],
  ['figures', []],
  ['share', ['share']],
  ['rooms-chosen', ['rooms-chosen']],
])('%s asks %j', (id, inputs) => {
  const found = cardSteps(small).find(({ step }) => step.id === id);
  expect(found && inputsOf(found.step).map(one => one.id)).toEqual(inputs);
});

it('only forms, tables and ladders are filled at one press, and only a form says what is judged', () => {
  const fills = [{ id: 'all-in-use', scale: 'status', option: 'in-use' }];
  const inputs = [{ id: 'status', type: 'choice', scale: 'status' }];
  const steps = [
    { id: 'a', type: 'form', inputs, fills, frame: true },
    { id: 'b', type: 'table', list: 'rooms', inputs, fills },
    { id: 'c', type: 'climb', list: 'rooms', from: 1, input: inputs[0], fills },
    { id: 'd', type: 'show' },
    { id: 'e', type: 'form', inputs },
  ];
  const parsed = instrumentSchema
    .parse({ ...small, steps })
    .steps.flatMap(step => (step.type === 'each' ? [] : [step]));
  expect(parsed.map(step => fillsOf(step).length)).toEqual([1, 1, 1, 0, 0]);
  expect(parsed.map(isFrame)).toEqual([true, false, false, false, false]);
});

describe('the way', () => {
  it.each([
    ['rooms-chosen', true],
    ['picked', true],
    // Which tools are asked about, whether a question is asked at all, and what is added.
    ['kitchen.pan.status', true],
    ['colour', true],
    ['kitchen.own-1.name', true],
    ['kitchen.pan.sharp', false],
    ['kitchen.care', false],
    ['share', false],
    ['why', false],
  ])('is decided by %s: %s', (key, decides) => {
    expect(steers(small, key)).toBe(decides);
  });

  it('is decided by what an each and a step within it hang on, and by the statements of a ladder', () => {
    const holds = { id: 'holds', type: 'choice', scale: 'phase' };
    const instrument = instrumentSchema.parse({
      ...small,
      steps: [
        {
          id: 'room',
          type: 'each',
          list: 'rooms',
          items: 'all',
          when: { answered: 'begun' },
          steps: [
            {
              id: 'ladder',
              type: 'climb',
              list: 'rooms',
              from: 1,
              input: holds,
              when: { answered: 'asked' },
            },
            { id: 'which', type: 'choose', list: 'tools', when: { answered: 'chosen' } },
            { id: 'told', type: 'text', max: 9, when: { answered: 'telling' } },
          ],
        },
      ],
    });
    const steering = ['begun', 'asked', 'holds', 'which', 'chosen', 'telling', 'told'];
    expect(steering.filter(key => steers(instrument, key))).toEqual(steering.slice(0, -1));
  });
});

describe('what is proposed', () => {
  it.each([
    ['kitchen.pan.sharp', 'na', true],
    ['kitchen.pan.owner', 'Cook', false],
    ['kitchen.lid.sharp', 'manual', false],
    ['kitchen.pot.sharp', undefined, false],
    ['kitchen.pan.story', undefined, false],
    ['kitchen.own-1.sharp', undefined, false],
    ['yard.pan.sharp', undefined, false],
    ['kitchen.care', undefined, false],
    ['share', undefined, false],
    ['nowhere', undefined, false],
  ])('for %s is %j', (key, value, isOut) => {
    // Once as it is found, and once as it is known by then.
    expect([proposalOf(small, key), proposalOf(small, key)]).toEqual([value, value]);
    expect(isProposedOut(small, key)).toBe(isOut);
  });

  it('tells which items are the same all over the country', () => {
    const kitchen = { list: 'rooms', item: 'kitchen' };
    expect(isNationalItem(small, [kitchen, { list: 'tools', item: 'pan' }])).toBe(true);
    expect(isNationalItem(small, [kitchen, { list: 'tools', item: 'pot' }])).toBe(false);
    expect(isNationalItem(small, [kitchen, { list: 'none', item: 'pan' }])).toBe(false);
    expect(isNationalItem(small, [kitchen])).toBe(false);
    expect(isNationalItem(small, [])).toBe(false);
  });
});
