import type { ServiceAnswer, WorkbookAnswers } from '../../../src/assessment/workbook/workbook-answers.ts';
import {
  PHASES,
  type Phase,
  type PhaseState,
  type Workbook,
  workbookSchema,
} from '../../../src/assessment/workbook/workbook-definition.ts';

const AREAS = ['one', 'two', 'three', 'four', 'five', 'six'];

/** Six areas of eight services each, `one-1` … `six-8`, with the rules of the shipped workbook. */
export const small: Workbook = workbookSchema.parse({
  id: 'workbook',
  version: '1.2.3',
  speaker: 'official',
  approved: { role: 'content-owner', date: '2026-01-01' },
  source: 'own',
  basis: 'own',
  state: 'tentative',
  scoring: { partialScore: 0.5, usageAbove: 80, adoptedShare: 0.8, phaseShares: { started: 1, full: 0.8 } },
  limits: {
    cases: { min: 0, max: 1_000_000 },
    hourlyPrice: { min: 0, max: 1000 },
    yearlyCost: { min: 0, max: 1_000_000 },
    oneOffCost: { min: 0, max: 1_000_000 },
    minutesSaved: { min: -1000, max: 1000 },
    targetServices: { min: 1, max: 500 },
    targetSavings: { min: 1, max: 1_000_000 },
    ownServices: 5,
  },
  quickCheck: {
    services: 'market-services',
    usage: 'usage-rate',
    phases: Object.fromEntries(PHASES.map(phase => [phase, `phase-${phase}`])),
  },
  areas: AREAS.map(id => ({
    id,
    services: Array.from({ length: 8 }, (_, index) => ({ id: `${id}-${index + 1}` })),
  })),
});

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
export function firstArea(...services: readonly (ServiceAnswer | undefined)[]): WorkbookAnswers {
  const given = services.flatMap((answer, index) => (answer ? [[`one-${index + 1}`, answer]] : []));
  return { dialog: 'workbook', version: '1.2.3', areas: { one: { services: Object.fromEntries(given) } } };
}
