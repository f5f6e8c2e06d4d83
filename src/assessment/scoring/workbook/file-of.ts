/**
 * The workbook's answers as JSON for other tools, grouped by area and service (`docs/workbook-answers.md`). Everything
 * else knows them under their keys.
 */
import type { Answers, Value } from '../../answers.ts';
import type { Prefilled } from '../../prefilled.ts';
import { PLAN_FIELDS, planOf } from './plan-of.ts';
import { servicesOf } from './service-of.ts';
import { PHASES, SAVING_PHASES, type Workbook } from './workbook-instrument.ts';

type Places = readonly (readonly [place: string, field: string])[];

/** Where each answer on a service stands, in the order of a file, and the field it is an answer to. */
export const ON_A_SERVICE: Places = [
  ['status', 'status'],
  ...PHASES.map(phase => [`phases.${phase}`, phase] as const),
  ['usageRate', 'usage-rate'],
  ['cases', 'cases'],
  ['benefit.hourlyPrice', 'hourly-price'],
  ['benefit.yearlyCost', 'yearly-cost'],
  ['benefit.minutesSaved', 'minutes-saved'],
  ...SAVING_PHASES.map(phase => [`benefit.minutesSaved.${phase}`, `minutes-${phase}`] as const),
  ['benefit.oneOffCost', 'one-off-cost'],
  ...PLAN_FIELDS.map(field => [`plan.${field}`, field] as const),
];
export const TARGET: Places = [
  ['services', 'target-services'],
  ['savings', 'target-savings'],
];

/** What stands in a file beside the answers. */
export interface BesideAnswers {
  /** Of the instrument that they were given to; left out, it is the workbook's. */
  readonly version?: string | undefined;
  /** Which of them came from a register of services. */
  readonly prefilled?: Prefilled | undefined;
}

/** The answers as a file. Groups with nothing in them are left out. */
export function fileOf(
  workbook: Workbook,
  answers: Answers,
  { version = workbook.instrument.version, prefilled }: BesideAnswers = {},
): object {
  const areas = workbook.areas.flatMap(({ id: area }) => {
    const planned = (id: string) => Object.keys(planOf(answers, area, id)).length > 0;
    const filled = servicesOf(workbook, area, answers).filter(
      ({ id, name, answer }) => answer || name !== undefined || planned(id),
    );
    const on = ({ id }: { id: string }) => grouped(ON_A_SERVICE, field => answers[`${area}.${id}.${field}`]);
    const listed = filled.filter(({ name }) => name === undefined).map(one => [one.id, on(one)] as const);
    const own = filled.flatMap(({ id, name }) => (name === undefined ? [] : [{ ...on({ id }), id, name }]));
    const services = listed.length > 0 && { services: Object.fromEntries(listed) };
    return services || own.length > 0
      ? [[area, { ...services, ...(own.length > 0 && { own }) }] as const]
      : [];
  });
  const target = grouped(TARGET, field => answers[field]);
  const targets = Object.keys(target).length > 0 && { target };
  const from = prefilled && { prefilled };
  return { dialog: 'workbook', version, ...from, ...targets, areas: Object.fromEntries(areas) };
}

function grouped(places: Places, answerTo: (field: string) => Value | undefined): object {
  return nested(
    places.flatMap(([place, field]) => {
      const value = answerTo(field);
      return value === undefined ? [] : [[place.split('.'), value] as const];
    }),
  );
}

/** Where there is a whole and parts of it, the parts count. */
function nested(values: readonly (readonly [path: readonly string[], value: Value])[]): object {
  const keys = new Set(values.flatMap(([[first]]) => first ?? []));
  const members = [...keys].map(key => {
    const under = values.flatMap(([[first, ...rest], value]) =>
      first === key ? [[rest, value] as const] : [],
    );
    const parts = under.filter(([path]) => path.length > 0);
    return [key, parts.length > 0 ? nested(parts) : under[0]?.[1]] as const;
  });
  return Object.fromEntries(members);
}
