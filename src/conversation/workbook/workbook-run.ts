/** What is remembered of a workbook being filled in: the answers in the model's shape, and where the person is. */
import { z } from 'zod';
import { idSchema } from '../../assessment/definition.ts';
import type { WorkbookAnswers } from '../../assessment/workbook/workbook-answers.ts';
import {
  PHASE_STATES,
  PHASES,
  SAVING_PHASES,
  STATUSES,
} from '../../assessment/workbook/workbook-definition.ts';

/** Numbers were checked against the definition's limits when they were taken. */
const serviceSchema = z.strictObject({
  status: z.enum(STATUSES),
  phases: z.partialRecord(z.enum(PHASES), z.enum(PHASE_STATES).optional()).optional(),
  usageRate: z.union([z.number(), z.enum(['unknown', 'na'])]).optional(),
  cases: z.number().optional(),
  benefit: z
    .strictObject({
      hourlyPrice: z.number().optional(),
      yearlyCost: z.number().optional(),
      minutesSaved: z
        .union([z.number(), z.partialRecord(z.enum(SAVING_PHASES), z.number().optional())])
        .optional(),
      oneOffCost: z.number().optional(),
    })
    .optional(),
});

const areaSchema = z.strictObject({
  services: z.record(idSchema, serviceSchema.optional()).optional(),
  own: z
    .array(serviceSchema.extend({ id: idSchema, name: z.string() }))
    .readonly()
    .optional(),
});

export const workbookRunSchema = z.strictObject({
  version: z.string(),
  startedAt: z.number(),
  /** Areas being filled in, in the definition's order; none until they have been chosen. */
  areas: z.array(idSchema),
  answers: z.record(idSchema, areaSchema.optional()),
  target: z.strictObject({ services: z.number().optional(), savings: z.number().optional() }).optional(),
  /** Cards sent in or skipped: they are not asked again by themselves. Keys as in `places.ts`. */
  passed: z.array(z.string()),
  /** A card gone back or jumped to; otherwise the place follows from the answers. */
  visiting: z.string().optional(),
  /** Set once the whole result has been shown. */
  shown: z.literal(true).optional(),
});

export type WorkbookRun = z.infer<typeof workbookRunSchema>;

/** The answers as the model, the spreadsheet and other tools know them. */
export function answersOf({ version, target, answers }: WorkbookRun): WorkbookAnswers {
  return { dialog: 'workbook', version, ...(target && { target }), areas: answers };
}
