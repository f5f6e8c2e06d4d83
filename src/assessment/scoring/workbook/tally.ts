/**
 * The plain sums every measure is computed from. Sums of areas add up to the sums of the whole, so an area is
 * counted again only when its own answers change. The spreadsheet shows the same figures.
 */
import { recordOf } from '../../record-of.ts';
import type { Benefit } from './benefit.ts';
import type { ServiceMeasures } from './service-measures.ts';
import type { ServiceAnswer } from './service-of.ts';
import { PHASES, type Phase, type PhaseState } from './workbook-instrument.ts';

/** The sums in the order the spreadsheet shows them: of services in use, where nothing else is said. */
export const SUMS = [
  'services',
  'none',
  'planned',
  'inUse',
  // With a degree of digitalisation, the sum of their degrees, and how many know their cases.
  'graded',
  'degrees',
  'gradedWithCases',
  // With a usage rate as a number, messages aside, the sum of the rates (1 = 100 %), and their cases.
  'rated',
  'rates',
  'ratedWithCases',
  'ratedCases',
  'electronicCases',
  // Whose usage rate is not known. A rate that does not apply is not among them.
  'unrated',
  'unratedWithCases',
  'unratedCases',
  // Services whose benefit is counted and left out; savings, € a year; one-off costs, €, and the savings they are
  // set against.
  'benefits',
  'benefitsIncomplete',
  'savingInUse',
  'savingPlanned',
  'oneOffCosts',
  'savingWithOneOff',
  // Last, so that what stood where in earlier spreadsheets still does: one-off costs that are known, and services that
  // another organisation provides.
  'oneOffs',
  'outside',
] as const;
export type Sum = (typeof SUMS)[number];

/** The sums that shares are computed from. */
export const SHARE_SUMS = [
  'services',
  'outside',
  'none',
  'planned',
  'inUse',
  'graded',
  'degrees',
  'rated',
  'rates',
  'ratedWithCases',
  'ratedCases',
  'electronicCases',
] as const satisfies readonly Sum[];
export type ShareSums = Pick<Tally, (typeof SHARE_SUMS)[number]>;

/** Counts of services in use by the state of one phase, and the cases of those where work is left. */
export const PHASE_SUMS = ['full', 'partial', 'manual', 'na', 'manualCases', 'partialCases'] as const;
export type PhaseSum = (typeof PHASE_SUMS)[number];

export type PhaseTally = Readonly<Record<PhaseSum, number>>;

export interface Tally extends Readonly<Record<Sum, number>> {
  readonly phases: Readonly<Record<Phase, PhaseTally>>;
}

/** Counts one service, given its measures. `messages`: its cases are no cases of an authority, and its rate none. */
export function tallyService(
  answer: ServiceAnswer | undefined,
  { status, degree, benefit }: ServiceMeasures,
  kind?: 'messages',
): Tally {
  const inUse = inUseOf(answer);
  const cases = kind === 'messages' ? 0 : inUse?.amount('cases');
  return {
    gradedWithCases: one(degree !== null && cases !== undefined),
    phases: recordOf(PHASES, phase => tallyPhase(inUse?.phase(phase), cases ?? 0)),
    ...tallyShares(answer, degree, kind),
    ...tallyUnrated(kind === 'messages' ? undefined : inUse),
    ...tallyBenefit(status, benefit),
  };
}

/** What one service adds to the sums that shares are computed from, given its degree of digitalisation. */
export function tallyShares(
  answer: ServiceAnswer | undefined,
  degree: number | null,
  kind?: 'messages',
): ShareSums {
  const status = answer?.status;
  const rated = kind === 'messages' ? undefined : inUseOf(answer);
  const percent = rated?.usageRate;
  const rate = typeof percent === 'number' ? percent / 100 : undefined;
  const cases = rated?.amount('cases');
  return {
    services: 1,
    outside: one(status === 'outside'),
    none: one(status === 'none'),
    planned: one(status === 'planned'),
    inUse: one(status === 'inuse'),
    graded: one(degree !== null),
    degrees: degree ?? 0,
    rated: one(rate !== undefined),
    rates: rate ?? 0,
    ratedWithCases: one(rate !== undefined && cases !== undefined),
    ratedCases: rate === undefined ? 0 : (cases ?? 0),
    electronicCases: (rate ?? 0) * (cases ?? 0),
  };
}

function inUseOf(answer: ServiceAnswer | undefined): ServiceAnswer | undefined {
  return answer?.status === 'inuse' ? answer : undefined;
}

/** Adds tallies up; the sum of none is all zeros. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const phases = recordOf(PHASES, () => recordOf(PHASE_SUMS, () => 0));
  for (const tally of tallies) for (const phase of PHASES) addPhase(phases[phase], tally.phases[phase]);
  return { phases, ...addSums(tallies, SUMS) };
}

/** Adds up these sums alone. */
export function addSums<Of extends Sum>(
  tallies: readonly Readonly<Record<Of, number>>[],
  sums: readonly Of[],
): Record<Of, number> {
  const total = recordOf(sums, () => 0);
  for (const tally of tallies) for (const sum of sums) total[sum] += tally[sum];
  return total;
}

function addPhase(total: Record<PhaseSum, number>, more: PhaseTally): void {
  for (const sum of PHASE_SUMS) total[sum] += more[sum];
}

function tallyUnrated(inUse: ServiceAnswer | undefined) {
  const unrated = inUse !== undefined && (inUse.usageRate ?? 'unknown') === 'unknown';
  const cases = inUse?.amount('cases');
  return {
    unrated: one(unrated),
    unratedWithCases: one(unrated && cases !== undefined),
    unratedCases: unrated ? (cases ?? 0) : 0,
  };
}

function tallyBenefit(status: ServiceMeasures['status'], benefit: Benefit) {
  const complete = benefit.kind === 'complete' ? benefit : undefined;
  const saving = complete?.saving ?? 0;
  const oneOff = complete?.oneOffCost ?? null;
  return {
    benefits: one(complete !== undefined),
    benefitsIncomplete: one(benefit.kind === 'incomplete'),
    savingInUse: status === 'inuse' ? saving : 0,
    savingPlanned: status === 'planned' ? saving : 0,
    oneOffs: one(oneOff !== null),
    oneOffCosts: oneOff ?? 0,
    savingWithOneOff: oneOff === null ? 0 : saving,
  };
}

function tallyPhase(state: PhaseState | undefined, cases: number): PhaseTally {
  return {
    manual: one(state === 'manual'),
    partial: one(state === 'partial'),
    full: one(state === 'full'),
    na: one(state === 'na'),
    manualCases: state === 'manual' ? cases : 0,
    partialCases: state === 'partial' ? cases : 0,
  };
}

function one(counts: boolean): 0 | 1 {
  return counts ? 1 : 0;
}
