import { type Instrument, instrumentSchema } from '../../src/assessment/instrument.ts';

const status = { id: 'status', type: 'choice', scale: 'status', blank: 'open' };

/** Two rooms with tools in them, to which people add; the tools in use are asked about one by one. */
export const small: Instrument = instrumentSchema.parse({
  id: 'small',
  version: '1.0.0',
  speaker: 'official',
  approved: 'nobody-yet',
  source: 'own',
  lists: {
    rooms: { items: ['kitchen', 'yard'], own: 2 },
    tools: {
      of: 'rooms',
      own: 2,
      items: {
        kitchen: [
          { id: 'pan', national: true, proposed: { sharp: 'na', owner: 'Cook' } },
          'pot',
          { id: 'lid', proposed: { sharp: 'manual' } },
        ],
        yard: ['spade'],
      },
    },
  },
  scales: {
    status: { read: 'ordinal', options: { 'in-use': 1, planned: 0.5, gone: 0 }, outs: [] },
    phase: { read: 'ordinal', options: { full: 1, manual: 0 } },
    colour: {
      read: 'ordinal',
      options: { red: 1, blue: 1, other: 1 },
      named: { other: 'colour-name' },
      outs: [],
    },
  },
  registers: {
    towns: {
      source: 'register',
      date: '2026-01-01',
      entries: { '091': { fi: 'Helsinki', sv: 'Helsingfors' } },
    },
  },
  steps: [
    { id: 'rooms-chosen', type: 'choose', list: 'rooms', usual: ['kitchen'] },
    { id: 'rooms-added', type: 'table', list: 'rooms', inputs: [], aside: true },
    {
      id: 'room',
      type: 'each',
      list: 'rooms',
      items: 'chosen',
      steps: [
        { id: 'stock', type: 'table', list: 'tools', inputs: [status] },
        { id: 'figures', type: 'show' },
        { id: 'care', type: 'text', max: 40 },
        {
          id: 'tool',
          type: 'each',
          list: 'tools',
          items: { equals: { input: 'status', value: 'in-use' } },
          steps: [
            {
              id: 'details',
              type: 'form',
              inputs: [
                { id: 'sharp', type: 'choice', scale: 'phase', blank: 'open' },
                { id: 'owner', type: 'text', max: 20, blank: 'fine' },
                { id: 'story', type: 'text', max: 200, lines: 3, blank: 'fine' },
                { id: 'colours', type: 'multi', scale: 'colour', own: 1, blank: 'fine' },
              ],
            },
            {
              id: 'repairs',
              type: 'form',
              aside: true,
              inputs: [{ id: 'mended', type: 'date', blank: 'fine' }],
            },
          ],
        },
      ],
    },
    { id: 'colour-name', type: 'text', max: 20, aside: true },
    { id: 'colour', type: 'choice', scale: 'colour' },
    { id: 'picked', type: 'choose', list: 'tools', aside: true },
    { id: 'why', type: 'text', max: 20, when: { equals: { input: 'colour', value: 'red' } } },
    { id: 'share', type: 'number', min: 0, max: 50, unit: 'percent', decimals: 1, outs: ['unknown'] },
    {
      id: 'town',
      type: 'form',
      inputs: [{ id: 'place', type: 'register', register: 'towns', blank: 'fine' }],
    },
  ],
  scoring: { by: 'plain' },
});
