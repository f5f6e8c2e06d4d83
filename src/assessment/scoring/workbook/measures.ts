import { recordOf } from '../../record-of.ts';
import { type Payback, paybackOf } from './benefit.ts';
import type { PhaseTally, ShareSums, Tally } from './tally.ts';
import { PHASES, type Phase, type Workbook } from './workbook-instrument.ts';

/** How services are weighed: by their cases a year, or all alike because some volumes are missing. */
export type Weighting = 'cases' | 'plain';

/** Shares are 0–1; null: there is nothing to compute from. */
export interface Shares {
  readonly counts: Counts;
  /** In use, and planned, of those answered that belong to the municipality. */
  readonly coverage: number | null;
  readonly planned: number | null;
  /** Mean degree of digitalisation of the services in use. */
  readonly degree: number | null;
  /** Messages are not among the cases. `rate` is weighted by cases where all of them are known, `plain` is the mean. */
  readonly usage: { readonly rate: number; readonly weighting: Weighting; readonly plain: number } | null;
}

/** The measures of an area or of the whole municipality. */
export interface Measures extends Shares {
  /** The phase with the most cases (or services) still handled by hand; a partly digital one counts in part. */
  readonly developFirst: { readonly phase: Phase; readonly weighting: Weighting } | null;
  readonly phases: Readonly<Record<Phase, PhaseMeasures>>;
  readonly benefit: BenefitMeasures;
}

export interface Counts {
  readonly services: number;
  readonly answered: number;
  readonly outside: number;
  readonly none: number;
  readonly planned: number;
  readonly inUse: number;
  /** Answered, and the municipality's own to provide. */
  readonly belonging: number;
}

export interface PhaseMeasures {
  /** Services in use by the state of the phase. */
  readonly manual: number;
  readonly partial: number;
  readonly full: number;
  readonly na: number;
  readonly missing: number;
  /** Mean score of the phase 0–1. */
  readonly degree: number | null;
}

export interface BenefitMeasures {
  /** € a year, of services in use, of planned ones, and together. null when no service has all its inputs. */
  readonly savingInUse: number | null;
  readonly savingPlanned: number | null;
  readonly saving: number | null;
  readonly oneOffCosts: number | null;
  /** Of the services whose one-off cost is known. */
  readonly payback: Payback | null;
  readonly services: number;
  readonly incomplete: number;
}

/** Computes the measures from the sums. The formulas are published in the guide of the spreadsheet. */
export function measuresOf(workbook: Workbook, tally: Tally): Measures {
  return {
    developFirst: developFirstOf(workbook, tally),
    phases: recordOf(PHASES, phase => measurePhase(workbook, tally.phases[phase], tally.inUse)),
    benefit: benefitMeasuresOf(tally),
    ...sharesOf(tally),
  };
}

/** The shares alone, which the line after each answer tells. */
export function sharesOf(sums: ShareSums): Shares {
  const { services, outside, none, planned, inUse } = sums;
  const belonging = none + planned + inUse;
  return {
    counts: { services, answered: outside + belonging, outside, none, planned, inUse, belonging },
    coverage: share(inUse, belonging),
    planned: share(planned, belonging),
    degree: share(sums.degrees, sums.graded),
    usage: usageOf(sums),
  };
}

function usageOf(sums: ShareSums): Shares['usage'] {
  if (sums.rated === 0) return null;
  const weighted = sums.ratedWithCases === sums.rated && sums.ratedCases > 0;
  const plain = sums.rates / sums.rated;
  return weighted
    ? { rate: sums.electronicCases / sums.ratedCases, weighting: 'cases', plain }
    : { rate: plain, weighting: 'plain', plain };
}

function developFirstOf(workbook: Workbook, tally: Tally): Measures['developFirst'] {
  const weighting = tally.gradedWithCases === tally.graded ? 'cases' : 'plain';
  const loads = PHASES.map(phase => manualLoad(workbook, tally.phases[phase], weighting));
  const largest = Math.max(...loads);
  const phase = largest > 0 ? PHASES[loads.indexOf(largest)] : undefined;
  return phase ? { phase, weighting } : null;
}

/** How many cases (or services) are still handled by hand in a phase. */
export function manualLoad({ scoring }: Workbook, tally: PhaseTally, weighting: Weighting): number {
  const byHand = 1 - scoring.partialScore;
  return weighting === 'cases'
    ? tally.manualCases + byHand * tally.partialCases
    : tally.manual + byHand * tally.partial;
}

function measurePhase({ scoring }: Workbook, tally: PhaseTally, inUse: number): PhaseMeasures {
  const { manual, partial, full, na } = tally;
  const applicable = manual + partial + full;
  const degree = share(full + scoring.partialScore * partial, applicable);
  return { manual, partial, full, na, missing: inUse - applicable - na, degree };
}

function benefitMeasuresOf(tally: Tally): BenefitMeasures {
  const { benefits: services, benefitsIncomplete: incomplete, savingInUse, savingPlanned } = tally;
  const known = (figure: number) => (services === 0 ? null : figure);
  const oneOffCosts = tally.oneOffs > 0 ? tally.oneOffCosts : null;
  return {
    savingInUse: known(savingInUse),
    savingPlanned: known(savingPlanned),
    saving: known(savingInUse + savingPlanned),
    oneOffCosts,
    payback: paybackOf(oneOffCosts, tally.savingWithOneOff),
    services,
    incomplete,
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
