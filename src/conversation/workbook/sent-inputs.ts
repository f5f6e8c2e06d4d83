/** Reads the inputs of the workbook's cards. Each is text as it came: numbers are read like those typed into the chat. */
import type { BenefitAnswer, ServiceAnswer } from '../../assessment/workbook/workbook-answers.ts';
import {
  PHASE_STATES,
  PHASES,
  type Phase,
  SAVING_PHASES,
  STATUSES,
  type Status,
} from '../../assessment/workbook/workbook-definition.ts';
import { readNumber } from '../understanding/read-number.ts';
import type { FieldProblem } from './workbook-reply.ts';
import type { WorkbookScene } from './workbook-scene.ts';

/** Input id → what was filled in. */
export type Sent = Readonly<Record<string, string | undefined>>;

/** The value of "not decided" in a list of statuses. */
export const OPEN = 'open';

/** The input of a service's status; services' ids may not stand alone among the card's own fields. */
export function statusInput(service: string): string {
  return `service-${service}`;
}

export function readStatus(text: string | undefined): Status | undefined {
  return STATUSES.find(status => status === text);
}

/** An input left empty keeps what was, "not decided" takes it away. */
export function sentStatus(sent: Sent, service: string, earlier: Status | undefined): Status | undefined {
  const given = sent[statusInput(service)];
  return given === OPEN ? undefined : (readStatus(given) ?? earlier);
}

interface Read {
  readonly answer: Omit<ServiceAnswer, 'status'>;
  readonly problems: readonly FieldProblem[];
}

/** Phases, usage rate and cases. A phase left empty keeps what it had; a number taken away is taken away. */
export function readServiceInputs(
  scene: WorkbookScene,
  earlier: ServiceAnswer | undefined,
  sent: Sent,
): Read {
  const phases = PHASES.flatMap(phase => {
    const state = PHASE_STATES.find(one => one === sent[`phase-${phase}`]) ?? earlier?.phases?.[phase];
    return state ? [[phase, state] as const] : [];
  });
  const usageRate = readRate(scene, sent.usageRate);
  const cases = readAmount(scene, 'cases', sent.cases);
  const phasesByName: Partial<Record<Phase, (typeof phases)[number][1]>> = Object.fromEntries(phases);
  return {
    answer: { phases: phasesByName, usageRate: usageRate.value, cases: cases.value },
    problems: [...usageRate.problems, ...cases.problems],
  };
}

/** The benefit calculator's inputs, with the cases it needs. */
export function readBenefitInputs(scene: WorkbookScene, sent: Sent): Read {
  const amount = (field: keyof typeof FIELDS) => readAmount(scene, field, sent[field]);
  const [cases, hourlyPrice, yearlyCost, oneOffCost] = [
    amount('cases'),
    amount('hourlyPrice'),
    amount('yearlyCost'),
    amount('oneOffCost'),
  ];
  const minutes = readMinutes(scene, sent);
  const benefit: BenefitAnswer = {
    hourlyPrice: hourlyPrice.value,
    yearlyCost: yearlyCost.value,
    oneOffCost: oneOffCost.value,
    minutesSaved: minutes.value,
  };
  const read = [cases, hourlyPrice, minutes, yearlyCost, oneOffCost];
  return { answer: { cases: cases.value, benefit }, problems: read.flatMap(({ problems }) => problems) };
}

interface ReadInput<T> {
  readonly value: T | undefined;
  readonly problems: readonly FieldProblem[];
}

/** Either the sum or phase by phase, never both: which of them would count? */
function readMinutes(scene: WorkbookScene, sent: Sent): ReadInput<BenefitAnswer['minutesSaved']> {
  const whole = readAmount(scene, 'minutesSaved', sent.minutesSaved);
  const phases = SAVING_PHASES.map(phase => ({
    phase,
    ...readAmount(scene, 'minutesSaved', sent[`minutes-${phase}`]),
  }));
  const given = phases.filter(({ value }) => value !== undefined);
  const problems = [...whole.problems, ...phases.flatMap(one => one.problems)];
  if (whole.value !== undefined && given.length > 0) {
    return { value: undefined, problems: [...problems, { field: 'minutesSaved', code: 'minutes-twice' }] };
  }
  const byPhase = Object.fromEntries(given.map(({ phase, value }) => [phase, value]));
  return { value: given.length > 0 ? byPhase : whole.value, problems };
}

function readRate(scene: WorkbookScene, text?: string): ReadInput<number | 'unknown' | 'na'> {
  return readField(scene, 'usageRate', text);
}

/** A number such as "1 200", "45,50 €" or "-3"; "en tiedä" leaves the input empty. */
export function readAmount(
  scene: WorkbookScene,
  field: keyof typeof FIELDS,
  text?: string,
): ReadInput<number> {
  const { value, problems } = readField(scene, field, text);
  return { value: typeof value === 'number' ? value : undefined, problems };
}

/** What each input asks for in numbers. */
const FIELDS = {
  usageRate: 'percent',
  cases: 'count',
  services: 'count',
  savings: 'euros',
  hourlyPrice: 'euros',
  yearlyCost: 'euros',
  oneOffCost: 'euros',
  minutesSaved: 'minutes',
} as const;

/** A number that stands alone is read as in a spreadsheet, one among words as in the chat; a guess is refused. */
function readField(
  { context, session: { locale } }: WorkbookScene,
  field: keyof typeof FIELDS,
  text = '',
): ReadInput<number | 'unknown' | 'na'> {
  if (text.trim() === '') return nothing;
  const asked = FIELDS[field];
  const read = readNumber(text, { locale, field: asked });
  if (read.kind === 'value') return { value: read.value, problems: [] };
  if (read.kind === 'ambiguous') {
    const { doubt, candidates } = read;
    return { value: undefined, problems: [{ field, code: `ambiguous-${doubt}`, candidates }] };
  }
  const understood = context.understand(text, { locale, asked, options: [] });
  const value = understood.kind === 'answer' ? understood.value : undefined;
  if (typeof value === 'number' || value === 'unknown' || value === 'na') return { value, problems: [] };
  return {
    value: undefined,
    problems: [{ field, code: asked === 'percent' ? 'not-a-rate' : 'not-a-number' }],
  };
}

const nothing = { value: undefined, problems: [] } as const;
