/** The workbook's measures as lines: which text, and the figures in it. */
import type { Amount, Line } from '../../line.ts';
import type { NamedItem } from '../../named-item.ts';
import type { Section } from '../../sections/section.ts';
import type { AreaResult, TargetResult, WeakestUsage } from './assess-workbook.ts';
import type { Benefit } from './benefit.ts';
import type { EvidenceStair } from './evidence.ts';
import type { Measures } from './measures.ts';
import { AREAS, SERVICES } from './workbook-instrument.ts';

type Measured = Pick<Measures, 'coverage' | 'degree' | 'usage' | 'developFirst'> & {
  readonly counts: Pick<Measures['counts'], 'services' | 'answered' | 'inUse' | 'belonging' | 'planned'>;
  readonly benefit: Pick<Measures['benefit'], 'saving' | 'savingPlanned' | 'services' | 'payback'>;
};

type Answered = Pick<Measures['counts'], 'services' | 'answered'>;

/** Below this share of answered services figures are called provisional, as the quick check's result is. */
const PROVISIONAL_BELOW = 0.5;

export function isProvisional({ answered, services }: Answered): boolean {
  return answered < services * PROVISIONAL_BELOW;
}

/** Which text tells of figures: of all services, of some, or of so few that they are provisional. */
export function sofar(counts: Answered): '' | '-some' | '-provisional' {
  if (counts.answered === counts.services) return '';
  return isProvisional(counts) ? '-provisional' : '-some';
}

/** How many services the figures come from. */
export function answeredOf({ answered, services }: Answered) {
  return { answered: { number: answered }, services: { number: services } };
}

/** A share, or that it cannot be computed yet. */
export function share(value: number | null): Amount {
  return value === null ? 'none' : { share: value };
}

/** "The evidence suffices for stair 2"; stair 1 stands for "stair 2 is not reached". */
export function stairLine(stair: EvidenceStair | null): Line {
  if (!stair) return { id: 'stair-nothing' };
  const { low, high } = stair;
  if (low === high) return { id: `stair-exact-${low}` };
  return low === 1
    ? { id: 'stair-at-most', amounts: { high: { number: high } } }
    : { id: 'stair-between', amounts: { low: { number: low }, high: { number: high } } };
}

export function headline(stair: EvidenceStair | null): Section {
  return { kind: 'headline', line: stairLine(stair) };
}

/** Coverage, degree, usage rate, the phase to develop first and the benefit, each in a line. */
export function measureLines({ counts, coverage, degree, usage, developFirst, benefit }: Measured): Line[] {
  const { inUse, belonging, planned } = counts;
  const numbers = { inUse: { number: inUse }, relevant: { number: belonging }, planned: { number: planned } };
  const phase = developFirst && { phase: { terms: [`inputs.${developFirst.phase}.short`] } };
  return [
    {
      id: `coverage${sofar(counts)}`,
      amounts: { share: share(coverage), ...numbers, ...answeredOf(counts) },
    },
    { id: 'degree', amounts: { share: share(degree) } },
    ...usageLines(usage),
    ...(phase ? [{ id: `first-${developFirst.weighting}`, amounts: phase }] : []),
    ...benefitLines(benefit),
  ];
}

/** The weighted mean hides what few use, so the plain one stands beside it. */
function usageLines(usage: Measures['usage']): Line[] {
  if (!usage) return [{ id: 'usage-none' }];
  const line = { id: `usage-${usage.weighting}`, amounts: { share: share(usage.rate) } };
  return usage.weighting === 'plain'
    ? [line]
    : [line, { id: 'usage-mean', amounts: { share: share(usage.plain) } }];
}

/** The service that the fewest use electronically, and those whose messages are not counted. */
export function usageRemarks(
  { weakest }: { weakest: WeakestUsage | null },
  areas: readonly AreaResult[],
): Line[] {
  const area = areas.find(({ id }) => id === weakest?.area);
  const messages = areas.flatMap(one => one.leftOut.messages.map(id => named(one, id)));
  return [
    ...(weakest && weakest.of > 1 && area
      ? [
          {
            id: 'usage-weakest',
            amounts: { service: { items: [named(area, weakest.service)] }, share: share(weakest.rate) },
          },
        ]
      : []),
    ...(messages.length > 0 ? [{ id: 'usage-messages', amounts: { services: { items: messages } } }] : []),
  ];
}

function benefitLines({ saving, savingPlanned, services, payback }: Measured['benefit']): Line[] {
  if (saving === null) return [];
  const years = typeof payback === 'number' && { years: { number: Math.round(payback * 10) / 10 } };
  return [
    { id: 'saving', count: services, amounts: { saving: { euros: saving } } },
    ...(savingPlanned ? [{ id: 'saving-planned', amounts: { saving: { euros: savingPlanned } } }] : []),
    ...(payback === 'never' ? [{ id: 'payback-never' }] : []),
    ...(payback === 0 ? [{ id: 'payback-at-once' }] : []),
    ...(years && payback !== 0 ? [{ id: 'payback', amounts: years }] : []),
  ];
}

export function targetLines({ services, savings }: TargetResult): Line[] {
  const line = (id: string, target: Amount, reached: number): Line => ({
    id,
    amounts: { target, share: share(reached) },
  });
  return [
    ...(services ? [line('target-services', { number: services.target }, services.share)] : []),
    ...(savings ? [line('target-savings', { euros: savings.target }, savings.share)] : []),
  ];
}

/** What a service saves, or that it cannot be said yet. */
export function benefitLine(service: NamedItem, benefit: Benefit): Line {
  const amounts = { service: { items: [service] } };
  return benefit.kind === 'complete'
    ? { id: 'benefit', amounts: { ...amounts, saving: { euros: benefit.saving } } }
    : { id: 'benefit-open', amounts };
}

/** An area by its name. */
export function areaAmount(id: string): Amount {
  return { items: [{ list: AREAS, id }] };
}

/** How many services these areas have together, and of how many something was said. */
export function countsOf(areas: readonly AreaResult[]): Answered {
  return {
    answered: areas.reduce((sum, { counts }) => sum + counts.answered, 0),
    services: areas.reduce((sum, { counts }) => sum + counts.services, 0),
  };
}

type LeftOut = AreaResult['leftOut'];

/** Line → the services that its measure leaves out. */
export const LEFT_OUT: Readonly<Record<string, (leftOut: LeftOut) => readonly string[]>> = {
  degree: ({ degree }) => degree,
  'no-phases': ({ noPhases }) => noPhases,
  usage: ({ usage }) => usage,
  cases: ({ cases }) => cases,
};

/** More lines than these about the benefit say little. */
const MOST_BENEFIT_LINES = 8;

/** Which services each measure leaves out because an answer is missing. Nothing when none is left out. */
export function leftOut(areas: readonly AreaResult[]): Section[] {
  const services = Object.entries(LEFT_OUT).flatMap(([id, pick]) => {
    const items = areas.flatMap(area => pick(area.leftOut).map(service => named(area, service)));
    const amounts = { services: { items } };
    return items.length === 0 ? [] : [{ id: `left-out-${id}`, count: items.length, amounts }];
  });
  const benefit = areas.flatMap(area =>
    area.leftOut.benefit.map(({ service, missing }) => {
      const terms = missing.map(input => `benefit-inputs.${input}`);
      const amounts = { service: { items: [named(area, service)] }, missing: { terms } };
      return { id: 'left-out-benefit', amounts };
    }),
  );
  const lines: Line[] = [...services, ...benefit.slice(0, MOST_BENEFIT_LINES)];
  return lines.length === 0 ? [] : [{ kind: 'missing', lines }];
}

function named({ services }: Pick<AreaResult, 'services'>, id: string): NamedItem {
  const name = services.find(service => service.id === id)?.name;
  return { list: SERVICES, id, ...(name !== undefined && { name }) };
}
