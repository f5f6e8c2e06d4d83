import { type Benefit, benefitOf } from './benefit.ts';
import type { ServiceAnswer } from './service-of.ts';
import { PHASES, type Phase, type Workbook } from './workbook-instrument.ts';

/** What can be said of one service. null: it cannot be computed from what was filled in. */
export interface ServiceMeasures {
  readonly status: ServiceAnswer['status'] | null;
  /** Degree of digitalisation 0–1: mean score of the phases that apply and were answered. Services in use only. */
  readonly degree: number | null;
  /** Phases of a service in use that were not answered. */
  readonly phasesMissing: readonly Phase[];
  /** The least digital phase, the earliest of equals; null when every known phase is fully digital. */
  readonly developFirst: Phase | null;
  /** Cases a year begun electronically. Services in use only. */
  readonly electronicCases: number | null;
  readonly benefit: Benefit;
}

/** The measures of one service. An unanswered service has none. */
export function measureService(workbook: Workbook, answer: ServiceAnswer | undefined): ServiceMeasures {
  const inUse = answer?.status === 'inuse' ? answer : undefined;
  const scores = inUse ? phaseScores(workbook, inUse) : [];
  return {
    status: answer?.status ?? null,
    degree: meanOf(scores),
    phasesMissing: inUse ? PHASES.filter(phase => inUse.phase(phase) === undefined) : [],
    developFirst: leastDigital(scores),
    electronicCases: inUse ? electronicCasesOf(inUse) : null,
    benefit: benefitOf(answer),
  };
}

/** The degree of digitalisation alone. */
export function degreeOf(workbook: Workbook, answer: ServiceAnswer | undefined): ServiceMeasures['degree'] {
  return answer?.status === 'inuse' ? meanOf(phaseScores(workbook, answer)) : null;
}

function meanOf(scores: readonly PhaseScore[]): number | null {
  return scores.length === 0 ? null : scores.reduce((sum, { score }) => sum + score, 0) / scores.length;
}

interface PhaseScore {
  readonly phase: Phase;
  readonly score: number;
}

function phaseScores({ scoring }: Workbook, answer: ServiceAnswer): PhaseScore[] {
  return PHASES.flatMap(phase => {
    const state = answer.phase(phase) ?? 'na';
    return state === 'na'
      ? []
      : [{ phase, score: { manual: 0, partial: scoring.partialScore, full: 1 }[state] }];
  });
}

function leastDigital(scores: readonly PhaseScore[]): Phase | null {
  const lowest = Math.min(...scores.map(({ score }) => score));
  return lowest < 1 ? (scores.find(({ score }) => score === lowest)?.phase ?? null) : null;
}

function electronicCasesOf({ usageRate, amount }: ServiceAnswer): number | null {
  const cases = amount('cases');
  return typeof usageRate === 'number' && cases !== undefined ? (usageRate / 100) * cases : null;
}
