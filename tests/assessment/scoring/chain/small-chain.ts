import { type Instrument, instrumentSchema } from '../../../../src/assessment/instrument.ts';

const choice = (id: string, scale = 'done') => ({ id, type: 'choice', scale });
const number = (id: string) => ({
  id,
  type: 'number',
  min: -1e6,
  max: 1e6,
  unit: 'count',
  outs: [],
  blank: 'fine',
});
const several = (id: string) => ({ id, type: 'multi', scale: 'parts', own: 3 });

/** Two listed undertakings and as many own ones, with a rule of two questions and an exit plan of three parts. */
export const smallChain: Instrument = instrumentSchema.parse({
  id: 'small',
  version: '1.0.0',
  speaker: 'official',
  approved: { role: 'content-owner', date: '2026-11-28' },
  source: 'own',
  lists: {
    tries: { items: ['alpha', 'beta'], own: 2 },
    links: { items: ['resources', 'actions', 'results', 'indirect', 'wider'] },
    exits: { items: ['larger', 'owner', 'upkeep'] },
  },
  scales: {
    done: { read: 'yesno', options: { yes: 1, partly: 0.5, no: 0 } },
    stage: { read: 'ordinal', options: { going: 1, gone: 1 } },
    theme: { read: 'ordinal', options: { red: 1, blue: 1 } },
    parts: { read: 'ordinal', options: { one: 1, two: 1 } },
  },
  steps: [
    {
      id: 'table',
      type: 'table',
      list: 'tries',
      inputs: [choice('stage', 'stage'), choice('theme', 'theme')],
    },
    {
      id: 'try',
      type: 'each',
      list: 'tries',
      items: 'all',
      steps: [
        { id: 'nature', type: 'form', inputs: [choice('unsure'), choice('bought')] },
        choice('go-on'),
        ...['resources', 'actions', 'results', 'indirect', 'wider'].map(link => several(`${link}-named`)),
        {
          id: 'measures',
          type: 'table',
          list: 'links',
          inputs: [
            { id: 'measure', type: 'text', max: 80, blank: 'fine' },
            number('start'),
            number('goal'),
            { id: 'follow-up', type: 'date', blank: 'fine' },
          ],
        },
        choice('money'),
        {
          id: 'exit',
          type: 'table',
          list: 'exits',
          inputs: [choice('settled'), { id: 'how', type: 'text', max: 80, blank: 'fine' }],
        },
        { id: 'actuals', type: 'table', list: 'links', inputs: [number('actual')] },
        {
          id: 'ending',
          type: 'form',
          inputs: [
            ...['achieved', 'kept', 'spread'].map(id => choice(id)),
            ...['cases', 'minutes-saved', 'hourly-price', 'yearly-cost', 'one-off-cost'].map(number),
          ],
        },
        { id: 'lesson', type: 'text', max: 80 },
      ],
    },
  ],
  scoring: {
    by: 'chain',
    items: 'tries',
    verdicts: [
      {
        id: 'purchase',
        when: {
          any: [
            { equals: { input: 'bought', value: 'yes' } },
            {
              all: [
                { equals: { input: 'unsure', value: 'no' } },
                { equals: { input: 'bought', value: 'partly' } },
              ],
            },
          ],
        },
      },
      { id: 'trial', when: { equals: { input: 'unsure', value: 'yes' } } },
    ],
    light: { decisive: ['larger', 'owner'], partly: 1 },
    over: ['gone'],
  },
});
