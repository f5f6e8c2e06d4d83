/** A card that was sent in: what each field says, what an empty one means, and why it cannot be taken. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { cardByKey } from '../../src/assessment/find-card.ts';
import { type Instrument, instrumentSchema } from '../../src/assessment/instrument.ts';
import { takeSentCard } from '../../src/conversation/sent-card.ts';
import { small } from '../assessment/small-instrument.ts';
import { KITCHEN, sceneOf } from './small-scene.ts';

const DETAILS = 'kitchen.pan.details';

/** What stands written after it was sent, or why it was refused, or what is asked back. */
function sent(
  step: string,
  fields: Readonly<Record<string, string>>,
  answers: Answers = {},
  of: Instrument = small,
) {
  const card = cardByKey(of, answers, step);
  if (!card) throw new Error(`there is no card ${step}`);
  const scene = sceneOf(answers, of);
  const open = { ...scene, session: { ...scene.session, runs: { small: scene.run }, active: 'small' } };
  const turn = takeSentCard(open, card, { do: 'form', step, nonce: '1', ...fields });
  const { pending, runs } = turn.session;
  if (pending?.kind === 'reading') return { asked: pending.entries, passed: runs.small?.passed };
  const [refused] = turn.replies;
  if (refused?.kind === 'refused')
    return refused.problems.map(({ key, rejection }) => `${key} ${rejection.problem}`);
  return Object.fromEntries(
    Object.entries(runs.small?.answers ?? {}).filter(([key, value]) => answers[key] !== value),
  );
}

it.each<[what: string, fields: Record<string, string>, answers: Answers, written: object]>([
  [
    'filled',
    { sharp: 'full', owner: ' Kokki ' },
    KITCHEN,
    { 'kitchen.pan.sharp': 'full', 'kitchen.pan.owner': 'Kokki' },
  ],
  ['empty', { sharp: '', owner: '' }, KITCHEN, {}],
  ['left as it was', {}, { ...KITCHEN, 'kitchen.pan.owner': 'Kokki' }, {}],
  ['with an option that there is not', { sharp: 'round' }, KITCHEN, ['kitchen.pan.sharp not-an-option']],
  ['ticked', { colours: 'red,blue' }, KITCHEN, { 'kitchen.pan.colours': ['red', 'blue'] }],
  [
    'ticked, with one’s own words beside it',
    { colours: 'red', 'colours:own': ' sea   green ; ' },
    KITCHEN,
    { 'kitchen.pan.colours': ['red', 'sea green'] },
  ],
  ['with one’s own words alone', { 'colours:own': 'teal' }, KITCHEN, { 'kitchen.pan.colours': ['teal'] }],
  [
    'with what is ticked written as well',
    { colours: 'red', 'colours:own': 'red' },
    KITCHEN,
    { 'kitchen.pan.colours': ['red'] },
  ],
  ['with no words', { colours: '', 'colours:own': ' ; ' }, KITCHEN, {}],
  [
    'with more words of one’s own than there is room for',
    { 'colours:own': 'teal;mint' },
    KITCHEN,
    ['kitchen.pan.colours too-many'],
  ],
  [
    'with words beside a field that takes none',
    { owner: 'Kokki', 'owner:own': 'x' },
    KITCHEN,
    { 'kitchen.pan.owner': 'Kokki' },
  ],
])('a form %s', (_what, fields, answers, written) => {
  expect(sent(DETAILS, fields, answers)).toEqual(written);
});

describe('an answer', () => {
  const known = { ...KITCHEN, 'kitchen.pan.sharp': 'full', 'kitchen.pan.owner': 'Kokki' };
  const answersAfter = (step: string, fields: Record<string, string>, answers: Answers) => {
    const card = cardByKey(small, answers, step);
    const scene = sceneOf(answers);
    if (!card) throw new Error(`there is no card ${step}`);
    return takeSentCard(scene, card, { do: 'form', step, nonce: '1', ...fields }).session.runs.small?.answers;
  };

  it('is taken away by a word, and by an empty field only where the card stands beside the way', () => {
    expect(answersAfter(DETAILS, { sharp: 'open' }, known)).toEqual({
      ...KITCHEN,
      'kitchen.pan.owner': 'Kokki',
    });
    expect(answersAfter(DETAILS, { owner: '' }, known)).toEqual(known);
    const mended = { ...KITCHEN, 'kitchen.pan.mended': '2026-11-01' };
    expect(answersAfter('kitchen.pan.repairs', { mended: '' }, mended)).toEqual(KITCHEN);
    expect(answersAfter(DETAILS, { sharp: 'open' }, KITCHEN)).toEqual(KITCHEN);
  });
});

describe('what a card says nothing without', () => {
  it('is asked for: a choice from a list, and the name of an item of one’s own', () => {
    expect(sent('rooms-chosen', { 'rooms-chosen': '' })).toEqual(['rooms-chosen missing']);
    expect(sent('rooms-chosen', { 'rooms-chosen': 'yard' })).toEqual({ 'rooms-chosen': ['yard'] });
    // What was chosen before stays.
    expect(sent('rooms-chosen', { 'rooms-chosen': '' }, KITCHEN)).toEqual({});
    const own = 'kitchen.stock.own';
    expect(sent(own, { name: '', status: '' }, KITCHEN)).toEqual([
      'kitchen.own-1.name missing',
      'kitchen.own-1.status missing',
    ]);
    expect(sent(own, { name: 'Vatkain', status: 'open' }, KITCHEN)).toEqual(['kitchen.own-1.status missing']);
    expect(sent(own, { name: 'Vatkain', status: 'gone' }, KITCHEN)).toEqual({
      'kitchen.own-1.name': 'Vatkain',
      'kitchen.own-1.status': 'gone',
    });
  });

  it('is not asked for where it was given before, nor of any other field', () => {
    expect(sent('kitchen.stock.1', { 'pan.status': '' }, KITCHEN)).toEqual({});
  });
});

describe('a name with a slip of the pen', () => {
  it('is asked back, with all else that the card said; the card counts as gone through', () => {
    expect(sent('town', { place: 'Helsinkki' })).toEqual({
      asked: [{ key: 'place', value: '091' }],
      passed: ['town'],
    });
    expect(sent('town', { place: 'Nowhere' })).toEqual(['place not-listed']);
    expect(sent('town', { place: 'Helsinki' })).toEqual({ place: '091' });
  });
});

describe('a sum and its parts', () => {
  const either = instrumentSchema.parse({
    ...small,
    steps: [
      {
        id: 'costs',
        type: 'form',
        either: [['all'], ['staff', 'rent']],
        inputs: ['all', 'staff', 'rent'].map(id => ({
          ...{ id, type: 'number', min: 0, max: 99, unit: 'count', decimals: 0, blank: 'fine', outs: [] },
        })),
      },
    ],
  });
  it.each<[fields: Record<string, string>, said: object]>([
    [{ all: '9' }, { all: 9 }],
    [
      { staff: '4', rent: '5' },
      { staff: 4, rent: 5 },
    ],
    [{ all: '9', rent: '5' }, ['all twice']],
    [{ all: '', staff: '4' }, { staff: 4 }],
  ])('say one thing twice: %j', (fields, said) => {
    expect(sent('costs', fields, {}, either)).toEqual(said);
  });
});
