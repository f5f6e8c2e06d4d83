/** What is gathered of a message, statement by statement: what is written, who is only named, and how sure it is. */
import { expect, it } from 'vitest';
import { heardOf, type SpokenOf, speakOf } from '../../../src/conversation/naming/heard.ts';
import type { ItemPath } from '../../../src/conversation/naming/naming.ts';
import type { Fact } from '../../../src/conversation/naming/read-choices.ts';
import { sceneOf } from '../small-scene.ts';

const tool = (id: string): ItemPath => ({ lists: ['rooms', 'tools'], items: ['kitchen', id] });
const [PAN, POT] = [tool('pan'), tool('pot')];
const says = (said: Fact['said'], more: Partial<Fact> = {}): Fact => ({ said, sure: true, ...more });

interface Told {
  readonly of: readonly (readonly [ItemPath, Fact?])[];
  readonly leftOut?: readonly ItemPath[];
  readonly unread?: boolean;
  readonly unclear?: boolean;
  readonly answers?: Record<string, string>;
}

function heard({ of, leftOut = [], unread = false, unclear = false, answers = {} }: Told) {
  const spoken: SpokenOf = new Map();
  for (const [path, fact] of of) speakOf(spoken, path, fact);
  const { entries, named, left, certainty } = heardOf(sceneOf(answers), {
    spoken,
    leftOut,
    unread: unread ? ['so and so'] : [],
    unclear,
  });
  const written = entries.map(({ key, value }) => `${key}=${value}`);
  return [
    ...written,
    ...named.map(({ items }) => `${items.join('.')}!`),
    ...left.map(key => `${key}-`),
    certainty,
  ];
}

const IN_USE = says({ status: 'in-use' });

it.each<[what: string, told: Told, heard: readonly string[]]>([
  ['nothing', { of: [] }, ['sure']],
  ['of one', { of: [[PAN, IN_USE]] }, ['kitchen.pan.status=in-use', 'sure']],
  ['of one, named before', { of: [[PAN], [PAN, IN_USE]] }, ['kitchen.pan.status=in-use', 'sure']],
  [
    'of one, beside another',
    { of: [[PAN, IN_USE], [POT]] },
    ['kitchen.pan.status=in-use', 'kitchen.pot!', 'sure'],
  ],
  [
    'twice: the later one counts',
    {
      of: [
        [PAN, IN_USE],
        [PAN, says({ status: 'gone' })],
      ],
    },
    ['kitchen.pan.status=gone', 'sure'],
  ],
  [
    'as a guess',
    {
      of: [
        [PAN, IN_USE],
        [POT, says({ status: 'gone' }, { sure: false })],
      ],
    },
    ['kitchen.pan.status=in-use', 'kitchen.pot.status=gone', 'likely'],
  ],
  // What could not be read leaves in doubt what could, and nothing else.
  [
    'beside what could not be read',
    { of: [[PAN, IN_USE]], unread: true },
    ['kitchen.pan.status=in-use', 'likely'],
  ],
  ['that could not be read', { of: [[PAN]], unread: true }, ['kitchen.pan!', 'sure']],
  ['of nobody knows which', { of: [[PAN, IN_USE]], unclear: true }, ['unclear']],
  // Those left out are told, unless they have an answer.
  [
    'of all but one',
    { of: [[PAN, IN_USE]], leftOut: [POT, POT] },
    ['kitchen.pan.status=in-use', 'kitchen.pot.status-', 'sure'],
  ],
  [
    'of all but one that is known',
    { of: [[PAN, IN_USE]], leftOut: [POT], answers: { 'kitchen.pot.status': 'gone' } },
    ['kitchen.pan.status=in-use', 'sure'],
  ],
  [
    'of all but one, and of that',
    {
      of: [
        [PAN, IN_USE],
        [POT, IN_USE],
      ],
      leftOut: [POT],
    },
    ['kitchen.pan.status=in-use', 'kitchen.pot.status=in-use', 'sure'],
  ],
  [
    'of all fields but one',
    { of: [[PAN, says({ owner: 'Kokki' }, { left: ['sharp'] })]] },
    ['kitchen.pan.owner=Kokki', 'kitchen.pan.sharp-', 'sure'],
  ],
  ['of what has nothing to say', { of: [], leftOut: [{ lists: ['shelves'], items: ['top'] }] }, ['sure']],
])('%s', (_what, told, expected) => {
  expect(heard(told)).toEqual(expected);
});
