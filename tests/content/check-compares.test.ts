import { expect, it } from 'vitest';
import { type Instrument, instrumentSchema } from '../../src/assessment/instrument.ts';
import { checkCompares } from '../../src/content/check-compares.ts';
import { smallInstrument } from './small-content.ts';

/** Says whose result it is and of what, over sectors of which one is the whole. */
function instrumentThat(compares: object | undefined): Instrument {
  const small = smallInstrument();
  return instrumentSchema.parse({
    ...small,
    ...(compares && { compares }),
    lists: {
      sectors: { items: ['whole', 'technical'] },
      statements: { of: 'sectors', items: { technical: ['lone'] } },
    },
    scales: { ...small.scales, scope: { read: 'ordinal', options: { all: 1, part: 1 } } },
    steps: [
      {
        id: 'frame',
        type: 'form',
        inputs: [
          { id: 'municipality', type: 'register', register: 'municipalities' },
          { id: 'name', type: 'text', max: 60 },
          { id: 'scope', type: 'choice', scale: 'scope' },
        ],
      },
      ...small.steps,
    ],
  });
}

const BY = 'compares.by: name a field that asks a register: the group is looked up by it';

it.each<[what: string, compares: object | undefined, problems: readonly string[]]>([
  ['nothing that is compared', undefined, []],
  ['a register alone', { by: 'municipality' }, []],
  ['all that can be said', { by: 'municipality', whole: { scope: 'all' }, unit: 'whole' }, []],
  ['a field that nobody asks', { by: 'town' }, [BY]],
  ['a field that asks for words', { by: 'name' }, [BY]],
  ['a field that asks for an option', { by: 'scope' }, [BY]],
  [
    'an answer that its field does not offer',
    { by: 'municipality', whole: { scope: 'everything' } },
    ['compares.whole.scope: scope is never answered with everything'],
  ],
  [
    'an answer to what nobody asks',
    { by: 'municipality', whole: { area: 'all' } },
    ['compares.whole.area: area is never answered with all'],
  ],
  [
    'an answer that only words could be',
    { by: 'municipality', whole: { name: 'all' } },
    ['compares.whole.name: name is never answered with all'],
  ],
  [
    'a unit in no list',
    { by: 'municipality', unit: 'everything' },
    ['compares.unit: no list has the item everything'],
  ],
  [
    'a unit that hangs on another item',
    { by: 'municipality', unit: 'lone' },
    ['compares.unit: no list has the item lone'],
  ],
  [
    'all of it wrong',
    { by: 'name', whole: { scope: 'most', area: 'all' }, unit: 'none' },
    [
      BY,
      'compares.whole.scope: scope is never answered with most',
      'compares.whole.area: area is never answered with all',
      'compares.unit: no list has the item none',
    ],
  ],
])('%s', (_, compares, problems) => {
  const found = checkCompares(instrumentThat(compares));
  expect(found.map(({ path, problem }) => `${path}: ${problem}`)).toEqual(problems);
});
