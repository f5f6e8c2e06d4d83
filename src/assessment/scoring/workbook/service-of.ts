/** What was answered of a service, read from where it stands among the answers. */
import { type Answers, numberAt, OUTS, type Out } from '../../answers.ts';
import { itemsOf, ownName } from '../../places.ts';
import { recordOf } from '../../record-of.ts';
import {
  AREAS,
  PHASE_STATES,
  PHASES,
  type Phase,
  type PhaseState,
  SAVING_PHASES,
  SERVICES,
  STATUSES,
  type Status,
  type Workbook,
} from './workbook-instrument.ts';

/** The numbers of a service, by the ids of their fields. */
export type AmountField = Exclude<Field, 'status' | 'usage-rate' | Phase>;

export interface ServiceAnswer {
  readonly status: Status;
  /** Share of cases begun electronically, per cent 0–100. `na`: the service has no cases of residents. */
  readonly usageRate: number | Out | undefined;
  readonly phase: (phase: Phase) => PhaseState | undefined;
  readonly amount: (field: AmountField) => number | undefined;
}

/** A service of an area: the area's own list first, then the ones people added. */
export interface AreaService {
  readonly id: string;
  /** Only an added service carries its name; the others are named in `locales/`. */
  readonly name?: string;
  /** Class of the national service catalogue. */
  readonly ptv?: string | undefined;
  /** Its cases are messages, which are not counted with the cases of authorities. */
  readonly cases?: 'messages' | undefined;
  readonly answer: ServiceAnswer | undefined;
}

/** The answer on one service; without a status nothing counts yet. */
export function serviceOf(answers: Answers, area: string, service: string): ServiceAnswer | undefined {
  const keys = keysOf(area, service);
  const at = (field: Field) => answers[keys[field]];
  const status = oneOf(STATUSES, at('status'));
  const rate = at('usage-rate');
  return (
    status && {
      status,
      usageRate: typeof rate === 'number' ? rate : oneOf(OUTS, rate),
      phase: phase => oneOf(PHASE_STATES, at(phase)),
      amount: field => numberAt(answers, keys[field]),
    }
  );
}

const FIELDS = [
  'status',
  'usage-rate',
  ...PHASES,
  'cases',
  'hourly-price',
  'yearly-cost',
  'minutes-saved',
  ...SAVING_PHASES.map(phase => `minutes-${phase}` as const),
  'one-off-cost',
] as const;
type Field = (typeof FIELDS)[number];

/** To put the keys together anew for each look took half of the time of an assessment. */
function keysOf(area: string, service: string): Readonly<Record<Field, string>> {
  const path = `${area}.${service}`;
  const known = KEYS.get(path) ?? recordOf(FIELDS, field => `${path}.${field}`);
  KEYS.set(path, known);
  return known;
}

/** Of the services that the instruments list, and as many of people's own as they may add. */
const KEYS = new Map<string, Readonly<Record<Field, string>>>();

/** The services of an area. One that somebody added counts from its name on, as in the spreadsheet. */
export function servicesOf({ instrument }: Workbook, area: string, answers: Answers): AreaService[] {
  const items = itemsOf(instrument, SERVICES, { at: [{ list: AREAS, item: area }], answers });
  return items.flatMap(({ id, ptv, cases }): AreaService[] => {
    const name = ownName(answers, [area, id]);
    const answer = serviceOf(answers, area, id);
    return name === undefined ? [{ id, ptv, cases, answer }] : [{ id, name, answer }];
  });
}

/** Minutes saved a case: all phases together where they are told one by one. */
export function minutesSavedOf({ amount }: Pick<ServiceAnswer, 'amount'>): number | undefined {
  const parts = SAVING_PHASES.flatMap(phase => amount(`minutes-${phase}`) ?? []);
  return parts.length > 0 ? parts.reduce((sum, minutes) => sum + minutes, 0) : amount('minutes-saved');
}

function oneOf<const T extends string>(options: readonly T[], value: unknown): T | undefined {
  return options.find(option => option === value);
}
