/** What replies of November 2026 said of a service of the workbook, as answers under today's keys. */
import * as z from 'zod';
import { type Answers, answersFrom } from '../../assessment/answers.ts';
import { answersOnService } from '../../assessment/scoring/workbook/parse-file.ts';
import {
  PHASE_STATES,
  PHASES,
  SAVING_PHASES,
  STATUSES,
} from '../../assessment/scoring/workbook/workbook-instrument.ts';

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

/** What was said, with the service's name first where it has one of its own. */
export function answersOf(area: string, { id, name }: ServiceName, answer: SaidAnswer = {}): Answers {
  const said = answersOnService([area, id], answer);
  return name === undefined ? said : { [`${area}.${id}.name`]: name, ...said };
}

/** The names of services that people added to an area. */
export function namesOf(area: string, services: readonly ServiceName[]): Answers {
  return answersFrom(
    services.flatMap(({ id, name }) =>
      name === undefined ? [] : [{ key: `${area}.${id}.name`, value: name }],
    ),
  );
}
