import type { Answers } from '../../../../src/assessment/answers.ts';
import { type Instrument, instrumentSchema } from '../../../../src/assessment/instrument.ts';
import {
  PHASES,
  type Phase,
  type PhaseState,
  type Workbook,
  workbookOf,
} from '../../../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { answersInFile, type ServiceAnswer } from './workbook-answers.ts';

const AREAS = ['one', 'two', 'three', 'four', 'five', 'six'];
const number = (id: string, min: number, max: number) =>
  ({
    id,
    type: 'number',
    min,
    max,
    unit: 'count',
    decimals: id === 'cases' || id === 'target-services' ? 0 : 2,
    outs: [],
    blank: 'fine',
  }) as const;
const minutes = ['saved', 'handling', 'decision', 'invoicing', 'archiving'].map(what =>
  number(`minutes-${what}`, -1000, 1000),
);

/** Six areas of eight services each, `one-1` … `six-8`, with rules of its own. */
export const smallInstrument: Instrument = instrumentSchema.parse({
  id: 'small',
  version: '1.2.3',
  speaker: 'official',
  approved: { role: 'content-owner', date: '2026-01-01' },
  source: 'own',
  review: 'result',
  standsFor: {
    services: 'market-services',
    usage: 'usage-rate',
    ...Object.fromEntries(PHASES.map(phase => [phase, `phase-${phase}`])),
  },
  scales: {
    status: { read: 'status', options: { outside: 0, none: 0, planned: 0, inuse: 1 }, outs: [] },
    phase: { read: 'phase', options: { manual: 0, partial: 0.5, full: 1 }, outs: ['na'] },
  },
  lists: {
    areas: { items: AREAS },
    services: {
      of: 'areas',
      own: 5,
      items: Object.fromEntries(
        AREAS.map(id => [id, Array.from({ length: 8 }, (_, index) => `${id}-${index + 1}`)]),
      ),
    },
  },
  steps: [
    { id: 'choice', type: 'choose', list: 'areas' },
    {
      id: 'area',
      type: 'each',
      list: 'areas',
      items: 'chosen',
      steps: [
        {
          id: 'statuses',
          type: 'table',
          list: 'services',
          inputs: [{ id: 'status', type: 'choice', scale: 'status', blank: 'open' }],
        },
        {
          id: 'service',
          type: 'each',
          list: 'services',
          items: { equals: { input: 'status', value: 'inuse' } },
          steps: [
            {
              id: 'details',
              type: 'form',
              inputs: [
                ...PHASES.map(id => ({ id, type: 'choice', scale: 'phase', blank: 'open' })),
                {
                  id: 'usage-rate',
                  type: 'number',
                  min: 0,
                  max: 100,
                  unit: 'percent',
                  decimals: 2,
                  blank: 'open',
                },
                number('cases', 0, 1_000_000),
                number('hourly-price', 0, 1000),
                number('yearly-cost', 0, 1_000_000),
                number('one-off-cost', 0, 1_000_000),
                ...minutes,
              ],
            },
            {
              id: 'plan',
              type: 'form',
              aside: true,
              inputs: [
                { id: 'owner', type: 'text', max: 80, blank: 'fine' },
                { id: 'deadline', type: 'date', blank: 'fine' },
                { id: 'note', type: 'text', max: 300, blank: 'fine' },
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'target',
      type: 'form',
      aside: true,
      inputs: [number('target-services', 1, 500), number('target-savings', 1, 1_000_000)],
    },
  ],
  scoring: { by: 'workbook', usageAbove: 80, adoptedShare: 0.8, phaseShares: { started: 0.95, full: 0.8 } },
});

/** The same as its measures know it. */
export const small: Workbook = workbookOf(smallInstrument);

/** Phases from a word: f(ull), p(artial), m(anual), n(a), or a dot for one not answered. */
export function phases(word: string): Partial<Record<Phase, PhaseState>> {
  const states = { f: 'full', p: 'partial', m: 'manual', n: 'na' } as const;
  const given = PHASES.flatMap((phase, index) => {
    const letter = word[index];
    return letter === 'f' || letter === 'p' || letter === 'm' || letter === 'n'
      ? [[phase, states[letter]]]
      : [];
  });
  return Object.fromEntries(given);
}

export function inUse(
  word = '',
  rest: Omit<Partial<ServiceAnswer>, 'status' | 'phases'> = {},
): ServiceAnswer {
  return { status: 'inuse', ...(word ? { phases: phases(word) } : {}), ...rest };
}

/** Answers where the services of the first area are these, in order; undefined is not answered. */
export function firstArea(...services: readonly (ServiceAnswer | undefined)[]): Answers {
  const given = services.flatMap((answer, index) => (answer ? [[`one-${index + 1}`, answer]] : []));
  return answersInFile({ areas: { one: { services: Object.fromEntries(given) } } });
}
