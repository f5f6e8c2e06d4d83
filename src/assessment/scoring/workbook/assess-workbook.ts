/** The whole result of a workbook, as other tools read it. */
import { type Answers, numberAt } from '../../answers.ts';
import { memoBelow } from '../../memo-below.ts';
import type { BenefitInput } from './benefit.ts';
import { type Evidence, type EvidenceStair, evidenceOf, lowestStair } from './evidence.ts';
import { type Measures, measuresOf } from './measures.ts';
import { type CountedService, type ServiceResult, servicesCounted } from './services-counted.ts';
import { addTallies, type Tally } from './tally.ts';
import type { Workbook } from './workbook-instrument.ts';

export interface WorkbookResult extends Measures {
  readonly dialog: 'workbook';
  readonly version: string;
  readonly target: TargetResult;
  readonly evidence: Evidence;
  /** What all assessed areas and the whole reach: the lowest of them. null: nothing to judge yet. */
  readonly stair: EvidenceStair | null;
  readonly weakest: WeakestUsage | null;
  readonly areas: readonly AreaResult[];
}

/** The service in use that the fewest use electronically, messages aside. */
export interface WeakestUsage {
  readonly area: string;
  readonly service: string;
  /** 0–1. */
  readonly rate: number;
  /** How many services have a rate: one alone is compared with nothing. */
  readonly of: number;
}

/** null: no target was set. Shares are 0–1 and may go over 1. */
export interface TargetResult {
  readonly services: { readonly target: number; readonly share: number } | null;
  readonly savings: {
    readonly target: number;
    readonly share: number;
    readonly shareWithPlanned: number;
  } | null;
}

export interface AreaResult extends Measures {
  readonly id: string;
  readonly evidence: Evidence;
  readonly weakest: WeakestUsage | null;
  readonly leftOut: LeftOut;
  readonly services: readonly ServiceResult[];
}

/** Services that a measure leaves out because an answer is missing, by id. */
export interface LeftOut {
  readonly unanswered: readonly string[];
  readonly degree: readonly string[];
  /** In use, and none of the phases belongs to it: left out of the degree and of stair 3 for good. */
  readonly noPhases: readonly string[];
  readonly usage: readonly string[];
  /** In use, and left out of the usage rate because its cases are messages. */
  readonly messages: readonly string[];
  /** Counted in the usage rate, but without cases a year: because of them the mean is plain. */
  readonly cases: readonly string[];
  readonly benefit: readonly { readonly service: string; readonly missing: readonly BenefitInput[] }[];
}

/** Assesses answers that have been checked. */
export function assessWorkbook(workbook: Workbook, answers: Answers): WorkbookResult {
  const areas = workbook.areas.map(area => assessArea(workbook, area.id, answers));
  const tally = addTallies(areas.map(area => area.tally));
  const measures = measuresOf(workbook, tally);
  const evidence = evidenceOf(workbook, tally, numberAt(answers, 'target-services'));
  const begun = areas.filter(({ result }) => result.counts.answered > 0);
  return {
    dialog: 'workbook',
    version: workbook.instrument.version,
    ...measures,
    target: targetOf(answers, measures),
    evidence,
    stair: lowestStair([evidence.stair, ...begun.map(({ result }) => result.evidence.stair)]),
    weakest: weakestOf(areas.flatMap(({ result }) => result.weakest ?? [])),
    areas: areas.map(({ result }) => result),
  };
}

interface AssessedArea {
  readonly result: AreaResult;
  readonly tally: Tally;
}

/** One area's result, and its sums for adding to the whole. */
export function assessArea(workbook: Workbook, area: string, answers: Answers): AssessedArea {
  return assessed(workbook, answers, { path: area, work: () => assessAnew(workbook, area, answers) });
}

const assessed = memoBelow<Workbook, AssessedArea>();

function assessAnew(workbook: Workbook, area: string, answers: Answers): AssessedArea {
  const services = servicesCounted(workbook, area, answers);
  const tally = addTallies(services.map(service => service.tally));
  const result = {
    id: area,
    ...measuresOf(workbook, tally),
    evidence: evidenceOf(workbook, tally),
    weakest: weakestOf(ratesIn(area, services)),
    leftOut: leftOutOf(services),
    services: services.map(({ result }) => result),
  };
  return { result, tally };
}

function ratesIn(area: string, services: readonly CountedService[]): WeakestUsage[] {
  return services.flatMap(({ result: { id }, tally }) =>
    tally.rated > 0 ? [{ area, service: id, rate: tally.rates, of: 1 }] : [],
  );
}

/** Of two equally weak ones the first. */
function weakestOf(rates: readonly WeakestUsage[]): WeakestUsage | null {
  const lowest = Math.min(...rates.map(({ rate }) => rate));
  const weakest = rates.find(({ rate }) => rate === lowest);
  return weakest ? { ...weakest, of: rates.reduce((sum, one) => sum + one.of, 0) } : null;
}

function leftOutOf(services: readonly CountedService[]): LeftOut {
  const which = (isLeftOut: (service: CountedService) => boolean) =>
    services.filter(isLeftOut).map(({ result }) => result.id);
  const isUngraded = ({ result: { status, degree } }: CountedService) =>
    status === 'inuse' && degree === null;
  const isMissing = ({ result }: CountedService) => result.phasesMissing.length > 0;
  return {
    unanswered: which(({ result }) => result.status === null),
    degree: which(service => isUngraded(service) && isMissing(service)),
    noPhases: which(service => isUngraded(service) && !isMissing(service)),
    usage: which(({ tally }) => tally.unrated > 0),
    messages: which(({ result, cases }) => result.status === 'inuse' && cases === 'messages'),
    cases: which(({ tally }) => tally.rated > tally.ratedWithCases),
    benefit: services.flatMap(({ result: { id, benefit } }) =>
      benefit.kind === 'incomplete' ? [{ service: id, missing: benefit.missing }] : [],
    ),
  };
}

function targetOf(answers: Answers, { counts, benefit }: Measures): TargetResult {
  const services = numberAt(answers, 'target-services');
  const savings = numberAt(answers, 'target-savings');
  return {
    services: services ? { target: services, share: counts.inUse / services } : null,
    savings: savings
      ? {
          target: savings,
          share: (benefit.savingInUse ?? 0) / savings,
          shareWithPlanned: (benefit.saving ?? 0) / savings,
        }
      : null,
  };
}
