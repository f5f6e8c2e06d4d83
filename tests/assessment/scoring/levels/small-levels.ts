import { type Instrument, instrumentSchema } from '../../../../src/assessment/instrument.ts';

const rungs = (view: string, levels: number) =>
  Array.from({ length: levels }, (_, index) => index + 1).flatMap(level =>
    ['p', 'q'].map(part => ({ id: `${view}-${level}${part}`, level })),
  );

const LISTS = {
  views: { items: ['alpha', 'beta', 'gamma'] },
  rungs: {
    of: 'views',
    items: { alpha: rungs('alpha', 4), beta: rungs('beta', 4), gamma: rungs('gamma', 4) },
  },
};

const BY_VIEW = {
  id: 'view',
  type: 'each',
  list: 'views',
  items: 'all',
  steps: [
    {
      id: 'ladder',
      type: 'climb',
      list: 'rungs',
      from: 2,
      input: { id: 'holds', type: 'choice', scale: 'holds' },
    },
  ],
};

const HEADER = {
  id: 'small',
  version: '1.0.0',
  speaker: 'official',
  approved: { role: 'content-owner', date: '2026-11-28' },
  source: 'own',
  scales: { holds: { read: 'yesno', options: { yes: 1, partly: 0.5, no: 0 } } },
};

/** Three views of four levels with two statements each, begun at level 2. */
export const smallLevels: Instrument = instrumentSchema.parse({
  ...HEADER,
  lists: LISTS,
  steps: [BY_VIEW],
  scoring: { by: 'levels', axes: 'views' },
});

/** The same in each of the units chosen: the whole one while nothing was chosen, and two of one's own at most. */
export const levelsInUnits: Instrument = instrumentSchema.parse({
  ...HEADER,
  lists: { units: { items: ['whole', 'north', 'south'], own: 2 }, ...LISTS },
  steps: [
    { id: 'chosen', type: 'choose', list: 'units', usual: ['whole'], aside: true },
    { id: 'own-units', type: 'table', list: 'units', inputs: [], aside: true },
    { id: 'unit', type: 'each', list: 'units', items: 'chosen', steps: [BY_VIEW] },
  ],
  scoring: { by: 'levels', axes: 'views', units: 'units' },
});
