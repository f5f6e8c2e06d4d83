/** The workbook's answers both ways: under the keys of the conversation, and in the shape of its files and measures. */
import { type Answers, type Entry, keyOf } from '../../answers.ts';
import type { Definition } from '../../definition.ts';
import { memoPair } from '../../memo.ts';
import { NAME } from '../../places.ts';
import type {
  AreaAnswer,
  BenefitAnswer,
  OwnService,
  ServiceAnswer,
  WorkbookAnswers,
  WorkbookTarget,
} from './workbook-answers.ts';
import {
  FIELDS,
  minutesField,
  PHASE_STATES,
  PHASES,
  SAVING_PHASES,
  STATUSES,
  type WorkbookArea,
  workbookOf,
} from './workbook-definition.ts';

/** The answers as measures and files know them: empty groups are left out. */
export const workbookAnswers = memoPair((definition: Definition, answers: Answers): WorkbookAnswers => {
  const { areas, version } = workbookOf(definition);
  const filled = areas.flatMap(area => {
    const answer = areaAnswer(area, answers);
    return answer ? [[area.id, answer] as const] : [];
  });
  const target = targetOf(answers);
  return { dialog: 'workbook', version, ...(target && { target }), areas: Object.fromEntries(filled) };
});

/** Every answer as an entry for the conversation. */
export function workbookEntries({ target, areas }: WorkbookAnswers): Entry[] {
  return [
    ...entry(FIELDS.targetServices, target?.services),
    ...entry(FIELDS.targetSavings, target?.savings),
    ...Object.entries(areas).flatMap(([area, answer]) => (answer ? areaEntries(area, answer) : [])),
  ];
}

function targetOf(answers: Answers): WorkbookTarget | undefined {
  const services = numberAt(answers, FIELDS.targetServices);
  const savings = numberAt(answers, FIELDS.targetSavings);
  return given({ services, savings });
}

function areaAnswer(area: WorkbookArea, answers: Answers): AreaAnswer | undefined {
  const listed = area.services.flatMap(({ id }) => {
    const answer = serviceAnswer(answers, [area.id, id]);
    return answer ? [[id, answer] as const] : [];
  });
  const own = ownServices(area, answers);
  return given({
    services: listed.length > 0 ? Object.fromEntries(listed) : undefined,
    own: own.length > 0 ? own : undefined,
  });
}

/** The services somebody added to an area, in the order of adding. */
function ownServices(area: WorkbookArea, answers: Answers): OwnService[] {
  const prefix = `${area.id}.`;
  return Object.entries(answers).flatMap(([key, name]) => {
    if (!key.startsWith(prefix) || !key.endsWith(`.${NAME}`) || typeof name !== 'string') return [];
    const id = key.slice(prefix.length, -NAME.length - 1);
    const answer = serviceAnswer(answers, [area.id, id]);
    return answer && !area.services.some(service => service.id === id) ? [{ ...answer, id, name }] : [];
  });
}

/** What was answered of one service; without a status nothing counts yet. */
export function serviceAnswer(answers: Answers, service: readonly string[]): ServiceAnswer | undefined {
  const at = (field: string) => keyOf(service, field);
  const status = oneOf(STATUSES, answers[at(FIELDS.status)]);
  if (!status) return undefined;
  const phases = PHASES.flatMap(phase => {
    const state = oneOf(PHASE_STATES, answers[at(phase)]);
    return state ? [[phase, state] as const] : [];
  });
  const rate = answers[at(FIELDS.usageRate)];
  return {
    status,
    ...(phases.length > 0 && { phases: Object.fromEntries(phases) }),
    ...given({
      usageRate: typeof rate === 'number' ? rate : oneOf(['unknown', 'na'] as const, rate),
      cases: numberAt(answers, at(FIELDS.cases)),
      benefit: benefitAnswer(answers, at),
    }),
  };
}

function benefitAnswer(answers: Answers, at: (field: string) => string): BenefitAnswer | undefined {
  const byPhase = SAVING_PHASES.flatMap(phase => {
    const minutes = numberAt(answers, at(minutesField(phase)));
    return minutes === undefined ? [] : [[phase, minutes] as const];
  });
  return given({
    hourlyPrice: numberAt(answers, at(FIELDS.hourlyPrice)),
    yearlyCost: numberAt(answers, at(FIELDS.yearlyCost)),
    minutesSaved:
      byPhase.length > 0 ? Object.fromEntries(byPhase) : numberAt(answers, at(FIELDS.minutesSaved)),
    oneOffCost: numberAt(answers, at(FIELDS.oneOffCost)),
  });
}

function areaEntries(area: string, { services = {}, own = [] }: AreaAnswer): Entry[] {
  return [
    ...Object.entries(services).flatMap(([id, answer]) => (answer ? serviceEntries([area, id], answer) : [])),
    ...own.flatMap(({ id, name, ...answer }) => [
      { key: keyOf([area, id], NAME), value: name },
      ...serviceEntries([area, id], answer),
    ]),
  ];
}

function serviceEntries(service: readonly string[], answer: ServiceAnswer): Entry[] {
  const { status, phases = {}, usageRate, cases, benefit = {} } = answer;
  const { minutesSaved } = benefit;
  const minutes = typeof minutesSaved === 'object' ? minutesSaved : {};
  const at = (field: string, value: string | number | undefined) => entry(keyOf(service, field), value);
  return [
    ...at(FIELDS.status, status),
    ...PHASES.flatMap(phase => at(phase, phases[phase])),
    ...at(FIELDS.usageRate, usageRate),
    ...at(FIELDS.cases, cases),
    ...at(FIELDS.hourlyPrice, benefit.hourlyPrice),
    ...at(FIELDS.yearlyCost, benefit.yearlyCost),
    ...at(FIELDS.minutesSaved, typeof minutesSaved === 'object' ? undefined : minutesSaved),
    ...SAVING_PHASES.flatMap(phase => at(minutesField(phase), minutes[phase])),
    ...at(FIELDS.oneOffCost, benefit.oneOffCost),
  ];
}

function entry(key: string, value: string | number | undefined): Entry[] {
  return value === undefined ? [] : [{ key, value }];
}

function numberAt(answers: Answers, key: string): number | undefined {
  const value = answers[key];
  return typeof value === 'number' ? value : undefined;
}

function oneOf<const T extends string>(options: readonly T[], value: unknown): T | undefined {
  return options.find(option => option === value);
}

/** The group, or undefined when nothing in it is given. */
function given<T extends object>(group: T): T | undefined {
  return Object.values(group).some(value => value !== undefined) ? group : undefined;
}
