/**
 * The plain sums every measure is computed from. Sums of areas add up to the sums of the whole, so an area is
 * counted again only when its own answers change. The spreadsheet shows the same figures.
 */
import { measureService } from './service-measures.ts';
import type { ServiceAnswer } from './workbook-answers.ts';
import type { Phase, Workbook } from './workbook-definition.ts';

/** Counts of services in use by the state of one phase, and the cases of those where work is left. */
export interface PhaseTally {
  readonly manual: number;
  readonly partial: number;
  readonly full: number;
  readonly na: number;
  readonly manualCases: number;
  readonly partialCases: number;
}

export interface Tally {
  readonly services: number;
  readonly none: number;
  readonly planned: number;
  readonly inUse: number;
  /** Services in use with a degree of digitalisation, the sum of their degrees, and how many know their cases. */
  readonly graded: number;
  readonly degrees: number;
  readonly gradedWithCases: number;
  /** Services in use with a usage rate as a number, the sum of the rates (1 = 100 %), and their cases. */
  readonly rated: number;
  readonly rates: number;
  readonly ratedWithCases: number;
  readonly ratedCases: number;
  readonly electronicCases: number;
  /** Services in use whose usage rate is not known. A rate that does not apply is not among them. */
  readonly unrated: number;
  readonly unratedWithCases: number;
  readonly unratedCases: number;
  /** Benefit: services counted and left out; savings, € a year; one-off costs, €, and the savings they are set against. */
  readonly benefits: number;
  readonly benefitsIncomplete: number;
  readonly savingInUse: number;
  readonly savingPlanned: number;
  readonly oneOffCosts: number;
  readonly savingWithOneOff: number;
  readonly phases: Readonly<Record<Phase, PhaseTally>>;
}

/** Counts one service. */
export function tallyService(workbook: Workbook, answer: ServiceAnswer | undefined): Tally {
  const { status, degree } = measureService(workbook, answer);
  const inUse = answer?.status === 'inuse' ? answer : undefined;
  return {
    services: 1,
    none: one(status === 'none'),
    planned: one(status === 'planned'),
    inUse: one(status === 'inuse'),
    graded: one(degree !== null),
    degrees: degree ?? 0,
    gradedWithCases: one(degree !== null && inUse?.cases !== undefined),
    ...tallyUsage(inUse),
    ...tallyBenefit(workbook, answer),
    phases: byPhase(phase => tallyPhase(inUse, phase)),
  };
}

/** Adds tallies up; the sum of none is all zeros. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = (pick: (tally: Tally) => number) => tallies.reduce((total, tally) => total + pick(tally), 0);
  return {
    services: sum(tally => tally.services),
    none: sum(tally => tally.none),
    planned: sum(tally => tally.planned),
    inUse: sum(tally => tally.inUse),
    graded: sum(tally => tally.graded),
    degrees: sum(tally => tally.degrees),
    gradedWithCases: sum(tally => tally.gradedWithCases),
    rated: sum(tally => tally.rated),
    rates: sum(tally => tally.rates),
    ratedWithCases: sum(tally => tally.ratedWithCases),
    ratedCases: sum(tally => tally.ratedCases),
    electronicCases: sum(tally => tally.electronicCases),
    unrated: sum(tally => tally.unrated),
    unratedWithCases: sum(tally => tally.unratedWithCases),
    unratedCases: sum(tally => tally.unratedCases),
    benefits: sum(tally => tally.benefits),
    benefitsIncomplete: sum(tally => tally.benefitsIncomplete),
    savingInUse: sum(tally => tally.savingInUse),
    savingPlanned: sum(tally => tally.savingPlanned),
    oneOffCosts: sum(tally => tally.oneOffCosts),
    savingWithOneOff: sum(tally => tally.savingWithOneOff),
    phases: byPhase(phase => addPhases(tallies.map(tally => tally.phases[phase]))),
  };
}

/** A record with one value for each phase. */
export function byPhase<T>(make: (phase: Phase) => T): Record<Phase, T> {
  return {
    application: make('application'),
    initiation: make('initiation'),
    handling: make('handling'),
    decision: make('decision'),
    invoicing: make('invoicing'),
    archiving: make('archiving'),
    supervision: make('supervision'),
  };
}

type UsageTally = Pick<
  Tally,
  | 'rated'
  | 'rates'
  | 'ratedWithCases'
  | 'ratedCases'
  | 'electronicCases'
  | 'unrated'
  | 'unratedWithCases'
  | 'unratedCases'
>;

function tallyUsage(inUse: ServiceAnswer | undefined): UsageTally {
  const { usageRate = 'unknown', cases } = inUse ?? { usageRate: 'na' };
  const rate = typeof usageRate === 'number' ? usageRate / 100 : undefined;
  const unrated = usageRate === 'unknown';
  return {
    rated: one(rate !== undefined),
    rates: rate ?? 0,
    ratedWithCases: one(rate !== undefined && cases !== undefined),
    ratedCases: rate === undefined ? 0 : (cases ?? 0),
    electronicCases: (rate ?? 0) * (cases ?? 0),
    unrated: one(unrated),
    unratedWithCases: one(unrated && cases !== undefined),
    unratedCases: unrated ? (cases ?? 0) : 0,
  };
}

type BenefitTally = Pick<
  Tally,
  'benefits' | 'benefitsIncomplete' | 'savingInUse' | 'savingPlanned' | 'oneOffCosts' | 'savingWithOneOff'
>;

function tallyBenefit(workbook: Workbook, answer: ServiceAnswer | undefined): BenefitTally {
  const { benefit } = measureService(workbook, answer);
  const complete = benefit.kind === 'complete' ? benefit : undefined;
  const saving = complete?.saving ?? 0;
  const oneOff = complete?.oneOffCost ?? null;
  return {
    benefits: one(complete !== undefined),
    benefitsIncomplete: one(benefit.kind === 'incomplete'),
    savingInUse: answer?.status === 'inuse' ? saving : 0,
    savingPlanned: answer?.status === 'planned' ? saving : 0,
    oneOffCosts: oneOff ?? 0,
    savingWithOneOff: oneOff === null ? 0 : saving,
  };
}

function tallyPhase(inUse: ServiceAnswer | undefined, phase: Phase): PhaseTally {
  const state = inUse?.phases?.[phase];
  const cases = inUse?.cases ?? 0;
  return {
    manual: one(state === 'manual'),
    partial: one(state === 'partial'),
    full: one(state === 'full'),
    na: one(state === 'na'),
    manualCases: state === 'manual' ? cases : 0,
    partialCases: state === 'partial' ? cases : 0,
  };
}

function addPhases(tallies: readonly PhaseTally[]): PhaseTally {
  const sum = (pick: (tally: PhaseTally) => number) =>
    tallies.reduce((total, tally) => total + pick(tally), 0);
  return {
    manual: sum(tally => tally.manual),
    partial: sum(tally => tally.partial),
    full: sum(tally => tally.full),
    na: sum(tally => tally.na),
    manualCases: sum(tally => tally.manualCases),
    partialCases: sum(tally => tally.partialCases),
  };
}

function one(counts: boolean): 0 | 1 {
  return counts ? 1 : 0;
}
