/** The whole result of a workbook, as other tools read it. */
import type { Answers } from '../../answers.ts';
import { memoBelow } from '../../memo-below.ts';
import type { BenefitInput } from './benefit.ts';
import { type Evidence, type EvidenceStair, evidenceOf, lowestStair } from './evidence.ts';
import { type Measures, measuresOf } from './measures.ts';
import { measureService, type ServiceMeasures } from './service-measures.ts';
import { type AreaService, numberIn, servicesOf } from './service-of.ts';
import { addTallies, type Tally, tallyService } from './tally.ts';
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

export interface ServiceResult extends ServiceMeasures {
  readonly id: string;
  /** The name of a service the municipality added. */
  readonly name?: string;
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
  const evidence = evidenceOf(workbook, tally, numberIn(answers, 'target-services'));
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
  const services = servicesOf(workbook, area, answers);
  const measured: ServiceResult[] = [];
  const tallies: Tally[] = [];
  for (const service of services) {
    const work = () => countService(workbook, service);
    const { measures, tally } = counted(workbook, answers, { path: `${area}.${service.id}`, work });
    measured.push({ ...measures, ...named(service) });
    tallies.push(tally);
  }
  const tally = addTallies(tallies);
  const result = {
    id: area,
    ...measuresOf(workbook, tally),
    evidence: evidenceOf(workbook, tally),
    weakest: weakestOf(ratesIn(area, services)),
    leftOut: leftOutOf(services, measured),
    services: measured,
  };
  return { result, tally };
}

interface CountedService {
  readonly measures: ServiceMeasures;
  readonly tally: Tally;
}

const counted = memoBelow<Workbook, CountedService>();

function countService(workbook: Workbook, { answer, cases }: AreaService): CountedService {
  const measures = measureService(workbook, answer);
  return { measures, tally: tallyService(answer, measures, cases) };
}

function named({ id, name }: AreaService): { id: string; name?: string } {
  return name === undefined ? { id } : { id, name };
}

function ratesIn(area: string, services: readonly AreaService[]): WeakestUsage[] {
  return services.flatMap(({ id, cases, answer }): WeakestUsage[] =>
    answer?.status === 'inuse' && cases !== 'messages' && typeof answer.usageRate === 'number'
      ? [{ area, service: id, rate: answer.usageRate / 100, of: 1 }]
      : [],
  );
}

/** Of two equally weak ones the first. */
function weakestOf(rates: readonly WeakestUsage[]): WeakestUsage | null {
  const lowest = Math.min(...rates.map(({ rate }) => rate));
  const weakest = rates.find(({ rate }) => rate === lowest);
  return weakest ? { ...weakest, of: rates.reduce((sum, one) => sum + one.of, 0) } : null;
}

function leftOutOf(services: readonly AreaService[], measured: readonly ServiceResult[]): LeftOut {
  const inUse = services.filter(({ answer }) => answer?.status === 'inuse');
  const asked = inUse.filter(({ cases }) => cases !== 'messages');
  const rate = ({ answer }: AreaService) => answer?.usageRate ?? 'unknown';
  const rated = asked.filter(service => typeof rate(service) === 'number');
  const ungraded = measured.filter(({ status, degree }) => status === 'inuse' && degree === null);
  return {
    unanswered: services.filter(({ answer }) => !answer).map(({ id }) => id),
    degree: ungraded.filter(({ phasesMissing }) => phasesMissing.length > 0).map(({ id }) => id),
    noPhases: ungraded.filter(({ phasesMissing }) => phasesMissing.length === 0).map(({ id }) => id),
    usage: asked.filter(service => rate(service) === 'unknown').map(({ id }) => id),
    messages: inUse.filter(({ cases }) => cases === 'messages').map(({ id }) => id),
    cases: rated.filter(({ answer }) => answer?.amount('cases') === undefined).map(({ id }) => id),
    benefit: measured.flatMap(({ id, benefit }) =>
      benefit.kind === 'incomplete' ? [{ service: id, missing: benefit.missing }] : [],
    ),
  };
}

function targetOf(answers: Answers, { counts, benefit }: Measures): TargetResult {
  const services = numberIn(answers, 'target-services');
  const savings = numberIn(answers, 'target-savings');
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
