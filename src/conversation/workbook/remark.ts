import { z } from 'zod';
import { idSchema } from '../../assessment/definition.ts';
import { PHASE_STATES, PHASES, STATUSES } from '../../assessment/workbook/workbook-definition.ts';

/** What a message said of one service. A `name` makes it a new service of the municipality's own. */
export const remarkSchema = z.strictObject({
  area: idSchema,
  service: idSchema.optional(),
  name: z.string().optional(),
  status: z.enum(STATUSES).optional(),
  phases: z.partialRecord(z.enum(PHASES), z.enum(PHASE_STATES)).optional(),
  usageRate: z.union([z.number(), z.enum(['unknown', 'na'])]).optional(),
  cases: z.number().optional(),
});

export type Remark = z.infer<typeof remarkSchema>;
