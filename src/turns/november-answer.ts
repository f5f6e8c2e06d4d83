/** What replies of November 2026 said of a service of the workbook, as answers under today's keys. */
import { z } from 'zod';
import type { Answers, Entry } from '../assessment/answers.ts';
import { workbookEntries } from '../assessment/scoring/workbook/answers-of.ts';
import {
  PHASE_STATES,
  PHASES,
  SAVING_PHASES,
  STATUSES,
} from '../assessment/scoring/workbook/workbook-definition.ts';

/** A service; only one of the municipality's own bears its name. */
export const serviceNameSchema = z.object({ id: z.string(), name: z.string().exactOptional() });
export type ServiceName = z.infer<typeof serviceNameSchema>;

/** As much of an answer as was said. */
export const saidAnswerSchema = z.object({
  status: z.enum(STATUSES).optional(),
  phases: z.partialRecord(z.enum(PHASES), z.enum(PHASE_STATES)).optional(),
  usageRate: z.union([z.number(), z.enum(['unknown', 'na'])]).optional(),
  cases: z.number().optional(),
  benefit: z
    .object({
      hourlyPrice: z.number().optional(),
      yearlyCost: z.number().optional(),
      minutesSaved: z.union([z.number(), z.partialRecord(z.enum(SAVING_PHASES), z.number())]).optional(),
      oneOffCost: z.number().optional(),
    })
    .optional(),
});
export type SaidAnswer = z.infer<typeof saidAnswerSchema>;

/** The fields that were said, with the service's name first where it has one of its own. */
export function entriesOf(area: string, { id, name }: ServiceName, answer: SaidAnswer): Entry[] {
  const { status, ...rest } = answer;
  const services = { [id]: { status: status ?? ('none' as const), ...rest } };
  const entries = workbookEntries({ dialog: 'workbook', version: '', areas: { [area]: { services } } });
  const said = entries.filter(({ key }) => status !== undefined || key !== `${area}.${id}.status`);
  return name === undefined ? said : [{ key: `${area}.${id}.name`, value: name }, ...said];
}

/** The same as answers. */
export function answersOf(area: string, service: ServiceName, answer: SaidAnswer = {}): Answers {
  return Object.fromEntries(entriesOf(area, service, answer).map(({ key, value }) => [key, value]));
}

/** The names of services that people added to an area. */
export function namesOf(area: string, services: readonly ServiceName[]): Answers {
  return Object.assign(
    {},
    ...services.map(service => (service.name === undefined ? {} : answersOf(area, service))),
  );
}
